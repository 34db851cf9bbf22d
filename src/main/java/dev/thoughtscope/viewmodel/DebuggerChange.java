package dev.thoughtscope.viewmodel;

/// Something that a person did to the search.
///
/// @param node the node that it was done to
public record DebuggerChange(Kind kind, int node) {
    public enum Kind {
        LEAVE_OUT,
        LET_IN,
        PIN,
        UNPIN,
        FOCUS,
        FOCUS_ALL,
        REFLECT,
        ADD,
        EDIT,
        FORCE,
        PRIOR,
        EVEN,
        GO_ON
    }
}
