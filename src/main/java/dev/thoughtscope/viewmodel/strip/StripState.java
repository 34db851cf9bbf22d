package dev.thoughtscope.viewmodel.strip;

import dev.thoughtscope.probe.StripResult;

/// What the strip is doing.
public enum StripState {
    /// The model is still loading.
    LOADING,
    NO_MODEL,
    READY,
    RUNNING,
    PAUSED,
    /// All positions are measured.
    DONE,
    /// A person ended it before it was done.
    STOPPED,
    FAILED;

    static StripState after(StripResult.Ending ending) {
        return switch (ending) {
            case COMPLETE -> DONE;
            case CANCELLED -> STOPPED;
            case FAILED -> FAILED;
        };
    }

    public boolean isUnderWay() {
        return this == RUNNING || this == PAUSED;
    }

    public boolean canMeasure() {
        return this != LOADING && this != NO_MODEL;
    }
}
