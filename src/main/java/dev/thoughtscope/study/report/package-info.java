/// A study as something to read: one HTML file, one Markdown file, tables as CSV, charts as SVG.
package dev.thoughtscope.study.report;
