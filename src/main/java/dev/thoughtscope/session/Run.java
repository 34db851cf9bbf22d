package dev.thoughtscope.session;

import dev.thoughtscope.search.Control;

/// A search under way: its log, and the hand on it.
public record Run(EventLog log, Control control) {}
