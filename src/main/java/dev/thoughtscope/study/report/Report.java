package dev.thoughtscope.study.report;

import java.util.List;

/// A study as text, tables and charts, before it is written as HTML or Markdown.
///
/// @param facts what was run, on what: label and value
public record Report(String title, List<List<String>> facts, List<Section> sections) {
    public Report {
        facts = List.copyOf(facts);
        sections = List.copyOf(sections);
    }
}
