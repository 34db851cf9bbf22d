package dev.thoughtscope.search;

/// How many children a node is to have: `ceil(k * N^alpha)` after N visits, with `alpha` 0 always `k`.
///
/// Progressive widening: Coulom, "Computing Elo ratings of move patterns in the game of Go", 2007; Chaslot et al. 2008.
///
/// @param first children of a node that is expanded for the first time, at least 1
/// @param alpha 0 for a fixed number, up to 1
public record Widening(int first, double alpha) {
    /// Beyond this many children of one node nothing more is asked for.
    public static final int MOST = 64;

    public Widening {
        if (first < 1) {
            throw new IllegalArgumentException("The width must be at least 1, not " + first + ".");
        }
        if (!(alpha >= 0 && alpha <= 1)) {
            throw new IllegalArgumentException(
                    "Widening grows with an exponent from 0 (not at all) to 1, not " + alpha + ": 0.5 is usual.");
        }
    }

    public static Widening fixed(int children) {
        return new Widening(children, 0);
    }

    public boolean grows() {
        return alpha > 0;
    }

    /// Children wanted of a node with so many visits.
    public int wanted(int visits) {
        if (!grows()) {
            return first;
        }
        return (int) Math.min(Math.max(first, MOST), Math.ceil(first * Math.pow(Math.max(1, visits), alpha)));
    }
}
