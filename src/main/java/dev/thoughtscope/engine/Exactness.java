package dev.thoughtscope.engine;

/// Whether the numbers of a generation may depend, by rounding, on what else the engine computes.
public enum Exactness {
    /// They may.
    NONE,
    /// Not on what runs beside it, to 1e-4 and as far as the engine can see to that: such a branch, and what runs beside it,
    /// is slower.
    BESIDE_OTHERS,
    /// Nor on whether anything runs beside it: each of its passes costs as much as one with two branches.
    ALWAYS
}
