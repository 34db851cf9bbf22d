package dev.thoughtscope.reasoning;

import java.util.Optional;

/// How a family of models writes its thinking down.
///
/// @param name as on the command line
/// @param system text of the system message, empty for none
/// @param opening put before the model's own text, so that it starts to think
/// @param marks around thought and answer
/// @param stepEnd with which a step of the thought ends: a line end, or an empty line
/// @param reflection the sentence that asks to think again, with the line end that follows it
/// @param sampling as the family's authors recommend
public record Dialect(
        String name,
        String system,
        String opening,
        ThoughtMarks marks,
        String stepEnd,
        String reflection,
        Recommended sampling) {
    private static final String LINE = "\n";
    private static final String PARAGRAPH = "\n\n";

    /// To the letter as published with Marco-o1.
    public static final String WAIT = "Wait! Maybe I made some mistakes! I need to rethink from scratch.";

    /// @param temperature 0 or more
    /// @param topP 1 for all
    /// @param topK 0 for all
    public record Recommended(double temperature, double topP, int topK) {}

    public static final Dialect MARCO_O1 = new Dialect(
            "marco-o1", "", "<Thought>\n", ThoughtMarks.THOUGHT_OUTPUT, LINE, WAIT + "\n", new Recommended(1.0, 1, 0));

    /// Llama 3.1's template and sampling.
    public static final Dialect OPEN_O1 = new Dialect(
            "open-o1", "", "<Thought>\n", ThoughtMarks.THOUGHT_OUTPUT, LINE, WAIT + "\n", new Recommended(0.6, 0.9, 0));

    /// Without a system message, as its authors ask.
    public static final Dialect DEEPSEEK_R1 =
            new Dialect("deepseek-r1", "", "<think>\n", ThoughtMarks.THINK, PARAGRAPH, WAIT + "\n", new Recommended(0.6, 0.95, 0));

    public static final Dialect QWQ = new Dialect(
            "qwq",
            "You are a helpful and harmless assistant. You are Qwen developed by Alibaba."
                    + " You should think step-by-step.",
            "",
            ThoughtMarks.NONE,
            PARAGRAPH,
            WAIT + "\n",
            new Recommended(0.7, 0.8, 20));

    /// Thoughts inside running text, by the paper's marks.
    public static final Dialect QUIET_STAR =
            new Dialect("quiet-star", "", "", ThoughtMarks.QUIET_STAR, LINE, WAIT + "\n", new Recommended(0.7, 1, 0));

    /// As [#QUIET_STAR], by the marks of its published code.
    public static final Dialect QUIET_STAR_CODE = new Dialect(
            "quiet-star-code", "", "", ThoughtMarks.QUIET_STAR_CODE, LINE, WAIT + "\n", new Recommended(0.7, 1, 0));

    /// Models that think where nobody can see it: only the answer comes, and a count of the hidden tokens.
    public static final Dialect O1 =
            new Dialect("o1", "", "", ThoughtMarks.NONE, PARAGRAPH, WAIT + "\n", new Recommended(1.0, 1, 0));

    /// Any model that follows instructions.
    public static final Dialect CHAIN_OF_THOUGHT = new Dialect(
            "chain-of-thought",
            "Think step by step, one step a line. End with the line: The answer is N.",
            "",
            ThoughtMarks.NONE,
            LINE,
            WAIT + "\n",
            new Recommended(0.7, 1, 0));

    /// Recommended for sampling.
    public double temperature() {
        return sampling.temperature();
    }

    /// The same with other filters of sampling.
    ///
    /// @param topP above 0, 1 for all
    /// @param topK 0 for all
    public Dialect withFilters(double topP, int topK) {
        return new Dialect(
                name, system, opening, marks, stepEnd, reflection, new Recommended(temperature(), topP, topK));
    }

    /// The same, cut at each line, for a text that has no paragraphs of its own.
    Dialect byLines() {
        return new Dialect(name, system, opening, marks, LINE, reflection, sampling);
    }

    public String thoughtEnd() {
        return marks.inside() ? "" : marks.thoughtEnd();
    }

    public String answerStart() {
        return marks.answerStart();
    }

    public String answerEnd() {
        return marks.answerEnd();
    }

    /// Where the answer part of a text begins; empty while it is still thinking.
    Optional<Integer> answerPart(String text) {
        return marks.answerPart(text);
    }

    /// Whether the text has come to the end that the dialect marks.
    boolean isFinished(String text) {
        return !answerEnd().isEmpty() && text.stripTrailing().endsWith(answerEnd());
    }

    /// What a conversation keeps of a reply: the answer without the thought.
    public String spoken(String reply) {
        return marks.spoken(reply);
    }
}
