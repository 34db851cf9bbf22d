package dev.thoughtscope.app;

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
import dev.thoughtscope.search.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Events of a made-up search of any size, the same for the same seed.
final class WindowBenchTree {
    private static final String[] WORDS = {" So", " there", " are", " 12", " boxes", " of", " 7", " pens", ",", " which", " makes", " 84"};
    private static final int TOKENS = 12;
    private static final int DEEPEST = 14;

    private final Random random;
    private final Tree tree = new Tree();
    private final Consumer<Event> sink;
    private final List<TokenStep> text = new ArrayList<>();
    private int simulation;

    WindowBenchTree(long seed, Consumer<Event> sink) {
        this.random = new Random(seed);
        this.sink = sink;
        for (int i = 0; i < TOKENS; i++) {
            var word = Piece.of(WORDS[i]);
            double logProb = Math.log(0.9);
            text.add(new TokenStep(i, word, logProb, List.of(new Alternative(i, word, logProb)), 0.3, true));
        }
        emit(new Event.RunStarted(new RunInfo("How many pens?", "How many pens?", "", new TreeMap<>(), new TreeMap<>(), seed, 0)));
    }

    int size() {
        return tree.size();
    }

    /// Adds children to some leaf and backs a value up.
    void grow() {
        int leaf = Tree.ROOT;
        while (tree.firstChild(leaf) != Tree.NONE) {
            var children = tree.children(leaf);
            leaf = children.get(random.nextInt(children.size()));
        }
        emit(new Event.Selected(simulation, tree.path(leaf)));
        int depth = tree.depth(leaf);
        int width = depth < 7 ? 4 : 1 + random.nextInt(2);
        int child = tree.isTerminal(leaf) ? leaf : Tree.NONE;
        for (int i = 0; child != leaf && i < width; i++) {
            child = add(leaf, depth);
        }
        emit(new Event.BackedUp(simulation++, tree.path(child), 0.8 + 0.2 * random.nextDouble()));
    }

    private int add(int leaf, int depth) {
        int branch = tree.branches().size();
        int node = tree.size();
        boolean terminal = depth + 1 >= DEEPEST || random.nextInt(20) == 0;
        emit(new Event.BranchStarted(branch, leaf, Event.Purpose.EXPANSION));
        emit(new Event.TokensGenerated(branch, text));
        emit(new Event.BranchEnded(branch, StopReason.STOP_STRING));
        var kind = random.nextInt(25) == 0 ? NodeKind.REFLECTION : NodeKind.STEP;
        emit(new Event.NodesAdded(List.of(new NewNode(
                node, leaf, kind, new Span(branch, 0, TOKENS), random.nextDouble(), 0.8 + 0.2 * random.nextDouble(), terminal))));
        if (terminal) {
            emit(new Event.AnswerFound(node, String.valueOf(80 + random.nextInt(6)), random.nextBoolean() ? Verdict.RIGHT : Verdict.WRONG));
        }
        return node;
    }

    void finish() {
        emit(new Event.Finished(Event.Ending.BUDGET_SPENT));
    }

    private void emit(Event event) {
        tree.apply(event);
        sink.accept(event);
    }
}
