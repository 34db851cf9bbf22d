package dev.thoughtscope.lessons;

/// Something of the window that a step points at.
public sealed interface Target {
    record Node(int node) implements Target {}

    /// @param index of the token in the selected node, or in the strip where there is one, from 0
    record Token(int index) implements Target {}

    record Part(Place place) implements Target {}

    /// A part of the lesson's window.
    enum Place {
        TREE,
        LEGEND,
        TIME,
        PANEL
    }
}
