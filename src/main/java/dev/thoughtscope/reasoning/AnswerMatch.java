package dev.thoughtscope.reasoning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Whether an answer says the same as the right one.
public final class AnswerMatch {
    /// Relative difference that is none.
    private static final double TOLERANCE = 1e-6;
    private static final int LONGEST_NUMERAL = 60;

    private static final Pattern NUMERAL = Pattern.compile(
            "\\\\[dt]?frac\\{(?<over>-?\\d+)}\\{(?<under>\\d+)}|(?<a>-?\\d+)\\s*/\\s*(?<b>\\d+)(?![\\d.])|-?\\d[\\d,]*(?:\\.\\d+)?");
    private static final Pattern PLAIN_NUMERAL = Pattern.compile("-?\\d[\\d,]*(?:\\.\\d+)?");
    private static final Pattern LETTER = Pattern.compile("(?<![A-Za-z])([A-Z])(?![A-Za-z])");

    private AnswerMatch() {}

    /// As numbers where the right answer is one, as letters where it is the letter of a choice, else as texts.
    public static boolean same(String answer, String right) {
        if (isNumber(right)) {
            return sameNumber(answer, right);
        }
        return right.strip().matches("\\(?[A-J]\\)?") ? sameChoice(answer, right) : sameText(answer, right);
    }

    /// Whether a text is a plain number and nothing else.
    public static boolean isNumber(String text) {
        return PLAIN_NUMERAL.matcher(text.strip()).matches();
    }

    /// The last number of each; a relative difference of 1e-6 is none. Fractions are numbers.
    public static boolean sameNumber(String answer, String right) {
        var one = number(answer);
        var other = number(right);
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        double a = one.get().doubleValue();
        double b = other.get().doubleValue();
        return one.get().compareTo(other.get()) == 0
                || Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
    }

    /// The last letter that stands alone in each.
    public static boolean sameChoice(String answer, String right) {
        return letter(answer).filter(found -> letter(right).filter(found::equals).isPresent()).isPresent();
    }

    /// The same text, spaces, case and the ways to write mathematics left aside.
    public static boolean sameText(String answer, String right) {
        return canonical(answer).equals(canonical(right));
    }

    private static Optional<BigDecimal> number(String text) {
        return NUMERAL.matcher(text)
                .results()
                .filter(found -> found.group().length() <= LONGEST_NUMERAL)
                .reduce((_, last) -> last)
                .flatMap(AnswerMatch::value);
    }

    private static Optional<BigDecimal> value(MatchResult found) {
        String over = found.group("over") == null ? found.group("a") : found.group("over");
        if (over == null) {
            return Optional.of(new BigDecimal(found.group().replace(",", "")));
        }
        var under = new BigDecimal(found.group("under") == null ? found.group("b") : found.group("under"));
        return under.signum() == 0
                ? Optional.empty()
                : Optional.of(new BigDecimal(over).divide(under, MathContext.DECIMAL64));
    }

    private static Optional<String> letter(String text) {
        return LETTER.matcher(text).results().map(found -> found.group(1)).reduce((_, last) -> last);
    }

    /// Leaves out what LaTeX has for looks alone.
    private static String canonical(String text) {
        return Answers.normalise(text)
                .replaceAll("\\\\(left|right|!|,|;|displaystyle)", "")
                .replaceAll("\\\\[dt]frac", "\\\\frac")
                .replaceAll("\\\\text\\{([^{}]*)}", "$1")
                .replaceAll("\\^\\{?\\\\circ}?", "")
                .replaceAll("[\\s$]", "")
                .toLowerCase(Locale.ROOT);
    }
}
