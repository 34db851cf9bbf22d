package dev.thoughtscope.endurance;

import dev.thoughtscope.engine.host.HostedEngine;
import dev.thoughtscope.engine.llama.LlamaOptions;
import dev.thoughtscope.reasoning.Dialects;
import dev.thoughtscope.search.Tree;
import dev.thoughtscope.session.Home;
import dev.thoughtscope.session.Run;
import dev.thoughtscope.session.RunRequest;
import dev.thoughtscope.session.Thinker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Ends the engine's process again and again in the middle of a search: killed, aborted as by its own memory check,
/// stopped as a machine does that hangs. Tells how long the search stood still and whether any did not go on.
public final class ChildKills {
    private static final String[] WAYS = {"KILL", "ABRT", "SEGV", "STOP"};
    private static final long LONGEST_MILLIS = 120_000;
    /// Deaths in quicker succession end the retries, as they should.
    private static final long BETWEEN_MILLIS = 10_500;

    private ChildKills() {}

    /// @param arguments how often
    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[0]);
        var notices = new ConcurrentLinkedQueue<String>();
        var waits = new ArrayList<Long>();
        int stuck = 0;
        try (var engine = HostedEngine.open(LlamaOptions.of(Home.find().shippedModel()), notices::add)) {
            var thinker = new Thinker(engine, Dialects.of(engine), List.of());
            var run = start(thinker, 0);
            for (int i = 1; i <= count; i++) {
                Thread.sleep(BETWEEN_MILLIS);
                if (run.log().hasEnded()) {
                    run = start(thinker, i);
                    Thread.sleep(1000);
                }
                String way = WAYS[i % WAYS.length];
                long pid = Engines.process().orElseThrow().pid();
                long start = System.nanoTime();
                new ProcessBuilder("kill", "-" + way, String.valueOf(pid)).start().waitFor();
                boolean resumed = resumed(run, pid);
                long millis = (System.nanoTime() - start) / 1_000_000;
                waits.add(millis);
                stuck += resumed ? 0 : 1;
                System.out.println(i + ": " + way + (resumed ? ", the search went on after " : ", NOT resumed after ") + millis
                        + " ms; " + (notices.isEmpty() ? "nothing was told" : notices.poll()));
                notices.clear();
                if (!resumed) {
                    run.control().stop();
                    run = start(thinker, i);
                }
            }
            run.control().stop();
        }
        var sorted = waits.stream().sorted().toList();
        System.out.printf("%d deaths of the engine's process, %d searches did not go on%n", count, stuck);
        System.out.printf("stood still, median %d ms, most %d ms%n", sorted.get(sorted.size() / 2), sorted.getLast());
        System.exit(stuck == 0 ? 0 : 1);
    }

    private static Run start(Thinker thinker, long seed) {
        var request = RunRequest.of(Home.find().sampleQuestions().getFirst());
        return thinker.start(new RunRequest(
                request.question(), request.action(), 1_000_000, 4, 4, 400, 1, seed, false, false, request.options()));
    }

    /// Waits for tokens that a new process wrote.
    private static boolean resumed(Run run, long oldPid) throws InterruptedException {
        int before = -1;
        for (long start = System.nanoTime(); System.nanoTime() - start < LONGEST_MILLIS * 1_000_000; Thread.sleep(10)) {
            boolean renewed = Engines.process().filter(process -> process.pid() != oldPid).isPresent();
            if (renewed && before < 0) {
                before = run.log().size();
            }
            if (run.log().hasEnded()) {
                return run.log().fold().state() != Tree.State.FAILED;
            }
            if (renewed && run.log().size() > before) {
                return true;
            }
        }
        return false;
    }
}
