package dev.thoughtscope.study.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Comma-separated values as RFC 4180 has them: fields in double quotes may hold commas, line ends and doubled quotes.
final class CsvReader {
    private static final int LONGEST_RECORD = 1 << 20;

    private final DatasetLines lines;

    CsvReader(DatasetLines lines) {
        this.lines = lines;
    }

    /// @param line number of its first line
    /// @param damage empty if the record could be read
    record Record(int line, List<String> fields, String damage) {}

    /// The next record, or null after the last one; empty lines are passed over.
    Record next() throws IOException {
        var line = lines.next();
        while (line != null && line.damage().isEmpty() && line.text().isEmpty()) {
            line = lines.next();
        }
        if (line == null) {
            return null;
        }
        int first = line.number();
        var parser = new Fields();
        while (line != null) {
            if (!line.damage().isEmpty()) {
                return new Record(first, List.of(), line.damage());
            }
            if (!parser.take(line.text())) {
                return new Record(first, parser.fields, parser.damage);
            }
            if (parser.length > LONGEST_RECORD) {
                return new Record(first, List.of(), "its quoted field does not end within " + LONGEST_RECORD + " characters");
            }
            line = lines.next();
        }
        return new Record(first, List.of(), "a double quote opens a field that never ends");
    }

    private static final class Fields {
        private final List<String> fields = new ArrayList<>();
        private final StringBuilder field = new StringBuilder();
        private boolean quoted;
        private int length;
        private String damage = "";

        /// @return whether the record goes on in the next line
        boolean take(String line) {
            length += line.length() + 1;
            int at = 0;
            while (at <= line.length()) {
                at = quoted ? inQuotes(line, at) : outside(line, at);
            }
            if (quoted) {
                field.append('\n');
            }
            return quoted && damage.isEmpty();
        }

        private int outside(String line, int at) {
            if (at == line.length() || line.charAt(at) == ',') {
                fields.add(field.toString());
                field.setLength(0);
            } else if (line.charAt(at) == '"' && field.isEmpty()) {
                quoted = true;
            } else {
                field.append(line.charAt(at));
            }
            return at + 1;
        }

        private int inQuotes(String line, int at) {
            if (at == line.length()) {
                return at + 1;
            }
            if (line.charAt(at) != '"') {
                field.append(line.charAt(at));
                return at + 1;
            }
            if (at + 1 < line.length() && line.charAt(at + 1) == '"') {
                field.append('"');
                return at + 2;
            }
            quoted = false;
            if (at + 1 < line.length() && line.charAt(at + 1) != ',') {
                damage = "text follows the double quote that ends field " + (fields.size() + 1);
            }
            return at + 1;
        }
    }
}
