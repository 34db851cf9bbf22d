package dev.thoughtscope.viewmodel.study;

import dev.thoughtscope.study.report.Report;
import dev.thoughtscope.study.report.ReportFiles;
import java.io.IOException;
import java.util.Locale;

/// A single chart as a file.
final class StudyExport {
    private StudyExport() {}

    static String csv(StudyChart chart) {
        var csv = new StringBuilder("series,budget,x,share,low,high,n\r\n");
        for (var series : chart.series()) {
            for (var point : series.points()) {
                csv.append('"').append(series.name().replace("\"", "\"\"")).append('"').append(String.format(
                        Locale.ROOT,
                        ",%d,%s,%.6f,%.6f,%.6f,%d\r\n",
                        point.budget(),
                        Double.toString(point.x()),
                        point.y(),
                        point.low(),
                        point.high(),
                        point.n()));
            }
        }
        return csv.toString();
    }

    /// As in the report.
    static String svg(Report report, StudyChart chart) throws IOException {
        return report.sections().stream()
                .flatMap(section -> section.charts().stream())
                .filter(found -> found.name().startsWith(chart.id().equals("confidence") ? "reliability" : chart.id()))
                .findFirst()
                .map(ReportFiles::alone)
                .orElseThrow(() -> new IOException("The report has no picture of this chart: save it as PNG instead."));
    }
}
