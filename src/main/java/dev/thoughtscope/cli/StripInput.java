package dev.thoughtscope.cli;

import dev.thoughtscope.probe.TextFile;
import java.io.IOException;
import java.nio.file.Path;

/// The text of a strip, from the command line, a file or the standard input.
final class StripInput {
    private StripInput() {}

    /// @param text null for none
    /// @param file null for none, `-` for the standard input
    static String read(String text, Path file) throws IOException {
        if ((text == null) == (file == null)) {
            throw new IllegalArgumentException("Give either a text or a file with --file.");
        }
        return file == null ? argument(text) : file(file);
    }

    private static String argument(String text) {
        if (text.indexOf('\uFFFD') >= 0) {
            throw new IllegalArgumentException(
                    "The text has characters that cannot be read: it must be UTF-8. Put it in a file and use --file.");
        }
        return text;
    }

    private static String file(Path file) throws IOException {
        return file.toString().equals("-")
                ? TextFile.decode(System.in.readNBytes(TextFile.MOST_BYTES + 1), "The standard input")
                : TextFile.read(file);
    }
}
