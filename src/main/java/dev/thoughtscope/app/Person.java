package dev.thoughtscope.app;

import dev.thoughtscope.session.Autosaves;
import dev.thoughtscope.session.RunFiles;
import dev.thoughtscope.settings.ModelChoice;
import dev.thoughtscope.settings.SettingsFile;
import dev.thoughtscope.viewmodel.settings.SettingsModel;
import java.util.Locale;
import java.util.Optional;

/// What belongs to the person who starts the window: their settings and their runs.
final class Person implements AutoCloseable {
    private final SettingsFile file = SettingsFile.ofPerson();
    private final RunFiles runs = RunFiles.ofPerson();
    private final Autosaves saves = new Autosaves(runs);
    private final SettingsKeeper keeper = new SettingsKeeper(file);

    /// @param opening what to open, nothing for the model that was used last
    WindowStart start(Opening opening) {
        var read = file.read();
        if (!read.language().isEmpty()) {
            // before the first sentence is looked up
            Locale.setDefault(Locale.forLanguageTag(read.language()));
        }
        return new WindowStart(
                new SettingsModel(read, keeper),
                opening.model().<ModelChoice>map(model -> new ModelChoice.File(model, read.model().device())).orElse(read.model()),
                opening.run().isPresent() ? Optional.empty() : Optional.of(Wiring.sampleRequest()),
                opening.run(),
                saves::around,
                Optional.of(runs),
                runs.unfinished(),
                _ -> {});
    }

    @Override
    public void close() {
        saves.close();
        keeper.close();
    }
}
