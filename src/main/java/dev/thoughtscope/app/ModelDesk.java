package dev.thoughtscope.app;

import dev.thoughtscope.models.FreeMemory;
import dev.thoughtscope.settings.ModelChoice;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Loads one model after another on a thread of its own. The one in use ends when the next one is there; where both
/// do not fit into memory it ends before, and is loaded again if the next one fails.
final class ModelDesk {
    /// What comes of a request.
    sealed interface Outcome {
        /// @param sentence empty, or why this is not the model that was asked for
        record Ready(Loaded loaded, String sentence) implements Outcome {}

        /// Nothing has changed.
        record Refused(String sentence) implements Outcome {}

        /// There is no model at all.
        record Nothing(String sentence) implements Outcome {}
    }

    /// Opens a model; takes as long as it takes.
    interface Opener {
        /// @param key of a server as the person typed it, empty for none
        /// @throws RuntimeException whose message is one sentence for a person
        Loaded open(ModelChoice choice, String key);

        /// Bytes that it will need, 0 if that is not known. Reads a file's header.
        long bytes(ModelChoice choice);
    }

    private static final Logger LOG = LoggerFactory.getLogger(ModelDesk.class);
    /// A search that was asked to stop gets so long to write its last line.
    private static final long GRACE_MILLIS = 1_500;

    private final Opener opener;
    private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
    private final Queue<String> notices;
    private final ExecutorService loader =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("model loader").factory());
    private Loaded inUse;

    ModelDesk(Opener opener) {
        this(opener, new ConcurrentLinkedQueue<>());
    }

    private ModelDesk(Opener opener, Queue<String> notices) {
        this.opener = opener;
        this.notices = notices;
    }

    /// @param opener made with what takes its notices, such as that the engine's process had to be started again
    static ModelDesk withNotices(Function<Consumer<String>, Opener> opener) {
        var notices = new ConcurrentLinkedQueue<String>();
        return new ModelDesk(opener.apply(notices::add), notices);
    }

    /// The first model of this start; if it cannot be had, the one that ships.
    void begin(ModelChoice choice) {
        loader.execute(() -> {
            try {
                tell(new Outcome.Ready(opener.open(choice, ""), ""));
            } catch (RuntimeException | Error failed) {
                standIn(choice, sentence(failed));
            }
        });
    }

    private void standIn(ModelChoice choice, String why) {
        if (choice.equals(ModelChoice.SHIPPED)) {
            tell(new Outcome.Nothing(why));
            return;
        }
        try {
            tell(new Outcome.Ready(opener.open(ModelChoice.SHIPPED, ""), why));
        } catch (RuntimeException | Error failed) {
            tell(new Outcome.Nothing(why));
        }
    }

    /// Loads another model in place of the one in use.
    void use(ModelChoice choice, String key) {
        loader.execute(() -> {
            boolean tight = inUse != null && !fits(choice);
            var before = inUse;
            if (tight) {
                end(before);
            }
            try {
                tell(new Outcome.Ready(opener.open(choice, key), ""));
            } catch (RuntimeException | Error failed) {
                refused(sentence(failed), tight ? before.model().choice() : null);
                return;
            }
            if (before != null && !tight) {
                end(before);
            }
        });
    }

    private boolean fits(ModelChoice choice) {
        var free = FreeMemory.bytes();
        return free.isEmpty() || opener.bytes(choice) < free.getAsLong();
    }

    private void end(Loaded loaded) {
        try {
            TimeUnit.MILLISECONDS.sleep(GRACE_MILLIS);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        loaded.end().run();
    }

    /// @param again what was ended too early, null for nothing
    private void refused(String sentence, ModelChoice again) {
        if (again == null) {
            tell(new Outcome.Refused(sentence));
            return;
        }
        try {
            tell(new Outcome.Ready(opener.open(again, ""), sentence));
        } catch (RuntimeException | Error failed) {
            inUse = null;
            standIn(again, sentence);
        }
    }

    private void tell(Outcome outcome) {
        if (outcome instanceof Outcome.Ready(var loaded, var _)) {
            inUse = loaded;
        }
        outcomes.add(outcome);
    }

    /// The next outcome, null for none yet.
    Outcome poll() {
        return outcomes.poll();
    }

    /// The next sentence about what happened to the model in use, null for none.
    String notice() {
        return notices.poll();
    }

    /// Ends the model in use, if one is there.
    void close() {
        loader.execute(() -> {
            if (inUse != null) {
                inUse.end().run();
            }
        });
        loader.shutdown();
        try {
            loader.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private static String sentence(Throwable failed) {
        LOG.warn("model refused", failed);
        return failed.getMessage() == null ? failed.toString() : failed.getMessage();
    }
}
