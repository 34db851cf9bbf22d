package dev.thoughtscope.viewmodel.compare;

import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.session.EventLog;
import dev.thoughtscope.session.LogFile;
import dev.thoughtscope.session.RunRequest;
import dev.thoughtscope.session.Runner;
import dev.thoughtscope.viewmodel.QuestionModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Two runs side by side, both at the same share of their simulations. Files are read on threads of their own; what comes
/// of it waits for [#pump].
public final class CompareModel {
    private static final long EVERY_NANOS = 500_000_000;

    private final CompareSide first;
    private final CompareSide second;
    private final QuestionModel firstAsk = new QuestionModel();
    private final QuestionModel secondAsk = new QuestionModel();
    private final Supplier<EventLog> current;
    private final Supplier<RunRequest> asked;
    private final Queue<Runnable> done = new ConcurrentLinkedQueue<>();
    private final DoubleProperty share = new SimpleDoubleProperty(this, "share", 1);
    private final ReadOnlyObjectWrapper<Differences> differences =
            new ReadOnlyObjectWrapper<>(this, "differences", Differences.NONE);
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(this, "ready");
    private final StringProperty trouble = new SimpleStringProperty(this, "trouble", "");
    private Runner runner;
    private RunRequest waiting;
    private int compared = -1;
    private long comparedAt;
    private boolean following;

    /// @param confidence of a token, 0 to 1, NaN where it is not known
    /// @param current the explorer's run, empty if none
    /// @param asked the explorer's question and settings
    public CompareModel(
            ToDoubleFunction<TokenStep> confidence, Supplier<EventLog> current, Supplier<RunRequest> asked) {
        first = new CompareSide(confidence);
        second = new CompareSide(confidence);
        this.current = current;
        this.asked = asked;
        share.subscribe(this::seek);
        link(first, second);
        link(second, first);
    }

    /// What is selected on one side is selected on the other, where it has a twin there.
    private void link(CompareSide from, CompareSide to) {
        from.window().inspector().selected().subscribe(now -> {
            int twin = twin(from, now.intValue());
            if (!following && twin >= 0) {
                following = true;
                to.window().inspector().selected().set(twin);
                following = false;
            }
        });
    }

    private int twin(CompareSide from, int node) {
        var twins = differences.get().twins();
        if (from == first) {
            return twins.getOrDefault(node, -1);
        }
        return twins.entrySet().stream()
                .filter(twin -> twin.getValue() == node)
                .map(twin -> twin.getKey())
                .findFirst()
                .orElse(-1);
    }

    /// A model can be asked now.
    public void ready(Runner loaded) {
        runner = loaded;
        ready.set(true);
    }

    public CompareSide first() {
        return first;
    }

    public CompareSide second() {
        return second;
    }

    public List<CompareSide> sides() {
        return List.of(first, second);
    }

    /// Puts the explorer's run on a side, as far as it has come.
    public void takeCurrent(CompareSide side) {
        var log = current.get();
        if (log.size() == 0) {
            trouble.set("");
            return;
        }
        put(side, log);
    }

    /// Whether the explorer shows a run.
    public boolean hasCurrent() {
        return current.get().size() > 0;
    }

    public void open(CompareSide side, Path file) {
        trouble.set("");
        Thread.ofVirtual().name("open a run").start(() -> {
            try {
                var opened = LogFile.read(file);
                done.add(() -> {
                    put(side, opened.log());
                    opened.damage().ifPresent(trouble::set);
                });
            } catch (IOException failed) {
                done.add(() -> trouble.set(failed.getMessage()));
            }
        });
    }

    private void put(CompareSide side, EventLog log) {
        waiting = null;
        side.show(log);
        side.window().pump(Long.MAX_VALUE / 2);
        changed();
        seek();
    }

    /// Takes the explorer's question and settings for both, with another seed for the second.
    public void prepare() {
        var request = asked.get();
        firstAsk.take(request);
        secondAsk.action().set(request.action());
        secondAsk.rollouts().set(request.rollouts());
        secondAsk.width().set(request.width());
        secondAsk.parallel().set(request.parallel());
        secondAsk.maxTokens().set(request.maxTokens());
        secondAsk.temperature().set(request.temperature());
        secondAsk.reflect().set(request.reflect());
        secondAsk.choice().set(firstAsk.choice().get());
        secondAsk.seed().set(request.seed() + 1);
    }

    public QuestionModel firstAsk() {
        return firstAsk;
    }

    public QuestionModel secondAsk() {
        return secondAsk;
    }

    /// Asks with the settings of the first side, and when that run is over with those of the second.
    public void askBoth() {
        var one = firstAsk.request(false);
        var other = secondAsk.request(false);
        if (runner == null) {
            return;
        }
        trouble.set("");
        second.show(new EventLog());
        share.set(1);
        if (start(first, one)) {
            waiting = other;
        }
        changed();
    }

    private boolean start(CompareSide side, RunRequest request) {
        try {
            side.show(runner.start(request));
            return true;
        } catch (IllegalArgumentException | EngineException refused) {
            trouble.set(refused.getMessage());
            return false;
        }
    }

    /// Ends what is being asked.
    public void stop() {
        waiting = null;
        first.stop();
        second.stop();
    }

    public boolean isAsking() {
        return first.isRunning() || second.isRunning() || waiting != null;
    }

    /// Takes in what is new, for so long at most on each side.
    ///
    /// @return whether anything changed
    public boolean pump(long nanos) {
        for (var action = done.poll(); action != null; action = done.poll()) {
            action.run();
        }
        if (waiting != null && !first.isRunning()) {
            var next = waiting;
            waiting = null;
            start(second, next);
        }
        boolean changed = first.window().pump(nanos) | second.window().pump(nanos);
        int length = first.log().size() * 31 + second.log().size();
        if (length != compared && System.nanoTime() - comparedAt > EVERY_NANOS) {
            compared = length;
            comparedAt = System.nanoTime();
            differences.set(Differences.of(first.log().fold(), second.log().fold()));
            return true;
        }
        return changed;
    }

    private void changed() {
        compared = -1;
        comparedAt = 0;
    }

    private void seek() {
        for (var side : sides()) {
            if (side.log().size() > 0) {
                side.seek(share.get());
            }
        }
    }

    /// One simulation of the longer run on or back, on both sides.
    public void step(int step) {
        int most = Math.max(1, Math.max(first.simulations(), second.simulations()));
        share.set(Math.clamp(Math.round(share.get() * most + step) / (double) most, 0, 1));
    }

    /// How far both runs are shown, as a share of their simulations: 0 to 1.
    public DoubleProperty share() {
        return share;
    }

    public ReadOnlyObjectProperty<Differences> differences() {
        return differences.getReadOnlyProperty();
    }

    /// Whether there is a model to ask.
    public ReadOnlyBooleanProperty ready() {
        return ready.getReadOnlyProperty();
    }

    /// What went wrong, in a sentence; empty when nothing did.
    public StringProperty trouble() {
        return trouble;
    }
}
