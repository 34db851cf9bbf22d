package dev.thoughtscope.viewmodel;

import dev.thoughtscope.session.Recorded;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Takes in what a log holds and is not shown yet, and works out what follows from it: often while the tree is small,
/// a few times a second while it is large.
final class Intake {
    private static final long SUMMARY_NANOS = 120_000_000;
    /// The lines through trees of fewer nodes are kept up to date whenever they change.
    private static final int SMALL = 2000;

    private final TreeModel tree;
    private final Playback playback;
    private final Figures figures;
    private final InspectorModel inspector;
    private final Consumer<String> onBroken;
    private long summarised;
    private boolean stale;

    /// @param onBroken told in a sentence if the log does not fit together; it is read no further then
    Intake(TreeModel tree, Playback playback, Figures figures, InspectorModel inspector, Consumer<String> onBroken) {
        this.tree = tree;
        this.playback = playback;
        this.figures = figures;
        this.inspector = inspector;
        this.onBroken = onBroken;
        playback.position().subscribe(this::moved);
        playback.atHead().subscribe(this::moved);
    }

    private void moved() {
        if (!playback.playing().get()) {
            stale = true;
        }
    }

    /// @param changed whether anything else has changed already
    /// @param onTaken called for each event once the tree holds it
    /// @param running whether more is on its way, asked when all has been taken in
    /// @return whether anything changed
    boolean pump(long nanos, boolean changed, Consumer<Recorded> onTaken, BooleanSupplier running) {
        boolean any = changed;
        try {
            any |= playback.pump(nanos, onTaken);
        } catch (IllegalStateException broken) {
            onBroken.accept(broken.getMessage());
            playback.giveUp();
        }
        stale |= any;
        boolean due = System.nanoTime() - summarised > SUMMARY_NANOS;
        if (stale && (due || !running.getAsBoolean())) {
            summarise();
            return true;
        }
        if (any && tree.nodes() < SMALL) {
            tree.summarise();
        }
        return any;
    }

    /// Plays on by a time in seconds where a replay is going on.
    boolean play(double seconds) {
        boolean played = playback.play(seconds);
        if (played) {
            summarise();
        }
        return played;
    }

    void summarise() {
        summarised = System.nanoTime();
        stale = false;
        tree.summarise();
        figures.refresh();
        inspector.refresh();
    }
}
