package dev.thoughtscope.reasoning;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.Sequence;
import java.util.List;
import java.util.Optional;

/// A thought inside a running text, between markers that are the model's own tokens: the text goes on right behind it.
final class RunningThought {
    private static final List<ThoughtMarks> KINDS =
            List.of(ThoughtMarks.QUIET_STAR, ThoughtMarks.QUIET_STAR_CODE, ThoughtMarks.THINK);

    private RunningThought() {}

    /// A text that ends with such a thought, as tokens; empty for any other text. What is not a marker is only words.
    static Optional<Sequence> tokens(Engine engine, String text) {
        return KINDS.stream()
                .filter(marks -> text.endsWith(marks.thoughtEnd()) && text.contains(marks.thoughtStart()))
                .filter(marks -> isToken(engine, marks.thoughtStart()) && isToken(engine, marks.thoughtEnd()))
                .findFirst()
                .map(marks -> tokens(engine, text, marks));
    }

    private static boolean isToken(Engine engine, String mark) {
        return engine.tokenize(mark, true, false).length() == 1;
    }

    private static Sequence tokens(Engine engine, String text, ThoughtMarks marks) {
        int start = text.lastIndexOf(marks.thoughtStart());
        String before = text.substring(0, start);
        String thought = text.substring(start + marks.thoughtStart().length(), text.length() - marks.thoughtEnd().length());
        return words(engine, before)
                .plus(engine.tokenize(marks.thoughtStart(), true, false).toArray())
                .plus(words(engine, thought).toArray())
                .plus(engine.tokenize(marks.thoughtEnd(), true, false).toArray());
    }

    private static Sequence words(Engine engine, String text) {
        return text.isEmpty() ? Sequence.EMPTY : engine.tokenize(text, false, false);
    }
}
