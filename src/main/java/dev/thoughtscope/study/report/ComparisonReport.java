package dev.thoughtscope.study.report;

import dev.thoughtscope.study.Comparison;
import dev.thoughtscope.study.StudyFolder;
import java.util.List;

/// Two studies beside each other, as a report.
public final class ComparisonReport {
    private ComparisonReport() {}

    public static Report of(StudyFolder.Contents first, StudyFolder.Contents second) {
        var comparison = Comparison.of(first, second);
        var facts = List.of(
                List.of("First", name(first)),
                List.of("Second", name(second)),
                List.of("Compared", "methods of the same name, each with its largest budget, on the same questions and seeds"));
        return new Report(
                first.manifest().name() + " and " + second.manifest().name(),
                facts,
                List.of(accuracy(comparison), changes(comparison)));
    }

    private static String name(StudyFolder.Contents contents) {
        var manifest = contents.manifest();
        String model = manifest.model().name().isBlank() ? manifest.model().file() : manifest.model().name();
        return manifest.name() + ", " + manifest.id() + ": " + model + ", " + manifest.model().sha256() + ", "
                + manifest.model().library() + ", " + manifest.begun();
    }

    private static Section accuracy(Comparison comparison) {
        var table = new Table.Builder(
                "comparison", 1, "method", "problems", "first", "second", "only first", "only second", "difference",
                "chance (McNemar)");
        for (var row : comparison.rows()) {
            table.row(
                    row.method(),
                    String.valueOf(row.problems()),
                    Format.percent(row.first()),
                    Format.percent(row.second()),
                    String.valueOf(row.onlyFirst()),
                    String.valueOf(row.onlySecond()),
                    Format.points(row.difference()),
                    Format.number(row.chance(), 3));
        }
        return new Section(
                "Accuracy",
                comparison.rows().isEmpty()
                        ? List.of("The two have no method and problem in common.")
                        : List.of("The difference is the second less the first, with a bootstrap interval over problems."),
                List.of(),
                comparison.rows().isEmpty() ? List.of() : List.of(table.build()));
    }

    private static Section changes(Comparison comparison) {
        var table = new Table.Builder(
                "changes", 7, "method", "problem", "question", "right answer", "first said", "second said", "solved by");
        for (var change : comparison.changed()) {
            table.row(
                    change.method(),
                    change.problem().id(),
                    change.problem().question(),
                    change.problem().answer(),
                    change.before().isEmpty() ? "–" : change.before(),
                    change.after().isEmpty() ? "–" : change.after(),
                    change.mended() ? "second" : "first");
        }
        return new Section(
                "Problem by problem",
                List.of(comparison.changed().isEmpty()
                        ? "Each problem that one solved the other solved too."
                        : "Problems that one of the two solved and the other did not."),
                List.of(),
                comparison.changed().isEmpty() ? List.of() : List.of(table.build()));
    }
}
