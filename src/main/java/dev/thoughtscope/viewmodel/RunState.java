package dev.thoughtscope.viewmodel;

/// What the window is doing.
public enum RunState {
    /// The model is being loaded.
    LOADING,
    /// There is no model to ask.
    NO_MODEL,
    /// A question can be asked.
    READY,
    RUNNING,
    PAUSED,
    FINISHED,
    FAILED;

    public boolean isUnderWay() {
        return this == RUNNING || this == PAUSED;
    }

    public boolean canAsk() {
        return this != LOADING && this != NO_MODEL;
    }
}
