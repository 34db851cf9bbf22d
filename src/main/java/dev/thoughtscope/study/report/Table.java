package dev.thoughtscope.study.report;

import java.util.ArrayList;
import java.util.List;

/// Rows of text under named columns.
///
/// @param name short and safe as a file's name
/// @param textColumns the first so many columns are text, the others numbers
/// @param caption what is read where the table is folded away, empty for one that is not
public record Table(String name, int textColumns, List<String> columns, List<List<Cell>> rows, String caption) {
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    Table folded(String newCaption) {
        return new Table(name, textColumns, columns, rows, newCaption);
    }

    /// @param link relative address, empty for none
    public record Cell(String text, String link) {}

    static final class Builder {
        private final String name;
        private final int textColumns;
        private final List<String> columns;
        private final List<List<Cell>> rows = new ArrayList<>();

        Builder(String name, int textColumns, String... columns) {
            this.name = name;
            this.textColumns = textColumns;
            this.columns = List.of(columns);
        }

        Builder row(String... texts) {
            return row(List.of(texts).stream().map(text -> new Cell(text, "")).toList());
        }

        Builder row(List<Cell> cells) {
            if (cells.size() != columns.size()) {
                throw new IllegalArgumentException(cells.size() + " cells under " + columns.size() + " columns");
            }
            rows.add(List.copyOf(cells));
            return this;
        }

        Table build() {
            return new Table(name, textColumns, columns, rows, "");
        }
    }
}
