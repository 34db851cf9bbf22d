package dev.thoughtscope.study.report;

import java.util.List;
import java.util.stream.Collectors;

/// A table as RFC 4180 has it, UTF-8.
final class CsvWriter {
    private CsvWriter() {}

    static String write(Table table) {
        var out = new StringBuilder();
        line(out, table.columns());
        table.rows().forEach(row -> line(out, row.stream().map(Table.Cell::text).toList()));
        return out.toString();
    }

    private static void line(StringBuilder out, List<String> fields) {
        out.append(fields.stream().map(CsvWriter::field).collect(Collectors.joining(","))).append("\r\n");
    }

    /// What begins like a formula gets an apostrophe before it, since spreadsheets would work it out.
    private static String field(String text) {
        boolean number = text.matches("[-+]?\\d[\\d,.]*( .*)?");
        String safe = !number && text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
