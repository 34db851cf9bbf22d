package dev.thoughtscope.viewmodel;

import dev.thoughtscope.search.NodeKind;
import dev.thoughtscope.search.Tree;
import java.util.BitSet;

/// What a person's hand has left on a tree.
public final class DebuggerMarks {
    static final DebuggerMarks NONE = new DebuggerMarks(new Tree());

    private final BitSet banned = new BitSet();
    private final BitSet out = new BitSet();
    private final BitSet pinned = new BitSet();
    private final BitSet person = new BitSet();
    private final int focus;

    DebuggerMarks(Tree tree) {
        focus = tree.focus();
        for (int node = 1; node < tree.size(); node++) {
            banned.set(node, tree.isBanned(node));
            out.set(node, banned.get(node) || out.get(tree.parent(node)));
            pinned.set(node, tree.isPinned(node));
            person.set(node, tree.kind(node) == NodeKind.PERSON);
        }
    }

    /// Whether the node itself was left out of the search.
    public boolean isBanned(int node) {
        return banned.get(node);
    }

    /// Whether the search never comes here: the node or one above it was left out.
    public boolean isOut(int node) {
        return out.get(node);
    }

    public boolean isPinned(int node) {
        return pinned.get(node);
    }

    /// Whether a person wrote it or chose one of its tokens.
    public boolean isPersons(int node) {
        return person.get(node);
    }

    /// Whether the search looks only below this node.
    public boolean isFocus(int node) {
        return focus == node && node != Tree.ROOT;
    }

    public boolean hasFocus() {
        return focus != Tree.ROOT;
    }
}
