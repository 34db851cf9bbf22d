package dev.thoughtscope.viewmodel;

import dev.thoughtscope.search.Control;

/// How far one step goes.
public enum DebuggerStride {
    /// One token of each branch that is being written.
    TOKEN(Control.Grain.TOKEN),
    /// Select, expand, roll out or back up.
    PHASE(Control.Grain.PHASE),
    SIMULATION(Control.Grain.SIMULATION);

    private final Control.Grain grain;

    DebuggerStride(Control.Grain grain) {
        this.grain = grain;
    }

    Control.Grain grain() {
        return grain;
    }
}
