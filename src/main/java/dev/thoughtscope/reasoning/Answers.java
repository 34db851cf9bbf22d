package dev.thoughtscope.reasoning;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Finds the final answer in a model's text.
public final class Answers {
    private static final Pattern SENTENCE =
            Pattern.compile("(?i)the (?:final )?answer is:?\\s*([^\\n<]{1,400})");
    private static final Pattern NUMBER = Pattern.compile("-?\\d[\\d,]*(?:\\.\\d+)?");

    private Answers() {}

    /// The answer in the form in which equal answers are equal text; empty where none can be told.
    ///
    /// Looked for in this order: `\boxed{}`, "the answer is", the answer part's only text, the last number.
    public static Optional<String> find(Dialect dialect, String text) {
        String answerPart = dialect.answerPart(text).map(text::substring).orElse("");
        for (String part : answerPart.isEmpty() ? List.of(text) : List.of(answerPart, text)) {
            var found = boxed(part).or(() -> sentence(part));
            if (found.isPresent()) {
                return found.map(Answers::normalise);
            }
        }
        String plain = unmarked(dialect, answerPart).strip();
        if (!plain.isEmpty()) {
            return Optional.of(normalise(plain));
        }
        return lastNumber(text).map(Answers::normalise);
    }

    /// The answer of a text that was cut off: only if it says so in so many words.
    public static Optional<String> stated(String text) {
        return boxed(text).or(() -> sentence(text)).map(Answers::normalise);
    }

    /// Spaces single, no full stop at the end, no separators of thousands, no zeros after a decimal point's end.
    public static String normalise(String answer) {
        String text = answer.strip().replaceAll("\\s+", " ");
        text = text.replaceAll("^\\$+|\\$+$", "").replaceAll("\\*+", text.startsWith("**") ? "" : "*");
        text = text.replaceAll("[.。]+$", "").strip();
        if (NUMBER.matcher(text).matches()) {
            text = text.replace(",", "");
            if (text.contains(".")) {
                text = text.replaceAll("0+$", "").replaceAll("\\.$", "");
            }
        }
        return text;
    }

    private static Optional<String> boxed(String text) {
        int start = text.lastIndexOf("\\boxed{");
        if (start < 0) {
            return Optional.empty();
        }
        int depth = 0;
        for (int i = start + "\\boxed".length(); i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return Optional.of(text.substring(start + "\\boxed{".length(), i));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> sentence(String text) {
        return SENTENCE.matcher(text).results().reduce((_, last) -> last).map(match -> firstSentence(match.group(1)));
    }

    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end);
    }

    private static Optional<String> lastNumber(String text) {
        return NUMBER.matcher(text).results().reduce((_, last) -> last).map(MatchResult::group);
    }

    private static String unmarked(Dialect dialect, String answerPart) {
        String text = answerPart;
        for (String mark : List.of(dialect.thoughtEnd(), dialect.answerStart(), dialect.answerEnd())) {
            text = mark.isEmpty() ? text : text.replace(mark, "");
        }
        return text;
    }
}
