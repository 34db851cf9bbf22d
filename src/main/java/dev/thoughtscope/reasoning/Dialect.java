package dev.thoughtscope.reasoning;

import java.util.Optional;

/// How a family of models writes its thinking down.
///
/// @param name as on the command line
/// @param system text of the system message, empty for none
/// @param opening put before the model's own text, so that it starts to think
/// @param thoughtEnd closes the thought, empty where thought and answer are one prose
/// @param answerStart opens the answer after the thought, empty where nothing marks it
/// @param answerEnd closes the answer, empty where only the end of the text does
/// @param reflection the sentence that asks to think again, with the line end that follows it
/// @param temperature recommended for sampling
public record Dialect(
        String name,
        String system,
        String opening,
        String thoughtEnd,
        String answerStart,
        String answerEnd,
        String reflection,
        double temperature) {
    /// To the letter as published with Marco-o1.
    public static final String WAIT = "Wait! Maybe I made some mistakes! I need to rethink from scratch.";

    public static final Dialect MARCO_O1 =
            new Dialect("marco-o1", "", "<Thought>\n", "</Thought>", "<Output>", "</Output>", WAIT + "\n", 1.0);

    public static final Dialect DEEPSEEK_R1 =
            new Dialect("deepseek-r1", "", "<think>\n", "</think>", "", "", WAIT + "\n", 0.6);

    public static final Dialect QWQ = new Dialect(
            "qwq",
            "You are a helpful and harmless assistant. You are Qwen developed by Alibaba."
                    + " You should think step-by-step.",
            "",
            "",
            "",
            "",
            WAIT + "\n",
            0.7);

    public static final Dialect CHAIN_OF_THOUGHT = new Dialect(
            "chain-of-thought",
            "Think step by step, one step a line. End with the line: The answer is N.",
            "",
            "",
            "",
            "",
            WAIT + "\n",
            0.7);

    /// Where the answer part of a text begins: at the thought's end, or at the answer's start if that mark is missing.
    Optional<Integer> answerPart(String text) {
        int end = thoughtEnd.isEmpty() ? -1 : text.indexOf(thoughtEnd);
        int start = answerStart.isEmpty() ? -1 : text.indexOf(answerStart);
        int at = end >= 0 && start >= 0 ? Math.min(end, start) : Math.max(end, start);
        return at < 0 ? Optional.empty() : Optional.of(at);
    }

    /// Whether the text has come to the end that the dialect marks.
    boolean isFinished(String text) {
        return !answerEnd.isEmpty() && text.stripTrailing().endsWith(answerEnd);
    }
}
