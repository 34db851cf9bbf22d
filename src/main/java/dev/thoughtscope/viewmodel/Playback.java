package dev.thoughtscope.viewmodel;

import dev.thoughtscope.search.Tree;
import dev.thoughtscope.session.EventLog;
import dev.thoughtscope.session.Recorded;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

/// Which moment of a run the window shows: its head, as events come in, or any moment before.
public final class Playback {
    private static final int BATCH = 256;
    /// Steps forward up to here are shown event by event, longer ones as a new picture.
    private static final int SHORT = 3000;

    private final TreeModel model;
    private final History history = new History();
    private final Keyframes keyframes = new Keyframes();
    private final ReadOnlyIntegerWrapper position = new ReadOnlyIntegerWrapper(this, "position");
    private final ReadOnlyIntegerWrapper length = new ReadOnlyIntegerWrapper(this, "length");
    private final ReadOnlyBooleanWrapper atHead = new ReadOnlyBooleanWrapper(this, "atHead", true);
    private final BooleanProperty playing = new SimpleBooleanProperty(this, "playing");
    private final DoubleProperty speed = new SimpleDoubleProperty(this, "speed", 1);

    private EventLog log = new EventLog();
    private Tree live = new Tree();
    private Tree shown = live;
    private double playNanos;
    private boolean broken;

    Playback(TreeModel model) {
        this.model = model;
    }

    void open(EventLog opened) {
        log = opened;
        broken = false;
        live = new Tree();
        history.clear();
        keyframes.clear();
        length.set(0);
        playing.set(false);
        model.forgetTexts();
        toHead();
    }

    /// Turns to another log. What it has in common with this one stays; the rest is read by [#pump].
    ///
    /// @return whether the tree is another one now; false where the log only goes on
    boolean turnTo(EventLog next) {
        int common = log.common(next, length.get());
        boolean goesOn = common == length.get() && atHead.get();
        if (!goesOn) {
            var start = keyframes.before(common);
            live = start.tree();
            next.read(start.events(), common - start.events()).forEach(recorded -> live.apply(recorded.event()));
            keyframes.cut(common);
            history.cut(next.read(0, common), live);
        }
        log = next;
        broken = false;
        if (!goesOn) {
            length.set(common);
            model.forgetTexts();
            toHead();
        }
        return !goesOn;
    }

    /// Where the tree stands when there is no run to go on with it.
    RunState restingState() {
        return switch (live.state()) {
            case EMPTY -> RunState.READY;
            case RUNNING, PAUSED -> RunState.PAUSED;
            case FINISHED -> RunState.FINISHED;
            case FAILED -> RunState.FAILED;
        };
    }

    /// Takes in what the log holds beyond what was read, for so long at most.
    ///
    /// @param onTaken called for each event once the tree holds it
    /// @return whether there was anything
    boolean pump(long nanos, Consumer<Recorded> onTaken) {
        long end = System.nanoTime() + nanos;
        int taken = length.get();
        int before = taken;
        while (!broken) {
            var batch = log.read(taken, BATCH);
            for (var recorded : batch) {
                taken++;
                take(recorded, taken, onTaken);
            }
            if (batch.isEmpty() || System.nanoTime() > end) {
                break;
            }
        }
        length.set(taken);
        if (atHead.get()) {
            position.set(taken);
        }
        return taken != before;
    }

    private void take(Recorded recorded, int taken, Consumer<Recorded> onTaken) {
        live.apply(recorded.event());
        length.set(taken);
        history.applied(recorded.event(), live, taken);
        keyframes.offer(taken, live);
        if (atHead.get()) {
            model.applied(recorded.event());
        }
        onTaken.accept(recorded);
    }

    /// Reads no further: the log does not fit together from here on.
    void giveUp() {
        broken = true;
    }

    /// Shows the run as it was after so many events.
    public void seek(int events) {
        int target = Math.clamp(events, Math.min(1, length.get()), length.get());
        if (target == length.get()) {
            toHead();
            return;
        }
        int from = position.get();
        if (!atHead.get() && target >= from && target - from <= SHORT) {
            forward(from, target);
        } else {
            var start = keyframes.before(target);
            shown = start.tree();
            log.read(start.events(), target - start.events()).forEach(recorded -> shown.apply(recorded.event()));
            model.show(shown);
        }
        atHead.set(false);
        position.set(target);
    }

    private void forward(int from, int target) {
        for (var recorded : log.read(from, target - from)) {
            shown.apply(recorded.event());
            model.applied(recorded.event());
        }
        model.summarise();
    }

    /// Back to where the run is now.
    public void toHead() {
        shown = live;
        atHead.set(true);
        playing.set(false);
        position.set(length.get());
        model.show(live);
    }

    /// To the end of the simulation before or after.
    ///
    /// @param step -1 or 1
    public void stepSimulation(int step) {
        playing.set(false);
        seek(history.neighbour(position.get(), step));
    }

    /// To the answer or reflection before or after.
    ///
    /// @return its node, -1 if there is none
    int stepFinding(int step) {
        var finding = history.finding(position.get(), step);
        if (finding == null) {
            return Tree.NONE;
        }
        playing.set(false);
        seek(finding.events());
        return finding.node();
    }

    /// Marks the moment that is shown, or takes its mark away.
    public void toggleBookmark() {
        if (length.get() > 0) {
            history.toggleBookmark(position.get());
        }
    }

    /// To the marked moment before or after, if there is one.
    public void stepBookmark(int step) {
        var bookmark = history.bookmark(position.get(), step);
        if (bookmark != null) {
            playing.set(false);
            seek(bookmark);
        }
    }

    /// Starts playing from here, from the beginning if all has been played; or stops.
    public void playOrPause() {
        if (playing.get() || length.get() == 0) {
            playing.set(false);
            return;
        }
        if (atHead.get()) {
            seek(1);
        }
        playNanos = nanosAt(position.get());
        playing.set(true);
    }

    /// Plays on by a time in seconds.
    ///
    /// @return whether anything changed
    boolean play(double seconds) {
        if (!playing.get()) {
            return false;
        }
        playNanos += seconds * 1e9 * speed.get();
        int at = position.get();
        int target = at;
        while (target < length.get() && log.get(target).nanos() <= playNanos) {
            target++;
        }
        if (target == at) {
            return false;
        }
        seek(target);
        return true;
    }

    /// Time from the start of the run to its first so many events.
    public double secondsAt(int events) {
        return nanosAt(events) / 1e9;
    }

    private long nanosAt(int events) {
        int last = Math.min(events, length.get()) - 1;
        return last < 0 ? 0 : log.get(last).nanos();
    }

    Tree live() {
        return live;
    }

    Tree shown() {
        return shown;
    }

    EventLog log() {
        return log;
    }

    public History history() {
        return history;
    }

    /// How many events the window shows.
    public ReadOnlyIntegerProperty position() {
        return position.getReadOnlyProperty();
    }

    /// How many events there are.
    public ReadOnlyIntegerProperty length() {
        return length.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty atHead() {
        return atHead.getReadOnlyProperty();
    }

    public BooleanProperty playing() {
        return playing;
    }

    /// How much faster than it happened a run is played.
    public DoubleProperty speed() {
        return speed;
    }
}
