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

    /// For a file of another kind.
    ///
    /// @param name proposed, without its ending
    /// @param ending without the dot
    /// @param type what such files are, in the person's language
    default Optional<Path> save(Window owner, String name, String ending, String type) {
        var chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(type, "*." + ending));
        chooser.setInitialFileName(name + "." + ending);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    /// The system's own dialogs.
    static FileDialogs ofSystem() {
        return new FileDialogs() {
            @Override
            public Optional<Path> open(Window owner) {
                return Optional.ofNullable(chooser().showOpenDialog(owner)).map(File::toPath);
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
