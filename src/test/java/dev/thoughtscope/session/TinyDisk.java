package dev.thoughtscope.session;

import dev.thoughtscope.search.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/// What happens to sessions on a disk that is full, and on one that can only be read. A process of its own, since the
/// disk is mounted for it alone.
public final class TinyDisk {
    private TinyDisk() {}

    /// @param arguments `full` or `read-only`, then the folder
    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[1]);
        if (arguments[0].equals("full")) {
            full(folder);
        } else {
            readOnly(folder);
        }
    }

    private static EventLog log(int megabytes) {
        var log = SessionSafetyTest.begun();
        for (int i = 0; i < megabytes; i++) {
            log.append(new Event.Refused("x".repeat(1 << 20)));
        }
        return log;
    }

    private static void full(Path folder) throws Exception {
        var file = folder.resolve("run.thoughts");
        LogFile.write(log(1), file);
        tell("save", () -> LogFile.write(log(8), file));
        System.out.println("earlier " + LogFile.read(file).log().size() + " events, " + LogFile.read(file).damage().orElse("whole"));
        fill(folder.resolve("filler"));
        tell("save on a full disk", () -> LogFile.write(log(1), file));
        Files.delete(folder.resolve("filler"));
        var notices = new ConcurrentLinkedQueue<String>();
        var running = log(0);
        var saved = Autosave.follow(running, folder.resolve("auto.thoughts"), notices::add);
        fill(folder.resolve("filler"));
        running.append(new Event.Refused("y".repeat(1 << 20)));
        while (notices.isEmpty()) {
            Thread.sleep(20);
        }
        System.out.println("autosave " + notices.peek());
        Files.delete(folder.resolve("filler"));
        running.append(new Event.Finished(Event.Ending.STOPPED));
        saved.get(10, TimeUnit.SECONDS);
        System.out.println("autosaved " + LogFile.read(folder.resolve("auto.thoughts")).log().size() + " events");
        System.out.println("earlier " + LogFile.read(file).log().size() + " events, " + LogFile.read(file).damage().orElse("whole"));
        try (var files = Files.list(folder)) {
            System.out.println("files " + files.map(f -> f.getFileName().toString()).sorted().toList());
        }
    }

    private static void readOnly(Path folder) throws Exception {
        var file = folder.resolve("run.thoughts");
        tell("save", () -> LogFile.write(log(0), file));
        tell("autosave", () -> Autosave.follow(log(0), folder.resolve("auto.thoughts"), _ -> {}));
        System.out.println("earlier " + LogFile.read(file).log().size() + " events");
    }

    private static void fill(Path filler) throws IOException {
        var block = new byte[1 << 12];
        try (var out = Files.newOutputStream(filler, StandardOpenOption.CREATE)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            return;
        }
    }

    @FunctionalInterface
    private interface Attempt {
        void make() throws IOException;
    }

    private static void tell(String what, Attempt attempt) {
        try {
            attempt.make();
            System.out.println(what + " done");
        } catch (IOException refused) {
            System.out.println(what + ": " + refused.getMessage());
        }
    }
}
