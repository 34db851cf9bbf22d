package dev.thoughtscope.viewmodel.study;

/// What the page of studies is doing.
public enum StudyState {
    NO_MODEL,
    READY,
    RUNNING,
    PAUSED,
    /// All is measured.
    DONE,
    /// A person ended it; it can be gone on with.
    STOPPED,
    FAILED;

    public boolean isUnderWay() {
        return this == RUNNING || this == PAUSED;
    }

    public boolean canStart() {
        return this != NO_MODEL && !isUnderWay();
    }
}
