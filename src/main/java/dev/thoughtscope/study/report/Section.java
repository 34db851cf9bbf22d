package dev.thoughtscope.study.report;

import java.util.List;

/// One part of a report.
///
/// @param paragraphs plain text
public record Section(String title, List<String> paragraphs, List<Chart> charts, List<Table> tables) {
    public Section {
        paragraphs = List.copyOf(paragraphs);
        charts = List.copyOf(charts);
        tables = List.copyOf(tables);
    }

    /// @param name short and safe as a file's name
    /// @param wide whether it takes the whole line; others stand side by side
    /// @param svg a whole `svg` element
    public record Chart(String name, boolean wide, String svg) {}
}
