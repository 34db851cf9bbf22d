package dev.thoughtscope.app;

import dev.thoughtscope.settings.Settings;
import dev.thoughtscope.settings.SettingsFile;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/// Writes settings away from the window's thread, the latest only.
final class SettingsKeeper implements Consumer<Settings>, AutoCloseable {
    private final SettingsFile file;
    private final AtomicReference<Settings> latest = new AtomicReference<>();
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("settings").factory());

    SettingsKeeper(SettingsFile file) {
        this.file = file;
    }

    @Override
    public void accept(Settings settings) {
        if (latest.getAndSet(settings) == null && !writer.isShutdown()) {
            writer.execute(this::write);
        }
    }

    private void write() {
        try {
            file.write(latest.getAndSet(null));
        } catch (IOException failed) {
            LoggerFactory.getLogger(SettingsKeeper.class)
                    .warn("The settings cannot be written to {}: {}", file.file(), failed.getMessage());
        }
    }

    /// Waits until all is written, for a second at most.
    @Override
    public void close() {
        writer.shutdown();
        try {
            writer.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
