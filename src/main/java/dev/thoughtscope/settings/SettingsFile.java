package dev.thoughtscope.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The file of the settings, `settings.json`. Whole at every moment: a crash while it is written leaves the old one.
public final class SettingsFile {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
    private static final long MOST_BYTES = 4 << 20;

    private final Path file;

    public SettingsFile(Path file) {
        this.file = file;
    }

    /// In the folder that the system has for such files.
    public static SettingsFile ofPerson() {
        return new SettingsFile(AppFolders.config().resolve("settings.json"));
    }

    public Path file() {
        return file;
    }

    /// What it says; the defaults if it is not there. A damaged file is put aside under another name.
    public Settings read() {
        if (!Files.isRegularFile(file)) {
            return Settings.DEFAULT;
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new IOException("it is too long");
            }
            var all = SettingsJson.JSON.readTree(Files.readString(file));
            if (all == null || !all.isObject()) {
                throw new IOException("it holds no object");
            }
            return SettingsJson.read(all);
        } catch (IOException damaged) {
            LOG.warn("The settings in {} cannot be read ({}); the usual ones are used.", file, damaged.getMessage());
            putAside();
            return Settings.DEFAULT;
        }
    }

    private void putAside() {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException kept) {
            LOG.warn("It could not be put aside: {}", kept.getMessage());
        }
    }

    /// Writes all. From one thread at a time.
    ///
    /// @throws IOException if that cannot be; what was there before is there still
    public void write(Settings settings) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var partial = Files.createTempFile(folder, ".settings-", ".json");
        try {
            try (var channel = java.nio.channels.FileChannel.open(partial, StandardOpenOption.WRITE)) {
                channel.write(StandardCharsets.UTF_8.encode(SettingsJson.pretty(settings)));
                channel.force(true);
            }
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
    }
}
