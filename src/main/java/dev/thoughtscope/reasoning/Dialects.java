package dev.thoughtscope.reasoning;

import dev.thoughtscope.engine.Engine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The known dialects and how a model shows which is its own.
public final class Dialects {
    public static final List<Dialect> ALL =
            List.of(Dialect.MARCO_O1, Dialect.DEEPSEEK_R1, Dialect.QWQ, Dialect.CHAIN_OF_THOUGHT);

    private Dialects() {}

    public static Optional<Dialect> named(String name) {
        return ALL.stream().filter(dialect -> dialect.name().equals(name)).findFirst();
    }

    /// What the model file says, else what its name, template and vocabulary suggest, else a chain of thought.
    public static Dialect of(Engine engine) {
        var metadata = engine.model().metadata();
        var declared = named(metadata.getOrDefault("thoughtscope.dialect", ""));
        if (declared.isPresent()) {
            return declared.get();
        }
        String name = (engine.model().name() + " " + engine.model().file()).toLowerCase(Locale.ROOT);
        if (name.contains("marco-o1") || name.contains("open-o1") || isOneToken(engine, Dialect.MARCO_O1.thoughtEnd())) {
            return Dialect.MARCO_O1;
        }
        if (name.contains("qwq-32b-preview")) {
            return Dialect.QWQ;
        }
        boolean thinks = metadata.getOrDefault("tokenizer.chat_template", "").contains("<think>")
                || isOneToken(engine, Dialect.DEEPSEEK_R1.thoughtEnd());
        return thinks ? Dialect.DEEPSEEK_R1 : Dialect.CHAIN_OF_THOUGHT;
    }

    private static boolean isOneToken(Engine engine, String text) {
        return engine.tokenize(text, true, false).length() == 1;
    }
}
