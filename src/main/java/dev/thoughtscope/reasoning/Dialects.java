package dev.thoughtscope.reasoning;

import dev.thoughtscope.engine.Engine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The known dialects and how a model shows which is its own.
public final class Dialects {
    public static final List<Dialect> ALL = List.of(
            Dialect.MARCO_O1,
            Dialect.OPEN_O1,
            Dialect.DEEPSEEK_R1,
            Dialect.QWQ,
            Dialect.QUIET_STAR,
            Dialect.QUIET_STAR_CODE,
            Dialect.O1,
            Dialect.CHAIN_OF_THOUGHT);

    private Dialects() {}

    public static Optional<Dialect> named(String name) {
        return ALL.stream().filter(dialect -> dialect.name().equals(name)).findFirst();
    }

    /// As in "choose marco-o1, open-o1, …".
    public static String names() {
        return ALL.stream().map(Dialect::name).collect(Collectors.joining(", "));
    }

    /// What the model file says, else what its name, template and vocabulary suggest, else a chain of thought.
    public static Dialect of(Engine engine) {
        var metadata = engine.model().metadata();
        var declared = named(metadata.getOrDefault("thoughtscope.dialect", ""));
        return declared.or(() -> byName(engine)).orElseGet(() -> byVocabulary(engine));
    }

    private static Optional<Dialect> byName(Engine engine) {
        String own = engine.model().name().toLowerCase(Locale.ROOT);
        String name = own + " " + engine.model().file().toLowerCase(Locale.ROOT);
        if (name.contains("marco-o1")) {
            return Optional.of(Dialect.MARCO_O1);
        }
        if (name.contains("open-o1") || name.contains("openo1")) {
            return Optional.of(Dialect.OPEN_O1);
        }
        if (name.contains("qwq-32b-preview")) {
            return Optional.of(Dialect.QWQ);
        }
        boolean hidden = own.matches("(openai/)?o[134](-.*)?") && engine.model().file().startsWith("http");
        return hidden ? Optional.of(Dialect.O1) : Optional.empty();
    }

    private static Dialect byVocabulary(Engine engine) {
        String template = engine.model().metadata().getOrDefault("tokenizer.chat_template", "");
        if (isOneToken(engine, ThoughtMarks.THOUGHT_OUTPUT.thoughtEnd())) {
            return Dialect.MARCO_O1;
        }
        if (isOneToken(engine, ThoughtMarks.QUIET_STAR.thoughtStart())) {
            return Dialect.QUIET_STAR;
        }
        if (isOneToken(engine, ThoughtMarks.QUIET_STAR_CODE.thoughtStart())) {
            return Dialect.QUIET_STAR_CODE;
        }
        boolean thinks = template.contains("<think>") || isOneToken(engine, ThoughtMarks.THINK.thoughtEnd());
        return thinks ? Dialect.DEEPSEEK_R1 : Dialect.CHAIN_OF_THOUGHT;
    }

    private static boolean isOneToken(Engine engine, String text) {
        return engine.tokenize(text, true, false).length() == 1;
    }
}
