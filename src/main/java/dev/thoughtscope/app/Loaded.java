package dev.thoughtscope.app;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.session.Runner;
import dev.thoughtscope.viewmodel.models.ModelInUse;
import dev.thoughtscope.viewmodel.strip.StripSource;
import java.util.Optional;

/// What a loaded model serves in the window.
///
/// @param runner the tree's searches
/// @param strip the strip's measurements
/// @param noStrip why the strip cannot be measured on it, empty if it can
/// @param engine that all of it runs on
/// @param model what it is
/// @param end frees it; whatever still runs on it fails
record Loaded(
        Runner runner, StripSource strip, Optional<String> noStrip, Engine engine, ModelInUse model, Runnable end) {}
