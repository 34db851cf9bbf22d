package dev.thoughtscope.reasoning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What stands around a thought and an answer. Read leniently: marks may be missing, repeated, or still to come.
///
/// @param thoughtStart opens a thought, empty where thought and answer are one prose
/// @param thoughtEnd closes it
/// @param answerStart opens the answer after the thought, empty where nothing marks it
/// @param answerEnd closes the answer, empty where only the end of the text does
/// @param inside whether thoughts stand inside running text, which goes on after each
public record ThoughtMarks(
        String thoughtStart, String thoughtEnd, String answerStart, String answerEnd, boolean inside) {
    public static final ThoughtMarks NONE = new ThoughtMarks("", "", "", "", false);
    public static final ThoughtMarks THINK = new ThoughtMarks("<think>", "</think>", "", "", false);
    public static final ThoughtMarks THOUGHT_OUTPUT =
            new ThoughtMarks("<Thought>", "</Thought>", "<Output>", "</Output>", false);
    public static final ThoughtMarks QUIET_STAR =
            new ThoughtMarks("<|startofthought|>", "<|endofthought|>", "", "", true);
    public static final ThoughtMarks QUIET_STAR_CODE =
            new ThoughtMarks("<|startthought|>", "<|endthought|>", "", "", true);

    private record Found(int at, String mark) {}

    /// Where the answer part begins, its mark included: at the last end of a thought after which no thought was opened
    /// again, or at the answer's start where the thought was never closed. Of ends that only white space parts, the
    /// first counts.
    public Optional<Integer> answerPart(String text) {
        if (inside) {
            return Optional.empty();
        }
        int answer = -1;
        int lastEnd = 0;
        for (var found : marks(text)) {
            if (found.mark().equals(thoughtStart)) {
                answer = -1;
            } else if (found.mark().equals(thoughtEnd)) {
                boolean repeated = answer >= 0 && text.substring(lastEnd, found.at()).isBlank();
                answer = repeated ? answer : found.at();
                lastEnd = found.at() + thoughtEnd.length();
            } else if (answer < 0) {
                answer = found.at();
            }
        }
        return answer < 0 ? Optional.empty() : Optional.of(answer);
    }

    /// Starts and ends of thoughts and starts of answers, in order.
    private List<Found> marks(String text) {
        var all = new ArrayList<Found>();
        int at = 0;
        while (at >= 0) {
            Found next = null;
            for (String mark : List.of(thoughtStart, thoughtEnd, answerStart)) {
                int found = mark.isEmpty() ? -1 : text.indexOf(mark, at);
                if (found >= 0 && (next == null || found < next.at())) {
                    next = new Found(found, mark);
                }
            }
            if (next == null) {
                return all;
            }
            all.add(next);
            at = next.at() + next.mark().length();
        }
        return all;
    }

    /// The thoughts of a text, joined, without their marks; empty where nothing marks any.
    public String thought(String text) {
        if (thoughtEnd.isEmpty()) {
            return "";
        }
        if (inside) {
            var thoughts = new ArrayList<String>();
            cutOut(text, thoughts);
            return String.join("\n", thoughts);
        }
        String before = answerPart(text).map(at -> text.substring(0, at)).orElse(text);
        return without(before, thoughtStart, thoughtEnd).strip();
    }

    /// The text without thoughts and marks. Where a thought was never closed, nothing tells it from the answer: all is kept.
    public String spoken(String text) {
        if (inside) {
            return cutOut(text, new ArrayList<>());
        }
        String answer = answerPart(text).map(text::substring).orElse(text);
        return without(answer, thoughtStart, thoughtEnd, answerStart, answerEnd).strip();
    }

    private String cutOut(String text, List<String> thoughts) {
        var rest = new StringBuilder();
        int at = 0;
        while (true) {
            int start = text.indexOf(thoughtStart, at);
            if (start < 0) {
                return without(rest.append(text, at, text.length()).toString(), thoughtEnd);
            }
            rest.append(text, at, start);
            int end = text.indexOf(thoughtEnd, start);
            thoughts.add(text.substring(start + thoughtStart.length(), end < 0 ? text.length() : end).strip());
            if (end < 0) {
                return without(rest.toString(), thoughtEnd);
            }
            at = end + thoughtEnd.length();
        }
    }

    private static String without(String text, String... marks) {
        String rest = text;
        for (String mark : marks) {
            rest = mark.isEmpty() ? rest : rest.replace(mark, "");
        }
        return rest;
    }
}
