package dev.thoughtscope.reasoning;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What some other system wrote, taken apart.
///
/// @param thought may be empty
/// @param answer empty where nothing tells it from the thought
/// @param source what told them apart: [#PLAIN], or the mark with which thoughts begin
/// @param closed whether its thought comes to an end
public record TraceText(String thought, String answer, String source, boolean closed) {
    public static final String PLAIN = "plain text";

    private static final List<ThoughtMarks> KNOWN = List.of(
            ThoughtMarks.THINK,
            ThoughtMarks.THOUGHT_OUTPUT,
            new ThoughtMarks("<thinking>", "</thinking>", "<answer>", "</answer>", false),
            new ThoughtMarks("<reasoning>", "</reasoning>", "<answer>", "</answer>", false),
            new ThoughtMarks("<seed:think>", "</seed:think>", "", "", false),
            ThoughtMarks.QUIET_STAR,
            ThoughtMarks.QUIET_STAR_CODE);

    /// Words with which a thought turns round, at the start of a line.
    private static final Pattern TURN = Pattern.compile(
            "(?i)^\\s*(?:but |hmm,? |oh,? |ok(?:ay)?,? )?(?:wait\\b|let me (?:re-?check|double.?check|rethink|reconsider|re-?evaluate|start over)"
                    + "|actually,? (?:no|wait)\\b|i made (?:a|some) mistake|that(?:'s| is| can't be) (?:not )?(?:wrong|right\\?))");

    /// Takes a reply apart by whichever marks it has; without any, a last paragraph that states an answer is the answer.
    ///
    /// @throws IllegalArgumentException with a sentence if there is no text
    public static TraceText parse(String text) {
        String whole = text.strip();
        if (whole.isEmpty()) {
            throw new IllegalArgumentException("The trace is empty: there is no text to take apart.");
        }
        for (var marks : KNOWN) {
            if (whole.contains(marks.thoughtStart()) || whole.contains(marks.thoughtEnd())) {
                return by(marks, whole);
            }
        }
        int paragraph = whole.lastIndexOf("\n\n");
        int cut = statesAnswer(whole, paragraph) ? paragraph : whole.lastIndexOf('\n');
        return statesAnswer(whole, cut)
                ? new TraceText(whole.substring(0, cut).strip(), whole.substring(cut).strip(), PLAIN, true)
                : new TraceText(whole, "", PLAIN, true);
    }

    private static boolean statesAnswer(String text, int from) {
        return from > 0 && Answers.stated(text.substring(from)).isPresent();
    }

    private static TraceText by(ThoughtMarks marks, String whole) {
        boolean open = marks.answerPart(whole).isEmpty() && !marks.inside();
        return new TraceText(marks.thought(whole), open ? "" : marks.spoken(whole), marks.thoughtStart(), !open);
    }

    /// Whether a line of thought turns round on what was thought before.
    static boolean turnsRound(String line) {
        return line.contains(Dialect.WAIT) || TURN.matcher(line).find();
    }

    /// The answer that the trace gives.
    public Optional<String> result() {
        return answer.isEmpty() ? Answers.stated(thought) : Answers.find(Dialect.CHAIN_OF_THOUGHT, answer);
    }
}
