package dev.thoughtscope.session;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/// Keeps each run of a runner in a file of its own, from its first event on. Any thread.
public final class Autosaves implements AutoCloseable {
    private static final long LAST_WAIT_MILLIS = 1500;

    private final RunFiles files;
    private final Queue<CompletableFuture<Void>> underWay = new ConcurrentLinkedQueue<>();

    public Autosaves(RunFiles files) {
        this.files = files;
    }

    /// The runner, with its runs kept. A run that cannot be kept goes on all the same.
    ///
    /// @param notice told in sentences what cannot be kept
    public Runner around(Runner runner, Consumer<String> notice) {
        return new Keeping(runner, notice);
    }

    private Run keep(Run run, String question, Consumer<String> notice) {
        try {
            underWay.removeIf(CompletableFuture::isDone);
            var saved = Autosave.follow(run.log(), files.next(question, Instant.now()), notice);
            underWay.add(saved);
            saved.whenComplete((_, failed) -> {
                if (failed != null) {
                    notice.accept(failed.getMessage());
                }
            });
            files.prune();
        } catch (IOException refused) {
            notice.accept("This run is not kept: " + refused.getMessage());
        }
        return run;
    }

    /// Gives what was stopped a moment to be written to its end.
    @Override
    public void close() {
        try {
            CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new)).get(LAST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException incomplete) {
            LoggerFactory.getLogger(Autosaves.class).warn("a run was not kept to its end", incomplete);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Keeping implements Runner {
        private final Runner runner;
        private final Consumer<String> notice;

        private Keeping(Runner runner, Consumer<String> notice) {
            this.runner = runner;
            this.notice = notice;
        }

        @Override
        public Run start(RunRequest request) {
            return kept(runner.start(request), request.question());
        }

        @Override
        public Run goOn(EventLog past, int events, RunRequest request) {
            return kept(runner.goOn(past, events, request), past.fold(1).run().map(info -> info.question()).orElse(""));
        }

        @Override
        public Run bring(Trace trace, RunRequest request) {
            return kept(runner.bring(trace, request), trace.question());
        }

        @Override
        public Run goOnText(String text, String thought, RunRequest request) {
            return kept(runner.goOnText(text, thought, request), text);
        }

        private Run kept(Run run, String question) {
            return keep(run, question, notice);
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
}
