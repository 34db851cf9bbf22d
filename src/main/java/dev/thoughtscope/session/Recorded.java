package dev.thoughtscope.session;

import dev.thoughtscope.search.Event;

/// An event at its place in a log.
///
/// @param seq its number, 0 for the first
/// @param nanos time since the run began
public record Recorded(long seq, long nanos, Event event) {}
