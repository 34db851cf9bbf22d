package dev.thoughtscope.session;

import dev.thoughtscope.search.Event;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Keeps every run that another runner starts in a folder as it grows.
public final class KeepingRunner implements Runner {
    private final Runner runner;
    private final RunFolder folder;
    private final Consumer<String> notice;
    private final Set<CompletableFuture<Void>> open;

    /// The runs of one window, whichever model they run on.
    ///
    /// @param open those that are still being written
    public record Keeper(RunFolder folder, Consumer<String> notice, Set<CompletableFuture<Void>> open) {
        /// @param notice told in a sentence when a run cannot be kept, on any thread
        public Keeper(RunFolder folder, Consumer<String> notice) {
            this(folder, notice, ConcurrentHashMap.newKeySet());
        }

        public Runner before(Runner runner) {
            return new KeepingRunner(runner, this);
        }

        /// Waits until what has ended is written, for so long at most.
        public void await(long millis) {
            var all = CompletableFuture.allOf(open.toArray(CompletableFuture[]::new));
            try {
                all.get(millis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException unwritten) {
                // told where it happened, or still running
            }
        }
    }

    private KeepingRunner(Runner runner, Keeper keeper) {
        this.runner = runner;
        folder = keeper.folder();
        notice = keeper.notice();
        open = keeper.open();
    }

    @Override
    public Run start(RunRequest request) {
        return keep(runner.start(request), request.question());
    }

    @Override
    public Run goOn(EventLog past, int events, RunRequest request) {
        return keep(runner.goOn(past, events, request), question(past));
    }

    @Override
    public Run bring(Trace trace, RunRequest request) {
        var run = runner.bring(trace, request);
        return keep(run, question(run.log()));
    }

    private static String question(EventLog log) {
        boolean any = log.size() > 0;
        return any && log.get(0).event() instanceof Event.RunStarted started ? started.run().question() : "";
    }

    private Run keep(Run run, String question) {
        try {
            var saved = Autosave.follow(run.log(), folder.newFile(question, Instant.now()), notice);
            open.add(saved);
            saved.whenComplete((_, failed) -> {
                open.remove(saved);
                if (failed instanceof IOException) {
                    notice.accept(failed.getMessage());
                }
            });
        } catch (IOException refused) {
            notice.accept(refused.getMessage() + " The run goes on, but is not kept.");
        }
        return run;
    }

    @Override
    public String modelLine() {
        return runner.modelLine();
    }

    @Override
    public List<String> samples() {
        return runner.samples();
    }
}
