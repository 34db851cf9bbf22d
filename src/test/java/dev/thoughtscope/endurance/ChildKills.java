package dev.thoughtscope.endurance;

import dev.thoughtscope.engine.host.HostedEngine;
import dev.thoughtscope.engine.llama.LlamaOptions;
import dev.thoughtscope.reasoning.Dialects;
import dev.thoughtscope.search.Tree;
import dev.thoughtscope.session.Home;
import dev.thoughtscope.session.Run;
import dev.thoughtscope.session.RunRequest;
import dev.thoughtscope.session.Thinker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Ends the engine's process again and again in the middle of a search: killed, aborted as by its own memory check,
/// by a memory error, stopped as by a machine that hangs. Tells how long each search stood still, and whether it went
/// on and came to its end.
public final class ChildKills {
    private static final String STARVE = "no memory";
    private static final String[] WAYS = {"KILL", "ABRT", "SEGV", "STOP", STARVE};
    private static final long LONGEST_MILLIS = 120_000;

    /// Deaths in quicker succession end the retries, as they should.
    private static final long BETWEEN_MILLIS = 10_500;

    /// Events after which a search is under way, and the most milliseconds that it then gets before the kill.
    private static final int UNDER_WAY = 40;

    private static final int MOST_HEADSTART_MILLIS = 150;

    /// @param standstillMillis from the kill to the first event after the death was told
    private record Outcome(long standstillMillis, boolean wentOn, boolean ended, String told) {}

    private final Thinker thinker;
    private final ConcurrentLinkedQueue<String> notices;
    private final Random random = new Random(1);
    private long seed;

    private ChildKills(HostedEngine engine, ConcurrentLinkedQueue<String> notices) {
        this.notices = notices;
        thinker = new Thinker(engine, Dialects.of(engine), List.of());
    }

    /// @param arguments how often
    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[0]);
        var notices = new ConcurrentLinkedQueue<String>();
        var outcomes = new ArrayList<Outcome>();
        try (var engine = HostedEngine.open(LlamaOptions.of(Home.find().shippedModel()), notices::add)) {
            var kills = new ChildKills(engine, notices);
            for (int i = 1; i <= count; i++) {
                Thread.sleep(BETWEEN_MILLIS);
                String way = WAYS[i % WAYS.length];
                var outcome = kills.one(way);
                outcomes.add(outcome);
                System.out.printf(
                        "%d: %s, %s; %s; %s%n",
                        i,
                        way,
                        outcome.wentOn ? "the search went on after " + outcome.standstillMillis + " ms" : "NOT resumed",
                        outcome.ended ? "it came to its end" : "it did NOT end",
                        outcome.told.isEmpty() ? "nothing was told" : outcome.told);
            }
        }
        tell(outcomes);
    }

    private Outcome one(String way) throws IOException, InterruptedException {
        while (true) {
            var run = underWay();
            notices.clear();
            long start = System.nanoTime();
            if (way.equals(STARVE)) {
                Engines.starve();
            } else {
                Engines.signal(way);
            }
            var outcome = watch(run, start);
            if (!outcome.told.isEmpty() || !outcome.ended) {
                return outcome;
            }
            // it had ended before the signal came; the death belongs to no search
            Thread.sleep(BETWEEN_MILLIS);
        }
    }

    /// A search that is not about to end.
    private Run underWay() throws InterruptedException {
        while (true) {
            var request = RunRequest.of(Home.find().sampleQuestions().getFirst());
            var run = thinker.start(new RunRequest(
                    request.question(), request.action(), 400, 8, 4, 400, 1.2, ++seed, false, false, request.options()));
            while (run.log().size() < UNDER_WAY && !run.log().hasEnded()) {
                Thread.sleep(1);
            }
            Thread.sleep(random.nextInt(MOST_HEADSTART_MILLIS));
            if (!run.log().hasEnded()) {
                return run;
            }
        }
    }

    /// No event of the old process comes after its death was told.
    private Outcome watch(Run run, long start) throws InterruptedException {
        int before = -1;
        long wentOn = 0;
        while (millisSince(start) < LONGEST_MILLIS && !run.log().hasEnded()) {
            if (before < 0 && !notices.isEmpty()) {
                before = run.log().size();
            }
            if (before >= 0 && wentOn == 0 && run.log().size() > before) {
                wentOn = millisSince(start);
            }
            Thread.sleep(1);
        }
        boolean ended = run.log().hasEnded() && run.log().fold().state() != Tree.State.FAILED;
        var told = notices.isEmpty() ? "" : notices.peek();
        run.control().stop();
        return new Outcome(wentOn > 0 ? wentOn : millisSince(start), !told.isEmpty() && ended, ended, told);
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static void tell(List<Outcome> outcomes) {
        long stuck = outcomes.stream().filter(outcome -> !outcome.wentOn).count();
        var waits = outcomes.stream()
                .filter(outcome -> outcome.wentOn)
                .map(Outcome::standstillMillis)
                .sorted()
                .toList();
        System.out.printf("%d deaths of the engine's process in a search, %d searches did not go on%n", outcomes.size(), stuck);
        if (!waits.isEmpty()) {
            System.out.printf("stood still, median %d ms, most %d ms%n", waits.get(waits.size() / 2), waits.getLast());
        }
        System.exit(stuck == 0 ? 0 : 1);
    }
}
