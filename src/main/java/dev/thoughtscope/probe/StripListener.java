package dev.thoughtscope.probe;

import java.util.List;

/// Hears of a strip as it fills, on the thread that measures.
public interface StripListener {
    StripListener NONE = new StripListener() {};

    /// The text without thoughts: every position, none measured.
    ///
    /// @param windows overlapping parts that the text was cut into to fit the context, 1 if it fits
    default void started(List<Position> positions, int windows) {}

    /// A position with all its thoughts.
    default void measured(Position position) {}

    default void progress(Progress progress) {}

    /// @param done positions measured
    /// @param total positions to measure
    /// @param nanos time spent, pauses left out
    /// @param nanosLeft estimate from what is done, -1 before anything is
    record Progress(int done, int total, long nanos, long nanosLeft) {}
}
