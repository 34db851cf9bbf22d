package dev.thoughtscope.app;

import dev.thoughtscope.session.RunFolder;
import dev.thoughtscope.settings.AppFolders;
import dev.thoughtscope.settings.ModelChoice;
import dev.thoughtscope.settings.SettingsFile;
import dev.thoughtscope.viewmodel.settings.SettingsModel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// What belongs to the person who starts the window: their settings and their runs.
final class Person implements AutoCloseable {
    private final SettingsFile file = SettingsFile.ofPerson();
    private final RunFolder runs = new RunFolder(AppFolders.data().resolve("runs"));
    private final SettingsKeeper keeper = new SettingsKeeper(file);

    /// @param document a run or a model to open, empty for the model that was used last
    WindowStart start(Optional<Path> document) {
        var read = file.read();
        if (!read.language().isEmpty()) {
            // before the first sentence is looked up
            Locale.setDefault(Locale.forLanguageTag(read.language()));
        }
        var settings = new SettingsModel(read, keeper);
        var model = document.filter(Documents::isModel)
                .<ModelChoice>map(chosen -> new ModelChoice.File(chosen, ModelChoice.Device.DEFAULT))
                .orElse(read.model());
        var run = document.filter(chosen -> !Documents.isModel(chosen));
        return new WindowStart(
                settings,
                model,
                run.isPresent() ? Optional.empty() : Optional.of(Wiring.sampleRequest()),
                run,
                Optional.of(runs),
                runs.unfinished(),
                _ -> {});
    }

    @Override
    public void close() {
        keeper.close();
    }
}
