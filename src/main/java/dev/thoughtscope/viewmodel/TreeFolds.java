package dev.thoughtscope.viewmodel;

import dev.thoughtscope.search.Tree;
import java.util.List;
import java.util.stream.Collectors;

/// What of a tree is drawn, and in which order: a person's wishes, and what follows from them.
public final class TreeFolds {
    private final TreeModel model;
    private final Folding folding = new Folding();
    private final BoxMaker maker;
    private Folding.Folded folded = Folding.Folded.NONE;

    TreeFolds(TreeModel model) {
        this.model = model;
        maker = new BoxMaker(model::text);
    }

    private Tree tree() {
        return model.tree();
    }

    void reset() {
        maker.forgetOrder();
        folding.reset();
    }

    void otherTree() {
        maker.forget();
    }

    /// Takes in how the tree has changed.
    void summarise() {
        changed();
        if (maker.reorder(tree())) {
            model.restructure();
        }
    }

    private void changed() {
        var next = fold();
        boolean other = !next.hidden().equals(folded.hidden());
        folded = next;
        if (other) {
            model.restructure();
        }
    }

    private Folding.Folded fold() {
        var lines = Lines.set(model.bestLine());
        lines.or(Lines.set(model.valueLine()));
        return folding.of(tree(), lines, this::isPlain);
    }

    private boolean isPlain(int node) {
        return !model.isStop(node) && !model.marks().isPinned(node) && !model.marks().isFocus(node);
    }

    Boxes boxes(long generation, List<Integer> writing) {
        folded = fold();
        return maker.make(tree(), generation, writing, folded);
    }

    /// How many nodes are folded away behind a node, those of its chain not counted.
    public int behind(int node) {
        return folded.behind(node);
    }

    /// How many steps the box of a node stands for.
    public int chain(int node) {
        return folded.chain(node);
    }

    /// What the card of a node says: its text, or those of all steps of its chain.
    public String cardText(int node) {
        return folded.chain(node) == 1
                ? model.text(node)
                : folded.chainOf(tree(), node).stream().map(model::text).collect(Collectors.joining(" → "));
    }

    public boolean isClosed(int node) {
        return folding.isClosed(node);
    }

    /// Whether anything can be folded away behind the node.
    public boolean hasChildren(int node) {
        return model.isNode(node) && tree().firstChild(node) != Tree.NONE;
    }

    /// Folds away, or shows, what hangs on a node.
    public void setClosed(int node, boolean closed) {
        folding.setClosed(node, closed);
        changed();
    }

    /// Shows the way to a node, whatever is folded away.
    public void reveal(int node) {
        if (model.isNode(node) && folded.hidden().get(node)) {
            folding.show(tree().path(node));
            changed();
        }
    }

    /// Opens all that was closed.
    public void openAll() {
        folding.openAll();
        changed();
    }

    public int fewestVisits() {
        return folding.fewestVisits();
    }

    /// @param visits nodes with fewer are not drawn; 0 draws all
    public void setFewestVisits(int visits) {
        folding.setFewestVisits(visits);
        changed();
    }

    public boolean isBestOnly() {
        return folding.isBestOnly();
    }

    public void setBestOnly(boolean only) {
        folding.setBestOnly(only);
        changed();
    }

    public boolean isChains() {
        return folding.isChains();
    }

    /// @param fold whether long chains of steps are drawn as one box
    public void setChains(boolean fold) {
        folding.setChains(fold);
        changed();
    }

    public boolean isByVisits() {
        return maker.isByVisits();
    }

    /// @param sort whether siblings of an ended run stand in order of their visits, else in that of their coming
    public void setByVisits(boolean sort) {
        maker.setByVisits(sort);
        maker.reorder(tree());
        model.restructure();
    }
}
