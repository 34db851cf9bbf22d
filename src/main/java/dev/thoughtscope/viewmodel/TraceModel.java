package dev.thoughtscope.viewmodel;

import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.search.Event;
import dev.thoughtscope.session.Run;
import dev.thoughtscope.session.RunRequest;
import dev.thoughtscope.session.Runner;
import dev.thoughtscope.session.Trace;
import dev.thoughtscope.session.TraceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A trace of some other system on its way into the tree: its text, its question, what was made out of it.
///
/// Reading, taking apart and scoring run on threads of their own; what comes of them waits for the window's thread.
public final class TraceModel {
    private final WindowModel window;
    private final Queue<Runnable> done = new ConcurrentLinkedQueue<>();
    private final AtomicInteger newest = new AtomicInteger();
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final StringProperty question = new SimpleStringProperty(this, "question", "");
    private final StringProperty fault = new SimpleStringProperty(this, "fault", "");
    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(this, "found", Found.NOTHING);
    private final ReadOnlyBooleanWrapper taken = new ReadOnlyBooleanWrapper(this, "taken");
    private Optional<Trace> trace = Optional.empty();

    /// How thought and answer were told apart.
    ///
    /// @param mark with which thoughts begin, empty without marks
    public record Source(Kind kind, String mark) {
        public enum Kind {
            PLAIN,
            APART,
            MARKS,
            OPEN_MARKS
        }

        static Source of(Trace trace) {
            return switch (trace.source()) {
                case Trace.PLAIN -> new Source(Kind.PLAIN, "");
                case Trace.APART -> new Source(Kind.APART, "");
                default -> new Source(trace.closed() ? Kind.MARKS : Kind.OPEN_MARKS, trace.source());
            };
        }
    }

    /// What was made out of a text.
    ///
    /// @param lines that hold words, 0 for no trace
    /// @param answer empty if none can be told
    /// @param hiddenTokens that the writer thought and did not show
    public record Found(long lines, Source source, String answer, long hiddenTokens) {
        static final Found NOTHING = new Found(0, new Source(Source.Kind.PLAIN, ""), "", 0);
    }

    TraceModel(WindowModel window) {
        this.window = window;
        text.subscribe(this::takeApart);
    }

    /// Begins anew.
    public void clear() {
        text.set("");
        question.set("");
        fault.set("");
        taken.set(false);
    }

    /// Reads a file into the text.
    public void load(Path file) {
        Thread.ofVirtual().name("read a trace").start(() -> {
            try {
                String read = TraceFile.text(file);
                done.add(() -> text.set(read));
            } catch (IOException failed) {
                done.add(() -> fault.set(failed.getMessage()));
            }
        });
    }

    private void takeApart(String written) {
        int number = newest.incrementAndGet();
        fault.set("");
        if (written.isBlank()) {
            take(Optional.empty());
            return;
        }
        Thread.ofVirtual().name("take a trace apart").start(() -> {
            try {
                var parsed = Optional.of(TraceFile.parse(written));
                done.add(() -> takeIfNewest(number, parsed, ""));
            } catch (IllegalArgumentException none) {
                done.add(() -> takeIfNewest(number, Optional.empty(), none.getMessage()));
            }
        });
    }

    private void takeIfNewest(int number, Optional<Trace> parsed, String why) {
        if (number == newest.get()) {
            take(parsed);
            fault.set(why);
        }
    }

    private void take(Optional<Trace> parsed) {
        trace = parsed;
        found.set(parsed.map(it -> new Found(it.lines(), Source.of(it), it.result().orElse(""), it.hiddenTokens()))
                .orElse(Found.NOTHING));
        parsed.map(Trace::question).filter(asked -> !asked.isBlank()).ifPresent(question::set);
    }

    /// Has the loaded model score the trace and shows it as a path.
    public void show() {
        var runner = window.runner();
        if (trace.isEmpty() || runner == null || question.get().isBlank()) {
            return;
        }
        var asked = trace.get().withQuestion(question.get().strip());
        var request = window.question().request(false);
        Thread.ofVirtual().name("import a trace").start(() -> bring(runner, asked, request));
    }

    private void bring(Runner runner, Trace asked, RunRequest request) {
        try {
            var run = runner.bring(asked, request);
            done.add(() -> shown(run));
        } catch (IllegalArgumentException | EngineException refused) {
            done.add(() -> fault.set(refused.getMessage()));
        }
    }

    private void shown(Run run) {
        window.take(run);
        makeRoom(run);
        taken.set(true);
    }

    /// What follows the trace needs room beyond it.
    private void makeRoom(Run run) {
        if (run.log().get(0).event() instanceof Event.RunStarted started) {
            int needed = Integer.parseInt(started.run().settings().getOrDefault("max-tokens", "0"));
            var maxTokens = window.question().maxTokens();
            maxTokens.set(Math.max(maxTokens.get(), needed));
        }
    }

    /// Takes in what has come of it.
    ///
    /// @return whether there was anything
    boolean poll() {
        boolean any = false;
        for (var action = done.poll(); action != null; action = done.poll()) {
            action.run();
            any = true;
        }
        return any;
    }

    /// Whether there is a model that can score a trace.
    public boolean canShow() {
        return window.runner() != null;
    }

    public StringProperty text() {
        return text;
    }

    public StringProperty question() {
        return question;
    }

    /// What is wrong with the trace, in a sentence; empty if nothing is.
    public StringProperty fault() {
        return fault;
    }

    public ReadOnlyObjectProperty<Found> found() {
        return found.getReadOnlyProperty();
    }

    /// Whether the trace stands in the tree.
    public ReadOnlyBooleanProperty taken() {
        return taken.getReadOnlyProperty();
    }
}
