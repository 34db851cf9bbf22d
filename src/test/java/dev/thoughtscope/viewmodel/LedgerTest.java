package dev.thoughtscope.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.thoughtscope.engine.Alternative;
import dev.thoughtscope.engine.Piece;
import dev.thoughtscope.engine.StopReason;
import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.search.Event;
import dev.thoughtscope.search.NewNode;
import dev.thoughtscope.search.NodeKind;
import dev.thoughtscope.search.RunInfo;
import dev.thoughtscope.search.Span;
import dev.thoughtscope.search.Tree;
import dev.thoughtscope.session.Recorded;
import dev.thoughtscope.session.RunRequest;
import dev.thoughtscope.viewmodel.Ledger.Use;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final long SECOND = 1_000_000_000L;
    private final Tree tree = new Tree();
    private final CostBook book = new CostBook();
    private int events;

    private void at(double seconds, Event event) {
        tree.apply(event);
        book.applied(new Recorded(events++, (long) (seconds * SECOND), event), tree);
    }

    private static List<TokenStep> tokens(int count) {
        var piece = Piece.of("x");
        return Collections.nCopies(count, new TokenStep(1, piece, -0.1, List.of(new Alternative(1, piece, -0.1)), 0, true));
    }

    private void node(int id, int parent, NodeKind kind, Span span) {
        at(10, new Event.NodesAdded(List.of(new NewNode(id, parent, kind, span, 1, 0.5, false))));
    }

    /// Two branches from the root over the same ten seconds, 6 and 4 tokens; a reflection of 3 tokens after the first.
    private void run() {
        at(0, new Event.RunStarted(new RunInfo("?", "?", "", new TreeMap<>(), new TreeMap<>(), 1, 0)));
        at(0, new Event.BranchStarted(0, 0, Event.Purpose.ROLLOUT));
        at(0, new Event.BranchStarted(1, 0, Event.Purpose.ROLLOUT));
        at(10, new Event.TokensGenerated(0, tokens(6)));
        at(10, new Event.TokensGenerated(1, tokens(4)));
        at(10, new Event.BranchEnded(0, StopReason.STOP_STRING));
        at(10, new Event.BranchEnded(1, StopReason.STOP_STRING));
        node(1, 0, NodeKind.STEP, new Span(0, 0, 4));
        node(2, 1, NodeKind.STEP, new Span(0, 4, 5));
        node(3, 0, NodeKind.STEP, new Span(1, 0, 4));
        at(20, new Event.BranchStarted(2, 2, Event.Purpose.REFLECTION));
        at(21, new Event.TokensGenerated(2, tokens(3)));
        at(21, new Event.BranchEnded(2, StopReason.STOP_STRING));
        node(4, 2, NodeKind.REFLECTION, new Span(2, 0, 3));
    }

    @Test
    void everyTokenIsSpentOnOneThing() {
        run();
        var ledger = Ledger.of(tree, book, 2);
        assertThat(ledger.tokens()).isEqualTo(13);
        assertThat(ledger.entry(Use.CHOSEN).tokens()).isEqualTo(5);
        assertThat(ledger.entry(Use.LOST).tokens()).isEqualTo(4);
        assertThat(ledger.entry(Use.REFLECTION).tokens()).isEqualTo(3);
        assertThat(ledger.entry(Use.UNUSED).tokens()).isEqualTo(1);
    }

    @Test
    void branchesThatAreWrittenTogetherShareTheTime() {
        run();
        var ledger = Ledger.of(tree, book, 2);
        assertThat(ledger.entry(Use.CHOSEN).seconds()).isCloseTo(5 * 5.0 / 6, within(1e-6));
        assertThat(ledger.entry(Use.LOST).seconds()).isCloseTo(5, within(1e-6));
        assertThat(ledger.entry(Use.REFLECTION).seconds()).isCloseTo(1, within(1e-6));
    }

    @Test
    void theBeginningThatABranchSharesIsNotReadAgain() {
        run();
        assertThat(Ledger.of(tree, book, 2).shared()).isEqualTo(5);
    }

    @Test
    void pausesCostNothing() {
        run();
        at(30, new Event.BranchStarted(3, 3, Event.Purpose.ROLLOUT));
        at(31, new Event.Paused("", 0, -1));
        at(90, new Event.Resumed());
        at(92, new Event.TokensGenerated(3, tokens(2)));
        at(92, new Event.BranchEnded(3, StopReason.STOP_STRING));
        at(92, new Event.NodesAdded(List.of(new NewNode(5, 3, NodeKind.STEP, new Span(3, 0, 2), 1, 0.5, false))));
        assertThat(book.nanos(5) / 1e9).isCloseTo(3, within(1e-6));
    }

    @Test
    void aWholeRunAddsUp() {
        var model = new WindowModel(_ -> 1);
        model.show(FakeRunner.log(new RunRequest(FakeRun.CARLA, "step", 20, 4, 4, 400, 1, 7, true, false)));
        model.pump(Long.MAX_VALUE / 2);
        var ledger = model.ledger().get();
        long sum = 0;
        for (var use : Use.values()) {
            sum += ledger.entry(use).tokens();
        }
        assertThat(sum).isEqualTo(ledger.tokens()).isPositive();
        assertThat(ledger.entry(Use.CHOSEN).tokens()).isPositive();
        assertThat(ledger.entry(Use.REFLECTION).tokens()).isPositive();
    }
}
