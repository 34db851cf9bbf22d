package dev.thoughtscope.viewmodel.study;

import dev.thoughtscope.study.report.ReportFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/// Writes what the page shows into files a person names. Does nothing where there is nothing to write.
public final class StudySaver {
    private final Background background;
    private final Supplier<StudyCharts> charts;
    private final Supplier<Compared> comparison;

    StudySaver(Background background, Supplier<StudyCharts> charts, Supplier<Compared> comparison) {
        this.background = background;
        this.charts = charts;
        this.comparison = comparison;
    }

    /// The report of what is shown: HTML, Markdown, CSV, SVG.
    public void report(Path folder) {
        var shown = charts.get();
        if (shown != null) {
            background.run(() -> ReportFiles.write(shown.report(), folder), _ -> {});
        }
    }

    public void comparison(Path folder) {
        var compared = comparison.get();
        if (compared != null) {
            background.run(() -> ReportFiles.write(compared.report(), folder), _ -> {});
        }
    }

    /// A chart of what is shown as SVG or, by the name's ending, its table as CSV.
    public void chart(StudyChart chart, Path file) {
        var shown = charts.get();
        if (shown != null) {
            background.run(
                    () -> file.getFileName().toString().endsWith(".csv")
                            ? Files.writeString(file, StudyExport.csv(chart))
                            : Files.writeString(file, StudyExport.svg(shown.report(), chart)),
                    _ -> {});
        }
    }
}
