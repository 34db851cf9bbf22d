package dev.thoughtscope.viewmodel;

import dev.thoughtscope.search.Event;
import dev.thoughtscope.session.Recorded;

/// Time that a run has worked, pauses left out, by the times of its events.
final class Clock {
    private long worked;
    private long last;
    private boolean paused;

    void reset() {
        worked = 0;
        last = 0;
        paused = false;
    }

    void applied(Recorded recorded) {
        if (!paused) {
            worked += Math.max(0, recorded.nanos() - last);
        }
        last = recorded.nanos();
        switch (recorded.event()) {
            case Event.Paused _ -> paused = true;
            case Event.Resumed _, Event.Selected _, Event.BranchStarted _ -> paused = false;
            default -> {}
        }
    }

    double seconds() {
        return worked / 1e9;
    }
}
