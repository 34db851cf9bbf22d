package dev.thoughtscope.reasoning;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Finds the final answer in a model's text.
public final class Answers {
    private static final Pattern SENTENCE = Pattern.compile(
            "(?i)(?:the (?:final |correct )?answer is:?|(?:final )?answer\\**:|die antwort (?:ist|lautet):?|\u7b54\u6848(?:\u662f|\u4e3a)[:\uff1a]?|^####)"
                    + "\\s*([^\\n<]{1,400})",
            Pattern.MULTILINE);
    private static final Pattern REASON = Pattern.compile("\\. |,? (?:since|because|so that|which)\\b");
    private static final String BOX = "\\boxed{";
    private static final Pattern NUMBER = Pattern.compile("-?\\d[\\d,]*(?:\\.\\d+)?");
    private static final Pattern RESULT = Pattern.compile("=\\s*\\$?(-?\\d[\\d,]*(?:\\.\\d+)?)");

    private Answers() {}

    /// The answer in the form in which equal answers are equal text; empty where none can be told.
    ///
    /// Looked for in this order: `\boxed{}`, "the answer is", the answer part's only text, the last number.
    public static Optional<String> find(Dialect dialect, String text) {
        String visible = dialect.marks().inside() ? dialect.spoken(text) : text;
        String answerPart = dialect.answerPart(visible).map(visible::substring).orElse("");
        for (String part : answerPart.isEmpty() ? List.of(visible) : List.of(answerPart, visible)) {
            var found = boxed(part).or(() -> sentence(part));
            if (found.isPresent()) {
                return found.map(Answers::normalise);
            }
        }
        String plain = answerPart.isEmpty() ? "" : dialect.spoken(answerPart);
        if (!plain.isEmpty()) {
            return Optional.of(normalise(plain));
        }
        return lastNumber(visible).map(Answers::normalise);
    }

    /// The answer of a text that was cut off: only if it says so in so many words.
    public static Optional<String> stated(String text) {
        return boxed(text).or(() -> sentence(text)).map(Answers::normalise);
    }

    /// Where a thought has come to by its end: the answer that it states, else the result of its last equation.
    public static Optional<String> soFar(String text) {
        return stated(text).or(() -> RESULT.matcher(text)
                .results()
                .reduce((_, last) -> last)
                .map(result -> normalise(result.group(1))));
    }

    /// Spaces single, no full stop at the end, no separators of thousands, no zeros after a decimal point's end.
    public static String normalise(String answer) {
        String text = answer.strip().replaceAll("\\s+", " ");
        text = text.replaceAll("\\*\\*(.+?)\\*\\*", "$1").replaceAll("^[$*\\s]+|[$*\\s]+$", "");
        text = text.replaceAll("[.。]+$", "").replaceAll("^[$*\\s]+|[$*\\s]+$", "");
        if (NUMBER.matcher(text).matches()) {
            text = text.replace(",", "");
            if (text.contains(".")) {
                text = text.replaceAll("0+$", "").replaceAll("\\.$", "");
            }
        }
        return text;
    }

    /// What the last box that closes holds, braces inside it included.
    private static Optional<String> boxed(String text) {
        for (int start = text.lastIndexOf(BOX); start >= 0; start = text.lastIndexOf(BOX, start - 1)) {
            int depth = 0;
            for (int i = start + BOX.length() - 1; i < text.length(); i++) {
                depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
                if (depth == 0) {
                    return Optional.of(text.substring(start + BOX.length(), i));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> sentence(String text) {
        return SENTENCE.matcher(text).results().reduce((_, last) -> last).map(match -> firstSentence(match.group(1)));
    }

    /// Without a reason that follows it.
    private static String firstSentence(String text) {
        return REASON.split(text, 2)[0];
    }

    private static Optional<String> lastNumber(String text) {
        return NUMBER.matcher(text).results().reduce((_, last) -> last).map(MatchResult::group);
    }
}
