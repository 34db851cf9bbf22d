package dev.thoughtscope.viewmodel;

import dev.thoughtscope.export.ExportFormat;
import dev.thoughtscope.export.ExportStyle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the tree that is shown in formats of others. Called on the JavaFX thread; texts are made and files written
/// on threads of their own.
public final class Exports {
    private final Playback playback;
    private final Documents documents;

    Exports(Playback playback, Documents documents) {
        this.playback = playback;
        this.documents = documents;
    }

    /// Saves the run that is shown, as far as it has come, with the moments that were marked.
    public void save(Path file) {
        documents.save(playback.log(), playback.history().bookmarks(), file);
    }

    /// Saves the run that is shown, as far as it has come, as a web page that replays it.
    public void saveHtml(Path file) {
        documents.saveHtml(playback.log(), file);
    }

    /// Writes a file; what goes wrong is told in the window.
    public void write(ExportFormat format, ExportStyle style, Path file) {
        var tree = playback.shown().copy();
        inBackground(() -> Files.writeString(file, format.write(tree, style)));
    }

    /// The text itself, for the clipboard.
    ///
    /// @throws IllegalArgumentException with a sentence if there is no tree
    public String text(ExportFormat format, ExportStyle style) {
        return format.write(playback.shown(), style);
    }

    /// Something that writes a file.
    public interface Writing {
        void run() throws IOException;
    }

    /// Does it on a thread of its own; what goes wrong is told in the window.
    public void inBackground(Writing writing) {
        Thread.ofVirtual().name("export").start(() -> {
            try {
                writing.run();
            } catch (IOException failed) {
                documents.tellLater("The file could not be written: " + failed.getMessage() + ". Choose another place.");
            } catch (IllegalArgumentException refused) {
                documents.tellLater(refused.getMessage());
            }
        });
    }
}
