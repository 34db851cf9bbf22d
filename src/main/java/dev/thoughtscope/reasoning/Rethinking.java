package dev.thoughtscope.reasoning;

/// When a thought is thought again.
///
/// @param atEnd whether at the end of each thought, as Marco-o1 does
/// @param below after the first step whose mean confidence lies below this, 0 for never; comes before `atEnd`
public record Rethinking(boolean atEnd, double below) {
    public static final Rethinking NEVER = new Rethinking(false, 0);

    public Rethinking {
        if (!(below >= 0 && below <= 1)) {
            throw new IllegalArgumentException(
                    "Confidence lies between 0 and 1: below " + below + " no thought can be told from another.");
        }
    }

    boolean isNever() {
        return !atEnd && below == 0;
    }
}
