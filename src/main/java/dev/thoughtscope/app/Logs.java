package dev.thoughtscope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// The log goes to a file of the person's own, never to their terminal.
final class Logs {
    private static final int BYTES = 2 << 20;
    private static final int FILES = 3;

    private Logs() {}

    /// Sets it up; without a place to write there is no log.
    static void open() {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tF %1$tT %4$s %3$s: %5$s%6$s%n");
        var root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        try {
            Files.createDirectories(folder());
            var file = new FileHandler(folder().resolve("thoughtscope.%u.%g.log").toString(), BYTES, FILES, true);
            file.setFormatter(new SimpleFormatter());
            root.addHandler(file);
            root.setLevel(Level.INFO);
        } catch (IOException unwritable) {
            root.setLevel(Level.OFF);
        }
    }

    /// Has the window hear what is logged from now on.
    static void tap(LogTap tap) {
        Logger.getLogger("").addHandler(tap);
    }

    static Path folder() {
        String home = System.getProperty("user.home", ".");
        String os = System.getProperty("os.name", "");
        if (os.startsWith("Windows")) {
            String local = System.getenv("LOCALAPPDATA");
            return Path.of(local == null ? home : local, "Thoughtscope", "logs");
        }
        if (os.startsWith("Mac")) {
            return Path.of(home, "Library", "Logs", "Thoughtscope");
        }
        String state = System.getenv("XDG_STATE_HOME");
        return (state == null || state.isBlank() ? Path.of(home, ".local", "state") : Path.of(state))
                .resolve("thoughtscope");
    }
}
