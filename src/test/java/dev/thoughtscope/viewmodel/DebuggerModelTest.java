package dev.thoughtscope.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.reasoning.Confidence;
import dev.thoughtscope.session.RunRequest;
import dev.thoughtscope.session.Script;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/// The hand on the search, as the window offers it.
class DebuggerModelTest {
    private final WindowModel window = new WindowModel(Confidence.TOP5::of);
    private final DebuggerModel debugger = window.debugger();

    DebuggerModelTest() {
        window.ready(Script.thinker());
        window.question().take(new RunRequest("How long?", "step", 6, 4, 2, 200, 1, 7, false, false));
    }

    private void until(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            window.pump(10_000_000);
            if (condition.getAsBoolean()) {
                return;
            }
            Thread.sleep(10);
        }
        throw new AssertionError("never came to be: " + window.state().get() + " " + window.trouble().get());
    }

    private void finished() throws InterruptedException {
        until(() -> window.state().get() == RunState.FINISHED);
    }

    private void askedAndFinished() throws InterruptedException {
        window.ask(false);
        finished();
    }

    private int simulations() {
        return window.progress().get().simulations();
    }

    @Test
    void aFinishedRunGoesOnInTheSameTree() throws Exception {
        window.question().rollouts().set(3);
        askedAndFinished();
        int nodes = window.tree().nodes();
        long shown = window.tree().generation();
        debugger.goOn();
        until(() -> window.state().get() == RunState.FINISHED && simulations() == 7);
        assertThat(window.tree().generation()).isEqualTo(shown);
        assertThat(window.tree().nodes()).isGreaterThanOrEqualTo(nodes);
        assertThat(window.progress().get().rollouts()).isEqualTo(7);
    }

    @Test
    void aChangeOfAFinishedRunIsMadeAndTheSearchGoesOn() throws Exception {
        askedAndFinished();
        int child = window.tree().tree().children(0).getFirst();
        debugger.edit(child, "Guess.\n");
        until(() -> window.state().get() == RunState.FINISHED && simulations() > 6);
        assertThat(debugger.marks().isBanned(child)).isTrue();
        int written = window.inspector().selected().get();
        assertThat(debugger.marks().isPersons(written)).isTrue();
        assertThat(window.tree().text(written)).isEqualTo("Guess.");
    }

    @Test
    void undoGoesBackAndRedoForthAgain() throws Exception {
        askedAndFinished();
        var before = window.tree().tree().copy();
        int child = before.children(0).getFirst();
        debugger.leaveOut(child, true);
        until(() -> window.state().get() == RunState.FINISHED && simulations() > 6);
        var after = window.tree().tree().copy();
        assertThat(debugger.history().undoable().get().kind()).isEqualTo(DebuggerChange.Kind.LEAVE_OUT);

        debugger.undo();
        assertThat(window.tree().tree().sameAs(before)).isTrue();
        assertThat(window.state().get()).isEqualTo(RunState.FINISHED);
        assertThat(debugger.history().undoable().get()).isNull();
        window.pump(10_000_000);
        assertThat(window.tree().tree().sameAs(before)).isTrue();

        debugger.redo();
        until(() -> window.tree().tree().sameAs(after));
        assertThat(window.state().get()).isEqualTo(RunState.FINISHED);
        assertThat(debugger.history().redoable().get()).isNull();
    }

    @Test
    void aRunThatWasComeBackToGoesOnFromThere() throws Exception {
        window.ask(true);
        debugger.step(DebuggerStride.SIMULATION);
        until(() -> simulations() == 1);
        debugger.pin(1, true);
        until(() -> debugger.marks().isPinned(1));
        debugger.undo();
        assertThat(debugger.marks().isPinned(1)).isFalse();
        assertThat(debugger.isStanding()).isTrue();
        assertThat(window.state().get()).isEqualTo(RunState.PAUSED);
        debugger.step(DebuggerStride.SIMULATION);
        until(() -> simulations() == 2);
        assertThat(window.state().get()).isEqualTo(RunState.PAUSED);
        window.pauseOrResume();
        finished();
        assertThat(simulations()).isEqualTo(6);
        assertThat(debugger.marks().isPinned(1)).isFalse();
    }

    @Test
    void aFinishedRunGoesOnFromAMomentOfItsPast() throws Exception {
        askedAndFinished();
        var whole = window.tree().tree().copy();
        window.playback().stepSimulation(-1);
        window.playback().stepSimulation(-1);
        var past = window.tree().tree().copy();
        int events = window.playback().position().get();
        assertThat(past.simulations()).isBetween(1, 5);
        debugger.leaveOut(1, true);
        until(() -> debugger.marks().isBanned(1));
        assertThat(window.playback().atHead().get()).isTrue();
        assertThat(window.playback().log().fold(events).sameAs(past)).isTrue();
        debugger.undo();
        until(() -> window.tree().tree().sameAs(whole));
        assertThat(window.playback().history().points()).hasSize(6);
    }

    @Test
    void whatIsLeftOutHasNoVote() throws Exception {
        askedAndFinished();
        var best = window.outcome().get();
        int way = window.tree().path(best.bestNode()).get(1);
        debugger.leaveOut(way, true);
        until(() -> window.state().get() == RunState.FINISHED && debugger.marks().isBanned(way));
        assertThat(window.outcome().get().answers()).noneMatch(row -> row.nodes().contains(best.bestNode()));
        assertThat(window.tree().bestLine()).doesNotContain(way);
        var whole = dev.thoughtscope.search.Outcome.of(window.tree().tree());
        assertThat(whole.winner().map(vote -> vote.answer()).orElse(""))
                .isEqualTo(window.outcome().get().best() == null ? "" : window.outcome().get().best().answer());
    }

    @Test
    void aFinishedRunIsSteppedOn() throws Exception {
        window.question().rollouts().set(3);
        askedAndFinished();
        debugger.step(DebuggerStride.SIMULATION);
        until(() -> simulations() == 4 && window.state().get() == RunState.PAUSED);
        window.stop();
    }

    @Test
    void anotherTokenBeginsABranchThatIsSelected() throws Exception {
        askedAndFinished();
        int nodes = window.tree().nodes();
        debugger.force(1, 0, 1);
        until(() -> window.state().get() == RunState.FINISHED && window.tree().nodes() > nodes);
        assertThat(window.inspector().selected().get()).isGreaterThanOrEqualTo(nodes);
        assertThat(window.inspector().detail().get().tokens().getFirst().text()).isEqualTo("?");
    }

    @Test
    void whatIsRefusedIsToldAndNotUndoable() throws Exception {
        window.ask(true);
        debugger.step(DebuggerStride.SIMULATION);
        until(() -> simulations() == 1);
        debugger.addThought(1, "  ");
        until(() -> !window.trouble().get().isEmpty());
        assertThat(window.trouble().get()).isEqualTo("There is no text to put there.");
        assertThat(debugger.history().undoable().get()).isNull();
        window.stop();
    }

    @Test
    void aBreakpointHoldsEveryRunAndTellsWhere() throws Exception {
        assertThat(debugger.breakpoints().add(DebuggerBreakpoint.usual(DebuggerBreakpoint.Kind.TEXT).withText("80")))
                .isEmpty();
        for (int run = 0; run < 2; run++) {
            window.ask(false);
            until(() -> debugger.hold().get().isHeld());
            assertThat(debugger.hold().get().why()).contains("\"80\"");
            assertThat(debugger.hold().get().token().text()).contains("80");
            assertThat(window.inspector().selected().get()).isEqualTo(debugger.hold().get().node());
            window.pauseOrResume();
            assertThat(debugger.hold().get().isHeld()).isFalse();
        }
        window.stop();
    }

    @Test
    void aBreakpointThatCannotBeIsNotAdded() {
        var wrong = DebuggerBreakpoint.usual(DebuggerBreakpoint.Kind.TEXT).withText("(");
        assertThat(debugger.breakpoints().add(wrong).orElseThrow()).contains("cannot be read");
        assertThat(debugger.breakpoints().items()).isEmpty();
    }

    @Test
    void everyUsualBreakpointCanBeSet() {
        for (var kind : DebuggerBreakpoint.Kind.values()) {
            assertThat(debugger.breakpoints().add(DebuggerBreakpoint.usual(kind))).isEmpty();
        }
        assertThat(debugger.breakpoints().enabled()).isEqualTo(8);
        debugger.breakpoints().setEnabled(debugger.breakpoints().items().getFirst(), false);
        assertThat(debugger.breakpoints().enabled()).isEqualTo(7);
        debugger.breakpoints().toggle(1);
        assertThat(debugger.breakpoints().isAt(1)).isFalse();
    }

    @Test
    void theSearchRunsToANodeAndStandsStillThere() throws Exception {
        window.question().rollouts().set(3);
        askedAndFinished();
        int child = window.tree().tree().children(0).getFirst();
        assertThat(debugger.canRunTo(child)).isTrue();
        debugger.runTo(child);
        until(() -> debugger.hold().get().isHeld());
        assertThat(debugger.hold().get().node()).isEqualTo(child);
        assertThat(window.state().get()).isEqualTo(RunState.PAUSED);
        window.pauseOrResume();
        finished();
        assertThat(debugger.breakpoints().items()).isEmpty();
    }

    @Test
    void visitsOfChildrenAreEvenedOut() throws Exception {
        window.question().rollouts().set(3);
        askedAndFinished();
        assertThat(debugger.can(DebuggerChange.Kind.EVEN, 0)).isTrue();
        debugger.evenOut(0);
        until(() -> window.state().get() == RunState.FINISHED && simulations() > 3);
        var tree = window.tree().tree();
        int most = tree.evenTo(0);
        assertThat(most).isPositive();
        assertThat(tree.children(0)).allMatch(child -> tree.visits(child) >= most);
        assertThat(debugger.history().undoable().get().kind()).isEqualTo(DebuggerChange.Kind.EVEN);
    }
}
