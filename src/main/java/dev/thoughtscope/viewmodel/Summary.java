package dev.thoughtscope.viewmodel;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The numbers of what is shown; of a large tree they are worked out only so often.
final class Summary {
    private static final long NANOS = 120_000_000;
    /// Trees of fewer nodes are summarised whenever they change.
    private static final int SMALL = 2000;

    private final ReadOnlyObjectWrapper<Progress> progress =
            new ReadOnlyObjectWrapper<>(this, "progress", Progress.NONE);
    private final ReadOnlyObjectWrapper<Outcome> outcome = new ReadOnlyObjectWrapper<>(this, "outcome", Outcome.NONE);
    private long made;
    private boolean stale;

    ReadOnlyObjectProperty<Progress> progress() {
        return progress.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Outcome> outcome() {
        return outcome.getReadOnlyProperty();
    }

    void changed() {
        stale = true;
    }

    boolean isDue(int nodes) {
        return stale && (nodes < SMALL || System.nanoTime() - made > NANOS);
    }

    /// @param aim simulations that the run is to have, 0 for as many as its settings say
    void make(TreeModel tree, Playback playback, Clock clock, int aim) {
        made = System.nanoTime();
        stale = false;
        tree.summarise();
        var shown = playback.shown();
        boolean now = playback.atHead().get();
        double seconds = now ? clock.seconds() : playback.secondsAt(playback.position().get());
        progress.set(new Progress(
                shown.simulations(),
                aim(playback, aim),
                shown.size(),
                shown.generatedTokens(),
                seconds > 0 ? shown.generatedTokens() / seconds : 0,
                seconds));
        outcome.set(Outcome.of(tree));
    }

    int aim(Playback playback, int aim) {
        return aim > 0 ? aim : playback.shown().run().map(info -> number(info.settings().get("rollouts"))).orElse(0);
    }

    private static int number(String text) {
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }
}
