package dev.thoughtscope.study.report;

import dev.thoughtscope.study.Puzzle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The parentheses puzzle: its true answer, what each method answers, and how it came to that.
final class PuzzleSection {
    private PuzzleSection() {}

    static Section of(Puzzle puzzle) {
        var checker = puzzle.checker();
        long right = puzzle.tries().stream().filter(Puzzle.Try::isRight).count();
        var tables = new ArrayList<Table>();
        tables.add(answers(puzzle));
        for (int i = 0; i < puzzle.tries().size(); i++) {
            var one = puzzle.tries().get(i);
            if (!one.steps().isEmpty()) {
                tables.add(steps("puzzle-" + (i + 1), one));
            }
        }
        return new Section(
                "The parentheses puzzle",
                List.of(
                        "“" + puzzle.problem().question() + "”",
                        "Without parentheses it comes to " + checker.plainValue() + ". Of the " + checker.placements().size()
                                + " places for one pair of parentheses exactly "
                                + (checker.solutions().size() == 1 ? "one works: " : checker.solutions().size() + " work: ")
                                + String.join("; ", checker.solutions()) + " = " + checker.target() + ".",
                        right + " of " + puzzle.tries().size() + " runs found it. Below, what each method answered, and the steps"
                                + " of the thought that led there; a cross marks arithmetic that does not hold."),
                List.of(),
                tables);
    }

    private static Table answers(Puzzle puzzle) {
        var table = new Table.Builder(
                "puzzle", 4, "run", "method", "answer", "", "comes to", "right attempts", "confidence", "tokens");
        for (var one : puzzle.tries()) {
            var result = one.result();
            long right = result.attempts().stream().filter(attempt -> attempt.isRight()).count();
            String answer = result.failure().isEmpty()
                    ? one.chosen().map(chosen -> chosen.answer()).orElse("no answer")
                    : result.failure();
            table.row(List.of(
                    new Table.Cell(result.log().isEmpty() ? "–" : "open", result.log().isEmpty() ? "" : "runs/" + result.log()),
                    cell(one.method().name()),
                    cell(answer),
                    cell(one.isRight() ? "✓" : "✗"),
                    cell(one.value().isEmpty() ? "–" : one.value()),
                    cell(right + " of " + result.attempts().size()),
                    cell(one.chosen().map(chosen -> String.format(Locale.ROOT, "%.3f", chosen.value())).orElse("–")),
                    cell(String.valueOf(result.tokens()))));
        }
        return table.build();
    }

    private static Table steps(String name, Puzzle.Try one) {
        var table = new Table.Builder(name, 3, "step", "what it wrote", "its arithmetic");
        for (int i = 0; i < one.steps().size(); i++) {
            var step = one.steps().get(i);
            String finding = step.finding()
                    .map(found -> (step.isWrong() ? "✗ " : "✓ ") + found.note())
                    .orElse("");
            table.row(String.valueOf(i + 1), step.text(), finding);
        }
        return table.build().folded(one.method().name() + ": " + one.steps().size() + " steps, "
                + (one.isRight() ? "right" : one.value().isEmpty() ? "no such expression" : "comes to " + one.value()));
    }

    private static Table.Cell cell(String text) {
        return new Table.Cell(text, "");
    }
}
