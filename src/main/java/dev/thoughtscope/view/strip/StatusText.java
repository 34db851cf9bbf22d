package dev.thoughtscope.view.strip;

import dev.thoughtscope.viewmodel.strip.StripProgress;
import dev.thoughtscope.viewmodel.strip.StripState;

/// What the strip is doing, in words.
final class StatusText {
    private StatusText() {}

    static String of(StripState state, StripProgress told) {
        return switch (state) {
            case LOADING -> Words.get("empty.loading");
            case NO_MODEL -> Words.get("empty.noModel");
            case READY -> Words.get("state.ready");
            case RUNNING -> told.total() == 0
                    ? Words.get("state.reading")
                    : Words.get("state.running", told.done(), told.total());
            case PAUSED -> Words.get("state.paused", told.done(), told.total());
            case DONE -> Words.get("state.done", told.done());
            case STOPPED -> Words.get("state.stopped", told.done(), told.total());
            case FAILED -> Words.get("state.failed");
        };
    }
}
