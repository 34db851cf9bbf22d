package dev.thoughtscope.cli;

/// Exit codes of the command line.
final class Exit {
    static final int OK = 0;
    /// The model, the engine or the search could not do it.
    static final int FAILED = 1;
    /// The command was not understood.
    static final int USAGE = 2;
    /// A file could not be read or written.
    static final int FILE = 3;
    /// The search ended without an answer.
    static final int NO_ANSWER = 4;

    private Exit() {}
}
