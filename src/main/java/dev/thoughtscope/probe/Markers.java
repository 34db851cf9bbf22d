package dev.thoughtscope.probe;

import dev.thoughtscope.engine.ModelInfo;
import java.util.ArrayList;
import java.util.List;

/// What a thought stands between.
///
/// @param start written before each thought
/// @param end written after it; generation of the thought stops where the model writes it itself
/// @param control whether both must be tokens of the model's own, as Quiet-STaR's are; false for free text
public record Markers(String start, String end, boolean control) {
    /// Quiet-STaR's, as its paper writes them. A model that lacks them thinks between its own, where it has any.
    public static final Markers QUIET_STAR = new Markers("<|startofthought|>", "<|endofthought|>", true);

    /// As Quiet-STaR's code writes them.
    private static final Markers QUIET_STAR_CODE = new Markers("<|startthought|>", "<|endthought|>", true);

    /// Of DeepSeek-R1, QwQ and the models made after them.
    private static final Markers THINK = new Markers("<think>", "</think>", true);

    /// Keys under which a model file names its own.
    private static final String START_KEY = "thoughtscope.thought.start";

    private static final String END_KEY = "thoughtscope.thought.end";

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

    /// What to look for in a model, the first that it has.
    List<Markers> spellings(ModelInfo model) {
        if (!equals(QUIET_STAR)) {
            return List.of(this);
        }
        var all = new ArrayList<Markers>();
        String start = model.metadata().getOrDefault(START_KEY, "");
        String end = model.metadata().getOrDefault(END_KEY, "");
        if (!start.isEmpty() && !end.isEmpty()) {
            all.add(tokens(start, end));
        }
        all.addAll(List.of(this, QUIET_STAR_CODE, THINK));
        return all;
    }
}
