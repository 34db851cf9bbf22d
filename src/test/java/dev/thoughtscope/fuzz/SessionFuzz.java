package dev.thoughtscope.fuzz;

import dev.thoughtscope.search.TreeText;
import dev.thoughtscope.session.LogFile;
import java.io.IOException;
import java.nio.file.Path;

/// A file either opens to a log that folds, prints and survives being saved, or is refused in a sentence.
public final class SessionFuzz {
    private static final Scratch FILE = new Scratch(".thoughts");
    private static final Scratch AGAIN = new Scratch(".thoughts");

    private SessionFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        LogFile.Opened opened;
        try {
            opened = LogFile.read(FILE.with(bytes));
        } catch (IOException refused) {
            return;
        }
        var log = opened.log();
        TreeText.of(log.fold());
        Path saved = AGAIN.with(new byte[0]);
        LogFile.write(log, saved);
        var again = LogFile.read(saved).log();
        if (!again.read(0, again.size()).equals(log.read(0, log.size()))) {
            throw new AssertionError("what was opened and saved is not the same when it is opened again");
        }
    }
}
