package dev.thoughtscope.search;

import java.util.ArrayDeque;
import java.util.Optional;

/// A person's hand on a running search: pause, go on, step, change something, stop. Any thread.
public final class Control {
    /// How far a step goes: to the next gate of at least this grain.
    public enum Grain {
        /// One token of each branch that is being written.
        TOKEN,
        /// Select, expand, roll out or back up.
        PHASE,
        SIMULATION
    }

    private enum Mode {
        RUNNING,
        PAUSED,
        STOPPED
    }

    private final ArrayDeque<Order> orders = new ArrayDeque<>();
    private Mode mode;
    private Event.Paused why = Event.Paused.BY_HAND;
    private boolean begun;
    private boolean standing;
    private Optional<Grain> step = Optional.empty();

    private Control(Mode mode) {
        this.mode = mode;
    }

    public static Control running() {
        return new Control(Mode.RUNNING);
    }

    public static Control paused() {
        return new Control(Mode.PAUSED);
    }

    public void pause() {
        pause(Event.Paused.BY_HAND);
    }

    /// @param reason told in the log
    public synchronized void pause(Event.Paused reason) {
        why = reason;
        step = Optional.empty();
        change(Mode.PAUSED);
    }

    public synchronized void resume() {
        step = Optional.empty();
        change(Mode.RUNNING);
    }

    /// Lets one simulation through, then pauses.
    public void step() {
        step(Grain.SIMULATION);
    }

    public synchronized void step(Grain grain) {
        why = Event.Paused.BY_HAND;
        step = Optional.of(grain);
        change(Mode.PAUSED);
    }

    /// Asks for a change of the tree. It is made at the next gate, while paused too.
    public synchronized void order(Order order) {
        orders.add(order);
        notifyAll();
    }

    /// Ends the search; what runs now is given up within 200 ms.
    public synchronized void stop() {
        change(Mode.STOPPED);
    }

    public synchronized boolean isStopped() {
        return mode == Mode.STOPPED;
    }

    /// Whether the search stands still, or will at its next gate.
    public synchronized boolean isPaused() {
        return mode == Mode.PAUSED && step.isEmpty();
    }

    /// Whether the search stands at a gate with nothing left to do.
    public synchronized boolean isStanding() {
        return standing && isPaused() && orders.isEmpty();
    }

    /// True unless simulations follow each other freely.
    public synchronized boolean isStepping() {
        return mode == Mode.PAUSED;
    }

    /// The reason of a pause, told once; a person's own wish after that.
    synchronized Event.Paused takeWhy() {
        var taken = why;
        why = Event.Paused.BY_HAND;
        return taken;
    }

    synchronized Optional<Order> nextOrder() {
        return Optional.ofNullable(orders.poll());
    }

    /// Uses up a step that ends at a gate of this grain. The first gate is where the search stands at the beginning.
    synchronized void arrive(Grain gate) {
        boolean first = !begun;
        begun = true;
        if (!first && step.isPresent() && gate.compareTo(step.get()) >= 0) {
            step = Optional.empty();
        }
    }

    /// Waits while paused, until there is an order, a step or an end of the pause.
    synchronized void await() throws InterruptedException {
        standing = true;
        try {
            while (isPaused() && orders.isEmpty()) {
                wait();
            }
        } finally {
            standing = false;
        }
    }

    private void change(Mode next) {
        if (mode != Mode.STOPPED) {
            mode = next;
        }
        notifyAll();
    }
}
