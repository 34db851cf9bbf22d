package dev.thoughtscope.study.report;

import java.util.List;

/// A report as one Markdown file: its text and its tables; the charts are in the HTML page.
final class MarkdownWriter {
    private MarkdownWriter() {}

    static String write(Report report) {
        var out = new StringBuilder("# ").append(escape(report.title())).append("\n\n");
        report.facts().forEach(fact ->
                out.append("- ").append(escape(fact.getFirst())).append(": ").append(escape(fact.getLast())).append('\n'));
        for (var section : report.sections()) {
            out.append("\n## ").append(escape(section.title())).append('\n');
            section.paragraphs().forEach(text -> out.append('\n').append(escape(text)).append('\n'));
            section.tables().forEach(table -> table(out, table));
        }
        return out.toString();
    }

    /// Only tables of these names, in the report's order, each under its section's title.
    static String tables(Report report, List<String> names) {
        var out = new StringBuilder();
        for (var section : report.sections()) {
            for (var table : section.tables()) {
                if (names.contains(table.name())) {
                    out.append(out.isEmpty() ? "" : "\n").append("### ").append(escape(section.title())).append('\n');
                    table(out, table);
                }
            }
        }
        return out.toString();
    }

    private static void table(StringBuilder out, Table table) {
        if (!table.caption().isEmpty()) {
            out.append('\n').append(escape(table.caption())).append('\n');
        }
        out.append("\n| ").append(String.join(" | ", table.columns().stream().map(MarkdownWriter::escape).toList()))
                .append(" |\n|");
        for (int i = 0; i < table.columns().size(); i++) {
            out.append(i < table.textColumns() ? " --- |" : " ---: |");
        }
        out.append('\n');
        table.rows().forEach(row -> row(out, row));
    }

    private static void row(StringBuilder out, List<Table.Cell> row) {
        out.append('|');
        for (var cell : row) {
            String text = escape(cell.text());
            out.append(' ').append(cell.link().isEmpty() ? text : "[" + text + "](<" + cell.link() + ">)").append(" |");
        }
        out.append('\n');
    }

    /// Nothing that a model wrote can become markup, a cell's end or another line.
    private static String escape(String text) {
        return Html.escape(text)
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replaceAll("\\s+", " ")
                .replaceAll("([\\\\`*_\\[\\]|~#!$])", "\\\\$1");
    }
}
