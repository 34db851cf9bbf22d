package dev.thoughtscope.app;

import dev.thoughtscope.session.Runner;
import dev.thoughtscope.viewmodel.strip.StripSource;

/// What a loaded model serves in the window.
///
/// @param runner the tree's searches
/// @param strip the strip's measurements
record Loaded(Runner runner, StripSource strip) {}
