package dev.thoughtscope.viewmodel;

import dev.thoughtscope.search.Control;
import dev.thoughtscope.search.Event;
import dev.thoughtscope.search.Order;
import dev.thoughtscope.search.Tree;
import dev.thoughtscope.session.Run;
import dev.thoughtscope.session.RunRequest;
import dev.thoughtscope.session.Runner;
import dev.thoughtscope.viewmodel.DebuggerChange.Kind;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A person's hand on the search: stop, step, look, change something, go on, and take it back.
///
/// A change of a run under way is an order to it. A change of a run that is over, or of a moment that was come back
/// to, goes on from there as a new run whose log begins with the same events, so that the tree just grows on.
public final class DebuggerModel {
    private static final int LEAST_ROLLOUTS = 4;

    private final WindowModel window;
    private final DebuggerBreakpoints breakpoints;
    private final DebuggerHistory history = new DebuggerHistory();
    private final DebuggerRelay relay;
    private final ReadOnlyObjectWrapper<DebuggerHold> hold =
            new ReadOnlyObjectWrapper<>(this, "hold", DebuggerHold.NONE);
    private final DebuggerChanges changes;

    DebuggerModel(WindowModel window) {
        this.window = window;
        breakpoints = new DebuggerBreakpoints(window::run);
        relay = new DebuggerRelay(window, breakpoints);
        changes = new DebuggerChanges(this, window, history);
        hold.subscribe(now -> window.tree().setHeldBranch(now.branch()));
        breakpoints.items().subscribe(() -> window.tree().setStops(breakpoints.nodes()));
        window.state().subscribe(state -> {
            if (state != RunState.PAUSED) {
                hold.set(DebuggerHold.NONE);
            }
        });
    }

    public DebuggerBreakpoints breakpoints() {
        return breakpoints;
    }

    public DebuggerHistory history() {
        return history;
    }

    /// Why a breakpoint holds the search.
    public ReadOnlyObjectProperty<DebuggerHold> hold() {
        return hold.getReadOnlyProperty();
    }

    /// What a person's hand has left on the tree.
    public DebuggerMarks marks() {
        return window.tree().marks();
    }

    /// One step further. Where nothing has begun, the question is asked; a past moment and an end are gone on from.
    public void step(DebuggerStride stride) {
        if (window.state().get() == RunState.LOADING || window.state().get() == RunState.NO_MODEL) {
            return;
        }
        hold.set(DebuggerHold.NONE);
        if (isStanding()) {
            goOnFromHere(false, control -> control.step(stride.grain()));
            return;
        }
        if (window.state().get() == RunState.FINISHED) {
            history.changing(window.head(), new DebuggerChange(Kind.GO_ON, Tree.ROOT));
            relay.goOn(moreRollouts(), false, control -> control.step(stride.grain()));
            return;
        }
        if (!isUnderWay()) {
            window.ask(true);
        }
        if (window.run() != null) {
            window.run().control().step(stride.grain());
        }
    }

    /// Whether a moment of the past is shown that no run stands behind.
    public boolean isStanding() {
        boolean noRun = window.run() == null && window.state().get().isUnderWay();
        return window.tree().nodes() > 0 && (noRun || isPast());
    }

    private boolean isPast() {
        return !window.playback().atHead().get();
    }

    /// Goes on: from a past moment with what was left to do then, from an end with more.
    public void goOn() {
        if (isStanding()) {
            goOnFromHere(true, _ -> {});
        } else {
            more(moreRollouts());
        }
    }

    private void goOnFromHere(boolean free, Consumer<Control> then) {
        if (isPast()) {
            history.changing(window.head(), new DebuggerChange(Kind.GO_ON, Tree.ROOT));
            window.stop();
        }
        relay.goOn(left(), free, then);
    }

    /// Simulations that [#goOn] adds at the end of a run.
    public int moreRollouts() {
        return Math.max(LEAST_ROLLOUTS, window.question().rollouts().get());
    }

    public boolean canGoOn() {
        boolean over = window.state().get() == RunState.FINISHED || window.state().get() == RunState.FAILED;
        return window.runner() != null && window.tree().nodes() > 0 && (over || isStanding());
    }

    private void more(int rollouts) {
        if (isUnderWay()) {
            window.run().control().order(new Order.MoreRollouts(rollouts));
            window.lengthen(rollouts);
        } else if (canGoOn()) {
            history.changing(window.head(), new DebuggerChange(Kind.GO_ON, Tree.ROOT));
            relay.goOn(rollouts, true, _ -> {});
        }
    }

    public void leaveOut(int node, boolean out) {
        changes.make(out ? Kind.LEAVE_OUT : Kind.LET_IN, node, new Order.Ban(node, out));
    }

    public void pin(int node, boolean pinned) {
        changes.make(pinned ? Kind.PIN : Kind.UNPIN, node, new Order.Pin(node, pinned));
    }

    /// Has the search look only below a node; the root for everything.
    public void focus(int node) {
        changes.make(node == Tree.ROOT ? Kind.FOCUS_ALL : Kind.FOCUS, node, new Order.Focus(node));
    }

    /// Has the search visit a node's children until none is behind the others.
    public void evenOut(int node) {
        changes.make(Kind.EVEN, node, new Order.EvenOut(node));
    }

    public void reflect(int node) {
        changes.make(Kind.REFLECT, node, new Order.Reflect(node), node);
    }

    public void addThought(int node, String text) {
        changes.make(Kind.ADD, node, new Order.AddThought(node, text), node);
    }

    public void edit(int node, String text) {
        changes.make(Kind.EDIT, node, new Order.Edit(node, text), window.tree().parent(node));
    }

    public void setPrior(int node, double prior) {
        changes.make(Kind.PRIOR, node, new Order.SetPrior(node, prior));
    }

    /// Branches off at a token with another one in its place.
    ///
    /// @param choice index among the choices of [TokenView]
    public void force(int node, int token, int choice) {
        var there = window.tree().tree().tokens(node).get(token);
        if (choice < there.top().size()) {
            var order = new Order.ForceToken(node, token, there.top().get(choice).id());
            changes.make(Kind.FORCE, node, order, window.tree().parent(node));
        }
    }

    /// Whether a change makes sense at a node.
    public boolean can(Kind kind, int node) {
        return changes.can(kind, node);
    }

    /// Whether a simulation can still pass through a node.
    public boolean canRunTo(int node) {
        return window.tree().isNode(node) && !marks().isOut(node) && (isUnderWay() || canGoOn());
    }

    /// Goes on, from an end with more rollouts, until a simulation passes through a node.
    public void runTo(int node) {
        breakpoints.until(node);
        if (isUnderWay()) {
            breakpoints.apply(window.run());
            if (window.state().get() == RunState.PAUSED) {
                window.pauseOrResume();
            }
        } else {
            goOn();
        }
    }

    /// Hands an order to the run under way, or goes on with it as a new one.
    void carryOut(Order order) {
        if (isUnderWay()) {
            window.run().control().order(order);
        } else {
            window.stop();
            relay.goOn(isStanding() ? left() : moreRollouts(), !isStanding(), control -> control.order(order));
        }
    }

    /// A node's own text, as it stands.
    public String text(int node) {
        return window.tree().tree().text(node).strip();
    }

    public void undo() {
        stand(history.undo(window.head()));
    }

    public void redo() {
        stand(history.redo(window.head()));
    }

    private void stand(Optional<Moment> where) {
        where.ifPresent(moment -> {
            relay.cancel();
            window.stop();
            changes.forget();
            window.turnTo(null, moment.logThen(), moment.rollouts());
        });
    }

    private boolean isUnderWay() {
        return window.run() != null && window.state().get().isUnderWay() && !isPast();
    }

    private int left() {
        var progress = window.progress().get();
        return Math.max(1, progress.rollouts() - progress.simulations());
    }

    /// Starts a run that the breakpoints hold from its first token on.
    Run begin(Runner runner, RunRequest request) {
        if (breakpoints.enabled() == 0) {
            return runner.start(request);
        }
        var run = runner.start(request.withPaused(true));
        breakpoints.newTree();
        breakpoints.apply(run);
        if (!request.paused()) {
            run.control().resume();
        }
        return run;
    }

    /// Another tree comes.
    void newTree() {
        relay.cancel();
        history.clear();
        breakpoints.newTree();
        hold.set(DebuggerHold.NONE);
        changes.forget();
    }

    /// Takes up a run that has been prepared elsewhere.
    void pump() {
        if (relay.pump()) {
            history.forgetLast();
        }
    }

    void applied(Event event, Tree tree) {
        if (window.run() == null) {
            return;
        }
        switch (event) {
            case Event.Paused paused when !paused.why().isEmpty() -> held(paused, tree);
            case Event.Refused _ -> history.forgetLast();
            case Event.NodesAdded added -> changes.added(added);
            default -> {}
        }
    }

    private void held(Event.Paused paused, Tree tree) {
        var now = DebuggerHold.of(paused, tree, Outcome.of(window.tree()).bestNode(), window.inspector().confidence());
        hold.set(now);
        breakpoints.met(now.node());
        if (window.tree().isNode(now.node()) && !isPast()) {
            window.inspector().selected().set(now.node());
        }
    }
}
