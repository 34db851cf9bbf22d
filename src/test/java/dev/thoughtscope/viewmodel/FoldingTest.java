package dev.thoughtscope.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.engine.StopReason;
import dev.thoughtscope.search.Event;
import dev.thoughtscope.search.NewNode;
import dev.thoughtscope.search.NodeKind;
import dev.thoughtscope.search.RunInfo;
import dev.thoughtscope.search.Span;
import dev.thoughtscope.search.Tree;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/// The tree of most tests: 0 - 1 - 2 - 3 - 4 (an end), and 5 and 6 below 1, 7 below 6.
class FoldingTest {
    private final Folding folding = new Folding();
    private final Tree tree = tree(0, 1, 2, 3, 1, 1, 6);

    /// @param parents of nodes 1, 2 and so on; every leaf is terminal and has one visit
    private static Tree tree(int... parents) {
        var tree = new Tree();
        tree.apply(new Event.RunStarted(new RunInfo("?", "?", "", new TreeMap<>(), new TreeMap<>(), 1, 0)));
        var inner = new BitSet();
        for (int parent : parents) {
            inner.set(parent);
        }
        for (int node = 1; node <= parents.length; node++) {
            int parent = parents[node - 1];
            tree.apply(new Event.BranchStarted(node - 1, parent, Event.Purpose.EXPANSION));
            tree.apply(new Event.BranchEnded(node - 1, StopReason.STOP_STRING));
            tree.apply(new Event.NodesAdded(List.of(new NewNode(
                    node, parent, NodeKind.STEP, new Span(node - 1, 0, 0), 1, 0.5, !inner.get(node)))));
        }
        for (int node = 1; node <= parents.length; node++) {
            if (!inner.get(node)) {
                tree.apply(new Event.BackedUp(node, tree.path(node), 0.5));
            }
        }
        return tree;
    }

    private Folding.Folded folded() {
        return folding.of(tree, new BitSet(), _ -> true);
    }

    private List<Integer> drawn() {
        var drawn = new ArrayList<Integer>();
        var hidden = folded().hidden();
        for (int node = 0; node < tree.size(); node++) {
            if (!hidden.get(node)) {
                drawn.add(node);
            }
        }
        return drawn;
    }

    @Test
    void withoutAWishAllIsDrawn() {
        assertThat(drawn()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(folded()).isSameAs(Folding.Folded.NONE);
    }

    @Test
    void aClosedNodeHidesWhatHangsOnItAndTellsHowMany() {
        folding.setClosed(2, true);
        assertThat(drawn()).containsExactly(0, 1, 2, 5, 6, 7);
        assertThat(folded().behind(2)).isEqualTo(2);
        folding.setClosed(1, true);
        assertThat(drawn()).containsExactly(0, 1);
        assertThat(folded().behind(1)).isEqualTo(6);
        folding.setClosed(1, false);
        assertThat(drawn()).containsExactly(0, 1, 2, 5, 6, 7);
    }

    @Test
    void theWayToAWantedNodeIsOpened() {
        folding.setClosed(1, true);
        folding.setFewestVisits(2);
        folding.show(tree.path(7));
        assertThat(drawn()).containsExactly(0, 1, 6, 7);
    }

    @Test
    void nodesOfFewVisitsAreLeftOut() {
        folding.setFewestVisits(2);
        assertThat(drawn()).containsExactly(0, 1);
        assertThat(folded().behind(1)).isEqualTo(6);
    }

    @Test
    void onlyTheBestLineCanBeDrawn() {
        folding.setBestOnly(true);
        var hidden = folding.of(tree, Lines.set(List.of(0, 1, 2, 3)), _ -> true).hidden();
        assertThat(hidden).isEqualTo(Lines.set(List.of(4, 5, 6, 7)));
    }

    @Test
    void aLongChainIsOneBoxButItsEndIsNotInIt() {
        var chain = tree(0, 1, 2, 3, 4);
        folding.setChains(true);
        var folded = folding.of(chain, new BitSet(), _ -> true);
        assertThat(folded.hidden()).isEqualTo(Lines.set(List.of(2, 3, 4)));
        assertThat(folded.chain(1)).isEqualTo(4);
        assertThat(folded.behind(1)).isZero();
        assertThat(folded.chainOf(chain, 1)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void shortChainsAndWhatMustBeSeenStay() {
        folding.setChains(true);
        assertThat(drawn()).hasSize(8);
        var chain = tree(0, 1, 2, 3, 4);
        assertThat(folding.of(chain, new BitSet(), node -> node != 3).hidden()).isEqualTo(new BitSet());
    }

    @Property(tries = 100)
    void hiddenAndDrawnNodesTogetherAreTheTree(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @IntRange(min = 1, max = 80) int size,
            @ForAll boolean chains,
            @ForAll @IntRange(min = 0, max = 3) int visits) {
        var random = new java.util.Random(seed);
        var parents = new int[size];
        for (int i = 0; i < size; i++) {
            parents[i] = Math.max(0, i - random.nextInt(3));
        }
        var any = tree(parents);
        folding.reset();
        folding.setChains(chains);
        folding.setFewestVisits(visits);
        folding.setClosed(random.nextInt(any.size()), true);
        var folded = folding.of(any, new BitSet(), _ -> true);
        assertThat(folded.hidden().get(0)).isFalse();
        int told = 0;
        for (int node = 0; node < any.size(); node++) {
            if (!folded.hidden().get(node)) {
                told += folded.behind(node) + folded.chain(node);
            }
        }
        assertThat(told).isEqualTo(any.size());
    }
}
