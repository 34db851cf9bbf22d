package dev.thoughtscope.viewmodel;

import dev.thoughtscope.session.EventLog;
import dev.thoughtscope.session.Recorded;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// How far the run is and what it has found, at the moment that is shown.
final class Figures {
    private final TreeModel tree;
    private final Playback playback;
    private final Clock clock = new Clock();
    private final CostBook costs = new CostBook();
    private final ReadOnlyObjectWrapper<Progress> progress =
            new ReadOnlyObjectWrapper<>(this, "progress", Progress.NONE);
    private final ReadOnlyObjectWrapper<Outcome> outcome = new ReadOnlyObjectWrapper<>(this, "outcome", Outcome.NONE);
    private final ReadOnlyObjectWrapper<Ledger> ledger = new ReadOnlyObjectWrapper<>(this, "ledger", Ledger.NONE);
    private int aim;

    Figures(TreeModel tree, Playback playback) {
        this.tree = tree;
        this.playback = playback;
    }

    void reset() {
        aim = 0;
        clock.reset();
        costs.clear();
    }

    /// Begins anew with what a log holds already.
    void reread(EventLog log) {
        clock.reset();
        costs.clear();
        log.read(0, playback.length().get()).forEach(this::applied);
    }

    void applied(Recorded recorded) {
        clock.applied(recorded);
        costs.applied(recorded, playback.live());
    }

    CostBook costs() {
        return costs;
    }

    /// @param rollouts asked for; 0 for as many as the run was started with
    void setAim(int rollouts) {
        aim = rollouts;
    }

    /// Rollouts asked for beyond those of the start, else 0.
    int ownAim() {
        return aim;
    }

    int aim() {
        return aim > 0 ? aim : playback.shown().run().map(info -> number(info.settings().get("rollouts"))).orElse(0);
    }

    void refresh() {
        var shown = playback.shown();
        boolean now = playback.atHead().get();
        double seconds = now ? clock.seconds() : playback.secondsAt(playback.position().get());
        progress.set(new Progress(
                shown.simulations(),
                aim(),
                shown.size(),
                shown.generatedTokens(),
                seconds > 0 ? shown.generatedTokens() / seconds : 0,
                seconds));
        outcome.set(Outcome.of(tree));
        ledger.set(Ledger.of(shown, costs, outcome.get().bestNode()));
    }

    private static int number(String text) {
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    ReadOnlyObjectProperty<Progress> progress() {
        return progress.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Outcome> outcome() {
        return outcome.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Ledger> ledger() {
        return ledger.getReadOnlyProperty();
    }
}
