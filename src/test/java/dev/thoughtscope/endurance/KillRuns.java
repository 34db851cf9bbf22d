package dev.thoughtscope.endurance;

import dev.thoughtscope.search.Event;
import dev.thoughtscope.session.EventLog;
import dev.thoughtscope.session.LogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Kills the packaged app with SIGKILL at random moments of a run, opens what it saved, and tells how much was lost.
public final class KillRuns {
    private static final String QUESTION =
            "Tom has 45 apples. He buys 23 more apples and then gives 12 apples to Anna. How many apples does Tom have now?";
    private static final Duration ALLOWED = Duration.ofSeconds(1);
    private static final int LONGEST_RUN_MILLIS = 4000;
    private static final int LONGEST_START_MILLIS = 60_000;

    private final Path image;
    private final Path folder = Files.createTempDirectory("kill-runs");
    private final Path file = folder.resolve("run.thoughts");
    private final Random random;
    private final List<Long> lost = new ArrayList<>();
    private int before;
    private int ended;
    private int unreadable;
    private int earlierLost;

    private KillRuns(Path image, long seed) throws IOException {
        this.image = image;
        random = new Random(seed);
    }

    /// @param arguments the image's folder, how often, and a seed
    public static void main(String[] arguments) throws Exception {
        var kills = new KillRuns(Path.of(arguments[0]), Long.parseLong(arguments[2]));
        int count = Integer.parseInt(arguments[1]);
        for (int i = 1; i <= count; i++) {
            kills.one(i);
        }
        kills.tell(count);
    }

    private void one(int number) throws Exception {
        boolean hadFile = Files.exists(file) && readable(file).isPresent();
        var process = new ProcessBuilder(
                        image.resolve("bin").resolve("thoughtscope").toString(),
                        "run", QUESTION, "--rollouts", "100000", "--tokens", "10000000", "--width", "8", "--action", "mini-step-32", "--reflect",
                        "--seed", String.valueOf(number),
                        "--out", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
        boolean early = number % 10 == 0;
        if (early) {
            Thread.sleep(random.nextInt(1500));
        } else {
            waitForRun(process);
            Thread.sleep(random.nextInt(LONGEST_RUN_MILLIS));
        }
        var children = process.descendants().toList();
        var killed = Instant.now();
        process.toHandle().destroyForcibly();
        process.waitFor();
        children.forEach(ProcessHandle::destroyForcibly);
        look(number, killed, hadFile);
    }

    private void waitForRun(Process process) throws IOException, InterruptedException {
        long start = System.nanoTime();
        var began = Instant.now();
        while (!Files.exists(file) || Files.getLastModifiedTime(file).toInstant().isBefore(began) || Files.size(file) < 1000) {
            if (!process.isAlive() || System.nanoTime() - start > LONGEST_START_MILLIS * 1_000_000L) {
                throw new IOException("the run did not begin: " + Files.readString(folder.resolve("output.txt")));
            }
            Thread.sleep(20);
        }
    }

    private void look(int number, Instant killed, boolean hadFile) {
        var log = readable(file);
        var earlier = readable(folder.resolve("run.earlier.thoughts"));
        if (hadFile && log.isEmpty() && earlier.isEmpty()) {
            earlierLost++;
        }
        if (!Files.exists(file)) {
            before++;
            return;
        }
        if (log.isEmpty()) {
            unreadable += Files.isRegularFile(file) && earlier.isEmpty() ? 1 : 0;
            System.out.println(number + ": killed before the first event was whole");
            before++;
            return;
        }
        long behind = Math.max(0, Duration.between(lastEvent(log.get()), killed).toMillis());
        if (log.get().hasEnded()) {
            ended++;
            System.out.println(number + ": had ended by itself");
            return;
        }
        boolean ofThisRun = ((Event.RunStarted) log.get().get(0).event()).run().seed() == number;
        if (ofThisRun) {
            lost.add(behind);
        } else {
            before++;
        }
        System.out.println(number + ": " + (ofThisRun
                ? log.get().size() + " events, the last " + behind + " ms before the kill"
                : "killed before the run began"));
    }

    private static Instant lastEvent(EventLog log) {
        var started = (Event.RunStarted) log.get(0).event();
        var last = log.get(log.size() - 1);
        return Instant.ofEpochMilli(started.run().startedAt()).plusNanos(last.nanos());
    }

    private static Optional<EventLog> readable(Path file) {
        try {
            return Files.exists(file) ? Optional.of(LogFile.read(file).log()) : Optional.empty();
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    private void tell(int count) {
        var sorted = lost.stream().sorted().toList();
        System.out.printf("%d kills, %d of them before the run began, %d after it had ended%n", count, before, ended);
        System.out.printf("unreadable files      %d%n", unreadable);
        System.out.printf("earlier files lost    %d%n", earlierLost);
        if (!sorted.isEmpty()) {
            System.out.printf("lost, median          %d ms%n", sorted.get(sorted.size() / 2));
            System.out.printf("lost, most            %d ms%n", sorted.getLast());
            System.out.printf("lost more than 1 s    %d%n", sorted.stream().filter(ms -> ms > ALLOWED.toMillis()).count());
        }
        System.exit(unreadable + earlierLost == 0 ? 0 : 1);
    }
}
