package dev.thoughtscope.app;

import dev.thoughtscope.session.RunFiles;
import dev.thoughtscope.session.RunRequest;
import dev.thoughtscope.session.Runner;
import dev.thoughtscope.session.SavedRun;
import dev.thoughtscope.settings.ModelChoice;
import dev.thoughtscope.viewmodel.WindowModel;
import dev.thoughtscope.viewmodel.settings.SettingsModel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// What the window begins with.
///
/// @param model to load first
/// @param first question, asked as soon as the model is there; empty to wait for the person
/// @param document run to open, empty for none
/// @param saving puts a runner before another one, which keeps its runs and tells in sentences what it cannot keep
/// @param runs where they are kept, empty for nowhere
/// @param unfinished run that a crash left
/// @param onShown called on the JavaFX thread when the window is there
record WindowStart(
        SettingsModel settings,
        ModelChoice model,
        Optional<RunRequest> first,
        Optional<Path> document,
        BiFunction<Runner, Consumer<String>, Runner> saving,
        Optional<RunFiles> runs,
        Optional<SavedRun> unfinished,
        Consumer<WindowModel> onShown) {
    private static final String OFFLINE = "THOUGHTSCOPE_OFFLINE";

    /// Whether nothing may be fetched: by the settings, or by the environment for everybody on the machine.
    boolean offline() {
        return settings.offline().get() || System.getenv(OFFLINE) != null;
    }
}
