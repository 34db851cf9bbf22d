package dev.thoughtscope.probe;

/// What a thought stands between.
///
/// @param start written before each thought
/// @param end written after it; generation of the thought stops where the model writes it itself
/// @param control whether both must be tokens of the model's own, as Quiet-STaR's are; false for free text
public record Markers(String start, String end, boolean control) {
    public static final Markers QUIET_STAR = new Markers("<|startofthought|>", "<|endofthought|>", true);

    /// For models that were never taught to think inside running text.
    public static final Markers FREE_TEXT = freeText(" (Let me think: ", ")");

    public Markers {
        if (start.isEmpty() || end.isEmpty()) {
            throw new IllegalArgumentException("A thought needs a text that opens it and one that closes it.");
        }
    }

    public static Markers freeText(String start, String end) {
        return new Markers(start, end, false);
    }

    public static Markers tokens(String start, String end) {
        return new Markers(start, end, true);
    }
}
