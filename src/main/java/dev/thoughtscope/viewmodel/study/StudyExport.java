package dev.thoughtscope.viewmodel.study;

import dev.thoughtscope.study.report.Report;
import dev.thoughtscope.study.report.ReportFiles;
import dev.thoughtscope.study.report.Section;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// A single chart as a file.
final class StudyExport {
    private static final int TILES = 3;
    private static final int TILE_WIDTH = 290;
    private static final int TILE_HEIGHT = 300;

    private StudyExport() {}

    static String csv(StudyChart chart) {
        return chart.kind() == StudyChart.Kind.NATS ? kinds(chart) : series(chart);
    }

    private static String series(StudyChart chart) {
        var csv = new StringBuilder("series,budget,x,share,low,high,n\r\n");
        for (var series : chart.series()) {
            for (var point : series.role() == StudyChart.Role.LADDER ? List.<StudyChart.Point>of() : series.points()) {
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

    private static String kinds(StudyChart chart) {
        var csv = new StringBuilder("kind,nats,low,high,tokens\r\n");
        for (var series : chart.series()) {
            for (var point : series.points()) {
                if (point.source() instanceof StudyChart.Source.Tokens(var kind)) {
                    csv.append(String.format(
                            Locale.ROOT,
                            "%s,%.6f,%.6f,%.6f,%d\r\n",
                            kind.label(), point.y(), point.low(), point.high(), point.n()));
                }
            }
        }
        return csv.toString();
    }

    /// As in the report.
    static String svg(Report report, StudyChart chart) throws IOException {
        boolean tiles = chart.id().equals("confidence");
        var found = report.sections().stream()
                .flatMap(section -> section.charts().stream())
                .filter(one -> tiles ? one.name().startsWith("reliability-") : one.name().equals(chart.id()))
                .toList();
        if (found.isEmpty()) {
            throw new IOException("There is nothing in this chart yet that could be saved.");
        }
        return ReportFiles.alone(tiles ? tiled(found) : found.getFirst());
    }

    /// The report has a chart for each method here: all of them in one picture.
    private static Section.Chart tiled(List<Section.Chart> charts) {
        int columns = Math.min(TILES, charts.size());
        int width = columns * TILE_WIDTH;
        int height = (charts.size() + columns - 1) / columns * TILE_HEIGHT;
        var svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\">",
                width, height, width, height));
        for (int i = 0; i < charts.size(); i++) {
            String place = String.format(
                    Locale.ROOT, "<svg x=\"%d\" y=\"%d\" ", i % columns * TILE_WIDTH, i / columns * TILE_HEIGHT);
            svg.append(charts.get(i).svg().replaceFirst("<svg ", place));
        }
        return new Section.Chart("confidence", true, svg.append("</svg>").toString());
    }
}
