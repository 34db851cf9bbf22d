package dev.thoughtscope.study.report;

import dev.thoughtscope.study.Figures;
import dev.thoughtscope.study.Method;
import dev.thoughtscope.study.Result;
import dev.thoughtscope.study.StudyFolder;
import dev.thoughtscope.study.data.Problem;
import java.util.List;
import java.util.Locale;

/// Every problem of a small study, and what each method made of it.
final class ProblemSection {
    private static final int MOST_PROBLEMS = 12;

    private ProblemSection() {}

    static boolean fits(StudyFolder.Contents contents) {
        return contents.problems().size() <= MOST_PROBLEMS;
    }

    static Section of(StudyFolder.Contents contents, Figures figures) {
        var table = new Table.Builder(
                "problems", 5, "run", "problem", "right answer", "method", "chosen answer", "attempts", "right attempts",
                "confidence", "tokens");
        for (var problem : contents.problems()) {
            for (var method : figures.methods()) {
                for (var result : figures.results(method)) {
                    if (result.problem().equals(problem.id())) {
                        table.row(row(problem, method, result));
                    }
                }
            }
        }
        return new Section("Problem by problem", List.of(), List.of(), List.of(table.build()));
    }

    private static List<Table.Cell> row(Problem problem, Method method, Result result) {
        var chosen = Figures.chosen(method, result, method.budget());
        String mark = chosen.map(one -> switch (one.verdict()) {
                    case RIGHT -> " ✓";
                    case WRONG -> " ✗";
                    case UNKNOWN -> "";
                })
                .orElse("");
        String answer = result.failure().isEmpty()
                ? chosen.map(one -> one.answer() + mark).orElse("no answer")
                : result.failure();
        long right = result.attempts().stream().filter(one -> one.isRight()).count();
        return List.of(
                result.log().isEmpty() ? cell("–") : new Table.Cell("open", "runs/" + result.log()),
                cell(problem.id()),
                cell(problem.answer()),
                cell(method.name()),
                cell(answer),
                cell(String.valueOf(result.attempts().size())),
                cell(String.valueOf(right)),
                cell(chosen.map(one -> String.format(Locale.ROOT, "%.3f", one.value())).orElse("–")),
                cell(String.valueOf(result.tokens())));
    }

    private static Table.Cell cell(String text) {
        return new Table.Cell(text, "");
    }
}
