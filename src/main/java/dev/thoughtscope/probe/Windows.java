package dev.thoughtscope.probe;

import java.util.ArrayList;
import java.util.List;

/// A text cut into overlapping windows that fit the context.
final class Windows {
    /// Fewer tokens before a thought than this are no text to think about.
    private static final int LEAST = 8;

    private Windows() {}

    /// Tokens `from` to `to` are in the window, and positions `first` to `last` are measured in it; ends left out.
    record Window(int from, int to, int first, int last) {}

    /// One window where all fits, otherwise several, each half a window further: a position in a later window sees
    /// at least half a window of text before it.
    ///
    /// @param length tokens of the text
    /// @param beside tokens that need room at a position besides the text before it, `ahead` included
    static List<Window> plan(int length, int beside, int ahead, int context) {
        int most = context - beside;
        if (most < Math.min(LEAST, length)) {
            throw new IllegalArgumentException("Thoughts as long as these leave no room for the text: with what stands"
                    + " around them they take " + beside + " of the " + context
                    + " tokens that the model can see. Ask for shorter thoughts.");
        }
        var windows = new ArrayList<Window>();
        int step = Math.max(1, most / 2);
        int from = 0;
        int first = 0;
        while (first < length) {
            int last = Math.min(length, from + most + 1);
            windows.add(new Window(from, Math.min(length, last + ahead - 1), first, last));
            first = last;
            from += step;
        }
        return windows;
    }
}
