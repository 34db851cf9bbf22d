package dev.thoughtscope.study;

import dev.thoughtscope.reasoning.Answers;
import dev.thoughtscope.reasoning.BracketChecker;
import dev.thoughtscope.search.Verdict;
import dev.thoughtscope.study.data.Problem;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Tells of an answer whether it is right. One that cannot be read is wrong.
public enum AnswerCheck {
    /// `BRACKETS` for problems of that kind, `CHOICE` for the answers A to D with options in the question, `NUMBER`
    /// where the right answer is one, else `EXACT`.
    AUTO,
    /// The same text, spaces, case and the ways to write mathematics left aside.
    EXACT,
    /// The same number, the last one in the answer if there are several; a relative difference of 1e-6 is none.
    NUMBER,
    /// The same letter of a multiple choice.
    CHOICE,
    /// The problem's expression with one pair of parentheses, whichever of those that give the value asked for.
    BRACKETS;

    private static final Pattern NUMERAL = Pattern.compile("-?\\d[\\d,]*(?:\\.\\d+)?");
    private static final Pattern LETTER = Pattern.compile("(?<![A-Za-z])([A-Z])(?![A-Za-z])");
    private static final int LONGEST_NUMERAL = 60;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException with a sentence that tells what there is
    public static AnswerCheck named(String label) {
        return Arrays.stream(values())
                .filter(check -> check.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no checker \"" + label + "\": choose "
                        + Arrays.stream(values()).map(AnswerCheck::label).collect(Collectors.joining(", "))));
    }

    /// The check of one problem's answers.
    public Function<String, Verdict> of(Problem problem) {
        String right = problem.answer();
        return switch (this) {
            case EXACT -> answer -> verdict(canonical(answer).equals(canonical(right)));
            case NUMBER -> answer -> verdict(sameNumber(answer, right));
            case CHOICE -> answer -> verdict(letter(answer).equals(letter(right)));
            case BRACKETS -> brackets(problem);
            case AUTO -> fitting(problem).of(problem);
        };
    }

    private static AnswerCheck fitting(Problem problem) {
        if (problem.kind().equals("brackets")) {
            return BRACKETS;
        }
        boolean options = problem.question().contains("A) ") && problem.question().contains("B) ");
        if (options && problem.answer().matches("[A-J]")) {
            return CHOICE;
        }
        return number(problem.answer()).isPresent() && NUMERAL.matcher(problem.answer().strip()).matches() ? NUMBER : EXACT;
    }

    /// By the question where it can be read, else by the value of the answer that the dataset gives.
    private static Function<String, Verdict> brackets(Problem problem) {
        var checker = BracketChecker.ofQuestion(problem.question())
                .filter(found -> found.isRight(problem.answer()))
                .or(() -> BracketChecker.ofSolution(problem.answer()));
        return checker.<Function<String, Verdict>>map(found -> answer -> verdict(found.isRight(answer)))
                .orElse(_ -> Verdict.UNKNOWN);
    }

    private static boolean sameNumber(String answer, String right) {
        var one = number(answer);
        var other = number(right);
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        double a = one.get().doubleValue();
        double b = other.get().doubleValue();
        return one.get().compareTo(other.get()) == 0 || Math.abs(a - b) <= 1e-6 * Math.max(Math.abs(a), Math.abs(b));
    }

    private static Optional<BigDecimal> number(String text) {
        return NUMERAL.matcher(text)
                .results()
                .map(MatchResult::group)
                .reduce((_, last) -> last)
                .filter(numeral -> numeral.length() <= LONGEST_NUMERAL)
                .map(numeral -> new BigDecimal(numeral.replace(",", "")));
    }

    private static String letter(String text) {
        return LETTER.matcher(text).results().map(found -> found.group(1)).reduce((_, last) -> last).orElse("");
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

    private static Verdict verdict(boolean right) {
        return right ? Verdict.RIGHT : Verdict.WRONG;
    }
}
