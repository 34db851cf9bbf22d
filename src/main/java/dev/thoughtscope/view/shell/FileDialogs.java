package dev.thoughtscope.view.shell;

import dev.thoughtscope.view.theme.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Asks for files. Apart, because no dialog opens where there is no display.
public interface FileDialogs {
    /// Ending of saved runs.
    String ENDING = ".thoughts";

    Optional<Path> open(Window owner);

    /// @param name proposed
    Optional<Path> save(Window owner, String name);

    /// For a file of another kind; by default the person is not asked and nothing is saved.
    ///
    /// @param name proposed, with its ending
    /// @param kind what such a file is, for the dialog's list
    default Optional<Path> saveAs(Window owner, String name, String kind) {
        return Optional.empty();
    }

    /// The system's own dialogs.
    static FileDialogs ofSystem() {
        return new FileDialogs() {
            @Override
            public Optional<Path> open(Window owner) {
                return Optional.ofNullable(chooser().showOpenDialog(owner)).map(File::toPath);
            }

            @Override
            public Optional<Path> saveAs(Window owner, String name, String kind) {
                var chooser = new FileChooser();
                String ending = name.substring(name.lastIndexOf('.'));
                chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, "*" + ending));
                chooser.setInitialFileName(name);
                return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
            }

            @Override
            public Optional<Path> save(Window owner, String name) {
                var chooser = chooser();
                chooser.setInitialFileName(name + ENDING);
                return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
            }
        };
    }

    private static FileChooser chooser() {
        var chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(Messages.get("file.type"), "*" + ENDING));
        return chooser;
    }
}
