package dev.thoughtscope.viewmodel.study;

import dev.thoughtscope.study.Comparison;
import dev.thoughtscope.study.StudyFolder;
import dev.thoughtscope.study.report.ComparisonReport;
import dev.thoughtscope.study.report.Report;
import java.nio.file.Path;
import java.util.Optional;

/// Two studies beside each other, and where their runs are.
///
/// @param other title of the second one
public record Compared(
        String other,
        Comparison comparison,
        StudyFolder firstFolder,
        StudyFolder.Contents first,
        StudyFolder secondFolder,
        StudyFolder.Contents second) {
    static Compared of(StudyCharts shown, String title, StudyFolder other) throws java.io.IOException {
        var theirs = other.read();
        return new Compared(
                title, Comparison.of(shown.contents(), theirs), shown.folder(), shown.contents(), other, theirs);
    }

    /// Event log of the first study's run, empty if none was kept.
    public Optional<Path> firstLog(Comparison.Change change) {
        return log(firstFolder, change.firstLog());
    }

    /// Event log of the second study's run, empty if none was kept.
    public Optional<Path> secondLog(Comparison.Change change) {
        return log(secondFolder, change.secondLog());
    }

    Report report() {
        return ComparisonReport.of(first, second);
    }

    private static Optional<Path> log(StudyFolder folder, String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(folder.runs().resolve(name));
    }
}
