package dev.thoughtscope.search;

import dev.thoughtscope.search.Control.Grain;
import java.util.function.Consumer;

/// Where a search can be held. Belongs to the search's thread.
public final class Gate {
    private final Journal journal;
    private final Control control;
    private Consumer<Order> orders = _ -> {};
    private boolean pauseTold;

    public Gate(Journal journal, Control control) {
        this.journal = journal;
        this.control = control;
    }

    void onOrder(Consumer<Order> handler) {
        orders = handler;
    }

    /// Waits here while the search is paused, carrying out orders that come.
    ///
    /// @return whether to go on; false once stopped
    public boolean pass(Grain grain) throws InterruptedException {
        control.arrive(grain);
        while (true) {
            for (var order = control.nextOrder(); order.isPresent(); order = control.nextOrder()) {
                orders.accept(order.get());
            }
            if (!control.isPaused()) {
                break;
            }
            var why = control.takeWhy();
            if (!pauseTold || !why.why().isEmpty()) {
                journal.record(why);
                pauseTold = true;
            }
            control.await();
        }
        if (pauseTold && !control.isStopped() && !control.isStepping()) {
            journal.record(new Event.Resumed());
            pauseTold = false;
        }
        return !control.isStopped();
    }

    public boolean isStopped() {
        return control.isStopped();
    }

    /// Whether tokens must be let through one at a time.
    public boolean isFine() {
        return control.isStepping() || journal.isWatched();
    }
}
