package dev.thoughtscope.study.data;

/// A line of a dataset that is no problem.
///
/// @param line 1 for the first
/// @param why one sentence without the line's number
public record BadLine(String file, int line, String why) {
    @Override
    public String toString() {
        return file + ", line " + line + ": " + why;
    }
}
