package dev.thoughtscope.endurance;

import dev.thoughtscope.engine.host.HostedEngine;
import dev.thoughtscope.engine.llama.LlamaOptions;
import dev.thoughtscope.reasoning.Dialects;
import dev.thoughtscope.session.Autosaves;
import dev.thoughtscope.session.Home;
import dev.thoughtscope.session.RunFiles;
import dev.thoughtscope.session.RunRequest;
import dev.thoughtscope.session.Thinker;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// Searches without end on the model that ships, each run kept in a file, and prints each minute what the app and its
/// engine's process hold: heap after a collection, resident size, handles, threads.
public final class Soak {
    private static final int WARM_MINUTES = 10;
    /// Growth since the app is warm that still counts as flat.
    private static final double FLAT = 1.10;

    private record Sample(long heap, long resident, long engine, long handles, long threads) {
        static Sample now() throws IOException {
            System.gc();
            long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            long child = Engines.process().map(ProcessHandle::pid).orElse(0L);
            return new Sample(
                    heap,
                    resident("self"),
                    child == 0 ? 0 : resident(String.valueOf(child)),
                    handles("self") + (child == 0 ? 0 : handles(String.valueOf(child))),
                    ManagementFactory.getThreadMXBean().getThreadCount());
        }

        private static long resident(String pid) throws IOException {
            try (var lines = Files.lines(Path.of("/proc", pid, "status"))) {
                return lines.filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                        .findFirst()
                        .orElse(0);
            }
        }

        private static long handles(String pid) throws IOException {
            try (var handles = Files.list(Path.of("/proc", pid, "fd"))) {
                return handles.count();
            }
        }
    }

    private Soak() {}

    /// @param arguments how many minutes
    public static void main(String[] arguments) throws Exception {
        long minutes = Long.parseLong(arguments[0]);
        var folder = Files.createTempDirectory("soak");
        var samples = new ArrayList<Sample>();
        long start = System.nanoTime();
        long next = start;
        long runs = 0;
        long tokens = 0;
        var notices = new ArrayList<String>();
        try (var engine = HostedEngine.open(LlamaOptions.of(Home.find().shippedModel()), notices::add);
                var saves = new Autosaves(new RunFiles(folder))) {
            var thinker = saves.around(new Thinker(engine, Dialects.of(engine), List.of()), notices::add);
            var questions = Home.find().sampleQuestions();
            System.out.println("minute  searches    tokens  heap MB  resident MB  engine MB  handles  threads");
            while (System.nanoTime() - start < TimeUnit.MINUTES.toNanos(minutes)) {
                var request = RunRequest.of(questions.get((int) (runs % questions.size())));
                var run = thinker.start(request);
                while (!run.log().hasEnded()) {
                    Thread.sleep(10);
                }
                runs++;
                tokens += run.log().fold().generatedTokens();
                if (System.nanoTime() >= next) {
                    var sample = Sample.now();
                    samples.add(sample);
                    System.out.printf(
                            Locale.ROOT, "%6d  %8d  %8d  %7.1f  %11.1f  %9.1f  %7d  %7d%n",
                            (System.nanoTime() - start) / 60_000_000_000L, runs, tokens, sample.heap / 1e6, sample.resident / 1e6,
                            sample.engine / 1e6, sample.handles, sample.threads);
                    next += TimeUnit.MINUTES.toNanos(1);
                }
            }
        }
        notices.forEach(System.out::println);
        System.exit(tell(samples) ? 0 : 1);
    }

    private static boolean tell(List<Sample> samples) {
        int warm = Math.min(samples.size() - 1, Math.max(WARM_MINUTES, samples.size() / 10));
        var early = samples.get(warm);
        var late = samples.getLast();
        System.out.printf(
                Locale.ROOT, "last beside minute %d: heap x%.2f, resident x%.2f, engine x%.2f, handles %+d, threads %+d%n",
                warm, (double) late.heap / early.heap, (double) late.resident / early.resident,
                (double) late.engine / early.engine, late.handles - early.handles, late.threads - early.threads);
        return late.heap <= early.heap * FLAT && late.resident <= early.resident * FLAT
                && late.engine <= early.engine * FLAT && late.handles <= early.handles + 2 && late.threads <= early.threads + 2;
    }
}
