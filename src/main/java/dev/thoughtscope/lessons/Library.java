package dev.thoughtscope.lessons;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where the files of lessons lie.
@FunctionalInterface
public interface Library {
    /// @param name as a directive gives it: relative, never out of the library
    /// @throws IOException if there is no such file
    InputStream open(String name) throws IOException;

    /// The lessons that ship.
    static Library shipped() {
        return name -> {
            var stream = Library.class.getResourceAsStream("/dev/thoughtscope/lessons/" + name);
            if (stream == null) {
                throw new FileNotFoundException("There is no file " + name + " among the lessons that ship.");
            }
            return stream;
        };
    }

    /// The folder of a lesson of one's own.
    static Library folder(Path folder) {
        return name -> {
            var file = folder.resolve(name);
            if (!Files.isRegularFile(file)) {
                throw new FileNotFoundException("The lesson needs " + name + " beside it: there is no file " + file + ".");
            }
            if (!file.toRealPath().startsWith(folder.toRealPath())) {
                throw new IOException("The lesson names " + name + ", which lies outside its own folder.");
            }
            return Files.newInputStream(file);
        };
    }
}
