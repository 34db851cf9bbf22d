package dev.thoughtscope.export;

/// How a tree is written.
///
/// @param palette name of the heat colours, as `HeatRamp` knows them
/// @param dark whether pictures have a dark ground
/// @param node to which a path leads, -1 for that of the answer
public record ExportStyle(String palette, boolean dark, int node) {
    public static final ExportStyle USUAL = new ExportStyle("viridis", false, -1);
}
