package dev.thoughtscope.study.report;

import java.util.List;

/// A report as one HTML page that needs nothing else: no script, no font, no address outside it but those of its runs.
final class HtmlWriter {
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";
    private static final String STYLE =
            """
            :root{color-scheme:light dark;--ink:#1f2328;--faint:#5b6470;--grid:#d8dde3;--paper:#ffffff;--band:#f4f6f8;--link:#0060a0}
            @media(prefers-color-scheme:dark){:root{--ink:#e6e9ed;--faint:#a3adb8;--grid:#39414a;--paper:#15191e;--band:#1d232a;--link:#7cc0f5}}
            body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",sans-serif}
            main{max-width:940px;margin:0 auto;padding:32px 24px 64px}
            h1{font-size:30px;line-height:1.2;margin:0 0 20px}
            h2{font-size:21px;margin:44px 0 8px}
            p{margin:8px 0;max-width:72ch}
            a{color:var(--link)}
            dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 18px;margin:0;font-size:14px}
            dt{color:var(--faint)}
            dd{margin:0;overflow-wrap:anywhere}
            .scroll{overflow-x:auto;margin:14px 0}
            table{border-collapse:collapse;font-size:14px;font-variant-numeric:tabular-nums}
            th{text-align:left;vertical-align:bottom;font-weight:600;border-bottom:1px solid var(--faint)}
            th,td{padding:5px 14px 5px 0}
            td{border-bottom:1px solid var(--grid);vertical-align:top;overflow-wrap:break-word}
            th.n,td.n{text-align:right;white-space:nowrap}
            td.t{max-width:46ch}
            td.k{white-space:nowrap}
            th:last-child,td:last-child{padding-right:0}
            summary{cursor:pointer;color:var(--link);font-size:14px;margin-top:10px}
            .side{display:flex;flex-wrap:wrap;gap:14px 20px;margin:14px 0}
            .wide{margin:14px 0}
            .chart{max-width:100%;height:auto;display:block}
            @media print{main{max-width:none}}
            """;
    /// Tables that are longer are folded.
    private static final int LONG = 16;
    /// Shorter text is not broken into lines.
    private static final int SHORT = 32;

    private final StringBuilder out = new StringBuilder();

    private HtmlWriter() {}

    static String write(Report report) {
        var writer = new HtmlWriter();
        writer.page(report);
        return writer.out.toString();
    }

    private void page(Report report) {
        String title = Html.escape(report.title());
        out.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"").append(POLICY).append("\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<title>").append(title).append("</title>\n<style>\n").append(STYLE).append(Svg.STYLE)
                .append("</style>\n</head>\n<body>\n<main>\n<h1>").append(title).append("</h1>\n<dl>\n");
        for (var fact : report.facts()) {
            out.append("<dt>").append(Html.escape(fact.getFirst())).append("</dt><dd>")
                    .append(Html.escape(fact.getLast())).append("</dd>\n");
        }
        out.append("</dl>\n");
        report.sections().forEach(this::section);
        out.append("</main>\n</body>\n</html>\n");
    }

    private void section(Section section) {
        out.append("<section>\n<h2>").append(Html.escape(section.title())).append("</h2>\n");
        section.paragraphs().forEach(text -> out.append("<p>").append(Html.escape(text)).append("</p>\n"));
        var narrow = section.charts().stream().filter(chart -> !chart.wide()).toList();
        section.charts().stream()
                .filter(Section.Chart::wide)
                .forEach(chart -> out.append("<div class=\"wide\">").append(chart.svg()).append("</div>\n"));
        if (!narrow.isEmpty()) {
            out.append("<div class=\"side\">");
            narrow.forEach(chart -> out.append(chart.svg()).append('\n'));
            out.append("</div>\n");
        }
        section.tables().forEach(this::table);
        out.append("</section>\n");
    }

    private void table(Table table) {
        boolean folded = table.rows().size() > LONG || !table.caption().isEmpty();
        if (folded) {
            String summary = table.caption().isEmpty()
                    ? table.rows().size() + " rows: " + String.join(", ", table.columns())
                    : table.caption();
            out.append("<details><summary>").append(Html.escape(summary)).append("</summary>\n");
        }
        out.append("<div class=\"scroll\"><table>\n<thead><tr>");
        for (int i = 0; i < table.columns().size(); i++) {
            out.append(i < table.textColumns() ? "<th>" : "<th class=\"n\">")
                    .append(Html.escape(table.columns().get(i))).append("</th>");
        }
        out.append("</tr></thead>\n<tbody>\n");
        table.rows().forEach(row -> row(row, table.textColumns()));
        out.append("</tbody>\n</table></div>\n");
        if (folded) {
            out.append("</details>\n");
        }
    }

    private void row(List<Table.Cell> row, int textColumns) {
        out.append("<tr>");
        for (int i = 0; i < row.size(); i++) {
            var cell = row.get(i);
            out.append("<td class=\"").append(i >= textColumns ? "n" : cell.text().length() <= SHORT ? "k" : "t").append("\">");
            if (cell.link().isEmpty()) {
                out.append(Html.escape(cell.text()));
            } else {
                out.append("<a href=\"").append(Html.escape(cell.link())).append("\">")
                        .append(Html.escape(cell.text())).append("</a>");
            }
            out.append("</td>");
        }
        out.append("</tr>\n");
    }
}
