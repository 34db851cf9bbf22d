package dev.thoughtscope.app;

import dev.thoughtscope.session.Runner;
import dev.thoughtscope.viewmodel.models.ModelInUse;
import dev.thoughtscope.viewmodel.strip.StripSource;

/// What a loaded model serves in the window.
///
/// @param runner the tree's searches
/// @param strip the strip's measurements
/// @param model what it is
/// @param end frees it; whatever still runs on it fails
record Loaded(Runner runner, StripSource strip, ModelInUse model, Runnable end) {}
