package dev.thoughtscope.study;

import dev.thoughtscope.engine.Ability;
import dev.thoughtscope.engine.Engine;

/// Whether a study is exact: its results do not depend, by rounding, on what ran beside or before a run, since one problem
/// runs at a time.
public enum WhenExact {
    NEVER("never"),
    /// On an engine that can.
    WHERE_POSSIBLE("where-possible"),
    /// An engine that cannot is refused.
    ALWAYS("always");

    private final String label;

    WhenExact(String label) {
        this.label = label;
    }

    /// As a study file says it.
    public String label() {
        return label;
    }

    boolean on(Engine engine) {
        return this == ALWAYS || this == WHERE_POSSIBLE && engine.abilities().contains(Ability.EXACTNESS);
    }
}
