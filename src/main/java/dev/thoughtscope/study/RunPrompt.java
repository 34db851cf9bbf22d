package dev.thoughtscope.study;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.reasoning.Dialect;
import dev.thoughtscope.reasoning.Prompt;

/// What is put before the model for one method: where it begins to write decides how it thinks.
final class RunPrompt {
    private RunPrompt() {}

    /// @throws dev.thoughtscope.engine.EngineException if the question does not fit the context
    static Prompt of(Engine engine, Dialect dialect, Method method, String question) {
        var plain = Prompt.of(engine, dialect, question);
        if (method.kind() == Method.Kind.DIRECT) {
            String opening = dialect.opening();
            String turn = !opening.isEmpty() && plain.text().endsWith(opening)
                    ? plain.text().substring(0, plain.text().length() - opening.length())
                    : plain.text();
            return prompt(engine, turn + answerOpening(dialect));
        }
        return method.opening().isEmpty() ? plain : prompt(engine, plain.text() + method.opening() + "\n");
    }

    /// The answer's mark, or a thought that is over before it began, or the words that lead to an answer.
    private static String answerOpening(Dialect dialect) {
        if (!dialect.answerStart().isEmpty()) {
            return dialect.answerStart();
        }
        return dialect.thoughtEnd().isEmpty() ? "The answer is" : dialect.opening() + "\n" + dialect.thoughtEnd() + "\n\n";
    }

    private static Prompt prompt(Engine engine, String text) {
        return new Prompt(text, engine.tokenize(text, true, true));
    }
}
