package dev.thoughtscope.study.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Writes a report into a folder: `report.html`, `report.md`, `tables/*.csv`, `charts/*.svg`.
public final class ReportFiles {
    private ReportFiles() {}

    /// @return the HTML page
    public static Path write(Report report, Path folder) throws IOException {
        var tables = Files.createDirectories(folder.resolve("tables"));
        var charts = Files.createDirectories(folder.resolve("charts"));
        for (var section : report.sections()) {
            for (var table : section.tables()) {
                Files.writeString(tables.resolve(table.name() + ".csv"), CsvWriter.write(table));
            }
            for (var chart : section.charts()) {
                Files.writeString(charts.resolve(chart.name() + ".svg"), alone(chart));
            }
        }
        Files.writeString(folder.resolve("report.md"), MarkdownWriter.write(report));
        return Files.writeString(folder.resolve("report.html"), HtmlWriter.write(report));
    }

    /// Tables of the report as Markdown, to be put into other texts.
    ///
    /// @param names of tables, as their files in `tables` are called
    /// @return empty if the report has none of them
    public static String markdown(Report report, List<String> names) {
        return MarkdownWriter.tables(report, names);
    }

    /// With its own style, for a chart that is not part of a page.
    public static String alone(Section.Chart chart) {
        String svg = chart.svg();
        int end = svg.indexOf('>') + 1;
        return svg.substring(0, end) + "<style>" + Svg.STYLE + ".chart{background:var(--paper)}</style>"
                + svg.substring(end);
    }
}
