package dev.thoughtscope.viewmodel;

import dev.thoughtscope.session.SearchOptions;
import java.util.List;

/// How a search goes about it, as the window sets it. What these mean is told at [SearchOptions].
public record SearchChoice(
        String method,
        String selection,
        double exploration,
        String reward,
        double widening,
        double reflectBelow,
        int depth,
        int tokens,
        int seconds,
        boolean earlyStop) {
    public static final List<String> METHODS = SearchOptions.METHODS;
    public static final List<String> SELECTIONS = SearchOptions.SELECTIONS;
    public static final List<String> REWARDS =
            List.of("confidence", "agreement", "checker", "confidence:1,agreement:1");

    static SearchChoice of(SearchOptions options) {
        return new SearchChoice(
                options.method(),
                options.selection(),
                options.exploration(),
                options.reward(),
                options.widening(),
                options.reflectBelow(),
                options.depth(),
                (int) Math.min(Integer.MAX_VALUE, options.tokens()),
                options.seconds(),
                options.earlyStop());
    }

    /// @param before what the window does not set is kept from there
    SearchOptions options(SearchOptions before) {
        return new SearchOptions(
                method,
                selection,
                exploration,
                reward,
                tokens,
                seconds,
                earlyStop,
                widening,
                depth,
                reflectBelow,
                before.topP(),
                before.topK());
    }
}
