package dev.thoughtscope.study;

import dev.thoughtscope.reasoning.AnswerMatch;
import dev.thoughtscope.reasoning.BracketChecker;
import dev.thoughtscope.search.Verdict;
import dev.thoughtscope.study.data.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
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
            case EXACT -> answer -> verdict(AnswerMatch.sameText(answer, right));
            case NUMBER -> answer -> verdict(AnswerMatch.sameNumber(answer, right));
            case CHOICE -> answer -> verdict(AnswerMatch.sameChoice(answer, right));
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
        return AnswerMatch.isNumber(problem.answer()) ? NUMBER : EXACT;
    }

    /// By the question where it can be read, else by the value of the answer that the dataset gives.
    private static Function<String, Verdict> brackets(Problem problem) {
        var checker = BracketChecker.ofQuestion(problem.question())
                .filter(found -> found.isRight(problem.answer()))
                .or(() -> BracketChecker.ofSolution(problem.answer()));
        return checker.<Function<String, Verdict>>map(found -> answer -> verdict(found.isRight(answer)))
                .orElse(_ -> Verdict.UNKNOWN);
    }

    private static Verdict verdict(boolean right) {
        return right ? Verdict.RIGHT : Verdict.WRONG;
    }
}
