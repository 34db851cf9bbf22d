package dev.thoughtscope.viewmodel;

import dev.thoughtscope.search.Event;
import dev.thoughtscope.search.NewNode;
import dev.thoughtscope.search.NodeKind;
import dev.thoughtscope.search.Order;
import dev.thoughtscope.search.Tree;
import dev.thoughtscope.viewmodel.DebuggerChange.Kind;

/// A person's changes of the tree: which make sense where, and what they led to.
final class DebuggerChanges {
    private final DebuggerModel debugger;
    private final WindowModel window;
    private final DebuggerHistory history;
    /// Parent of a node that a person asked for and that is not there yet.
    private int expected = Tree.NONE;

    DebuggerChanges(DebuggerModel debugger, WindowModel window, DebuggerHistory history) {
        this.debugger = debugger;
        this.window = window;
        this.history = history;
    }

    boolean can(Kind kind, int node) {
        var tree = window.tree();
        if (!tree.isNode(node) || window.runner() == null) {
            return false;
        }
        return switch (kind) {
            case LEAVE_OUT, PIN, PRIOR, EDIT, FORCE -> node != Tree.ROOT;
            case LET_IN -> tree.marks().isBanned(node);
            case UNPIN -> tree.marks().isPinned(node);
            case FOCUS -> node != Tree.ROOT && !tree.isTerminal(node) && !tree.marks().isFocus(node);
            case FOCUS_ALL -> tree.marks().hasFocus();
            case REFLECT, ADD -> !tree.isTerminal(node);
            case EVEN -> hasChildrenToEvenOut(node);
            case GO_ON -> debugger.canGoOn();
        };
    }

    private boolean hasChildrenToEvenOut(int node) {
        var tree = window.tree().tree();
        var visits = tree.children(node).stream()
                .filter(child -> !tree.isBanned(child))
                .mapToInt(tree::visits)
                .summaryStatistics();
        return visits.getCount() > 1 && visits.getMin() < visits.getMax();
    }

    void make(Kind kind, int node, Order order) {
        make(kind, node, order, Tree.NONE);
    }

    /// @param parent of the node that will come of it, -1 for none
    void make(Kind kind, int node, Order order, int parent) {
        if (can(kind, node)) {
            window.trouble().set("");
            history.changing(window.head(), new DebuggerChange(kind, node));
            debugger.carryOut(order);
            expected = parent;
        }
    }

    void forget() {
        expected = Tree.NONE;
    }

    /// Selects what was asked for when it comes.
    void added(Event.NodesAdded added) {
        added.nodes().stream()
                .filter(node -> node.parent() == expected && isPersons(node))
                .findFirst()
                .ifPresent(node -> {
                    expected = Tree.NONE;
                    window.inspector().selected().set(node.id());
                });
    }

    private static boolean isPersons(NewNode node) {
        return node.kind() == NodeKind.PERSON || node.kind() == NodeKind.REFLECTION;
    }
}
