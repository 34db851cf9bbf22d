package dev.thoughtscope.viewmodel;

import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.search.Tree;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;

/// The selected node, told in full.
public final class InspectorModel {
    private final TreeModel tree;
    private final TokenViews tokens;
    private final ToDoubleFunction<TokenStep> confidence;
    private final CostBook book;
    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", Tree.NONE);
    private final ReadOnlyObjectWrapper<NodeDetail> detail = new ReadOnlyObjectWrapper<>(this, "detail");
    private final List<Integer> visited = new ArrayList<>();
    private int place = -1;
    private boolean travelling;

    InspectorModel(TreeModel tree, ToDoubleFunction<TokenStep> confidence, CostBook book) {
        this.tree = tree;
        this.tokens = new TokenViews(confidence);
        this.confidence = confidence;
        this.book = book;
        selected.subscribe(this::remember);
    }

    ToDoubleFunction<TokenStep> confidence() {
        return confidence;
    }

    /// The selected node, -1 for none.
    public IntegerProperty selected() {
        return selected;
    }

    public ReadOnlyObjectProperty<NodeDetail> detail() {
        return detail.getReadOnlyProperty();
    }

    /// Selects again what was selected before, or after.
    ///
    /// @param step -1 back, 1 forward
    public void travel(int step) {
        if (place + step >= 0 && place + step < visited.size()) {
            place += step;
            travelling = true;
            selected.set(visited.get(place));
            travelling = false;
        }
    }

    private void remember() {
        int node = selected.get();
        if (node != Tree.NONE && !travelling) {
            visited.subList(place + 1, visited.size()).clear();
            visited.add(node);
            place = visited.size() - 1;
        }
        refresh();
    }

    void clear() {
        selected.set(Tree.NONE);
        visited.clear();
        place = -1;
    }

    /// Reads the numbers of the node again.
    void refresh() {
        int node = selected.get();
        detail.set(tree.isNode(node) ? read(node) : null);
    }

    private NodeDetail read(int node) {
        var facts = tree.tree();
        var shown = detail.get();
        boolean same = shown != null && shown.node() == node && node != Tree.ROOT;
        var reflection = facts.reflection(node);
        return new NodeDetail(
                node,
                tree.shape(node),
                facts.path(node),
                same ? shown.text() : facts.text(node).strip(),
                same ? shown.tokens() : tokens.of(facts.tokens(node)),
                facts.visits(node),
                facts.value(node),
                facts.facts(node).ownValue(),
                facts.prior(node),
                facts.depth(node),
                tree.answer(node),
                tree.mark(node),
                Answers.of(facts, tree.answered(), terminal -> isBelow(facts, terminal, node)),
                tree.note(node),
                tree.stepMark(node),
                reflection.map(event -> event.before()).orElse(""),
                reflection.map(event -> event.after()).orElse(""),
                Selections.of(facts, node, tree::text),
                node == Tree.ROOT ? Double.NaN : Selections.bonus(facts, facts.parent(node), node),
                entropy(facts.tokens(node)),
                costs(facts, node));
    }

    private static double entropy(List<TokenStep> tokens) {
        return tokens.stream()
                .filter(token -> token.sampled() && !Double.isNaN(token.entropy()))
                .mapToDouble(TokenStep::entropy)
                .average()
                .orElse(Double.NaN);
    }

    private NodeDetail.Costs costs(Tree facts, int node) {
        var within = new BitSet();
        within.set(node);
        long tokensBelow = 0;
        long nanosBelow = 0;
        for (int at = node + 1; at < facts.size(); at++) {
            if (within.get(facts.parent(at))) {
                within.set(at);
                tokensBelow += book.tokens(at);
                nanosBelow += book.nanos(at);
            }
        }
        return new NodeDetail.Costs(book.tokens(node), book.nanos(node) / 1e9, tokensBelow, nanosBelow / 1e9);
    }

    private static boolean isBelow(Tree tree, int node, int above) {
        int at = node;
        while (at > above) {
            at = tree.parent(at);
        }
        return at == above;
    }
}
