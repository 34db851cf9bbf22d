package dev.thoughtscope.session;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/// Why a file could not be written, in a sentence that says what a person can do.
final class Unwritable {
    private Unwritable() {}

    static IOException because(Path file, IOException why) {
        return new IOException(
                file + " cannot be written: " + reason(why) + ". Nothing that was saved before is lost.", why);
    }

    private static String reason(IOException why) {
        String raw = why instanceof FileSystemException failed && failed.getReason() != null
                ? failed.getReason()
                : String.valueOf(why.getMessage());
        String known = raw.toLowerCase(Locale.ROOT);
        if (known.contains("no space left") || known.contains("not enough space") || known.contains("quota")) {
            return "the disk is full; make room, or choose another place";
        }
        if (known.contains("read-only")) {
            return "its disk can only be read; choose another place";
        }
        return switch (why) {
            case AccessDeniedException _ -> "this user may not write there; choose another place";
            case NoSuchFileException _ -> "its folder is not there any more; choose another place";
            case FileAlreadyExistsException _ -> "where its folder should be there is a file; choose another place";
            default -> raw + "; choose another place";
        };
    }
}
