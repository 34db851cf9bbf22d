package dev.thoughtscope.app;

import javafx.animation.AnimationTimer;

/// Does something once, when the first frame has been drawn.
final class AfterFirstFrame extends AnimationTimer {
    private final Runnable action;
    private int pulses;

    AfterFirstFrame(Runnable action) {
        this.action = action;
    }

    @Override
    public void handle(long now) {
        // The first pulse leads to the first frame; the second one comes after it.
        if (++pulses == 2) {
            stop();
            action.run();
        }
    }
}
