package dev.thoughtscope.view.models;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Asks for files and folders. Apart, because no dialog opens where there is no display.
public interface ModelDialogs {
    Optional<Path> model(Window owner);

    Optional<Path> folder(Window owner);

    /// The system's own dialogs.
    static ModelDialogs ofSystem() {
        return new ModelDialogs() {
            @Override
            public Optional<Path> model(Window owner) {
                var chooser = new FileChooser();
                chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(Words.get("file.type"), "*.gguf"));
                return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
            }

            @Override
            public Optional<Path> folder(Window owner) {
                return Optional.ofNullable(new DirectoryChooser().showDialog(owner)).map(File::toPath);
            }
        };
    }
}
