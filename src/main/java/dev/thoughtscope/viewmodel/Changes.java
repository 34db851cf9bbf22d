package dev.thoughtscope.viewmodel;

import dev.thoughtscope.search.Order;

/// A person's changes to the tree of a run under way. Each is an event of the run once the search has made it.
public final class Changes {
    private final WindowModel window;

    Changes(WindowModel window) {
        this.window = window;
    }

    /// Whether there is a run under way whose tree can be changed.
    public boolean possible() {
        return window.canChange();
    }

    /// Branches off at a token with another one in its place; the model writes on from there.
    ///
    /// @param token index in the node's tokens
    public void force(int node, int token, TokenView.Choice choice) {
        window.order(new Order.ForceToken(node, token, choice.id()));
    }

    /// Leaves the node out of the search, or lets it in again.
    public void ban(int node, boolean banned) {
        window.order(new Order.Ban(node, banned));
    }

    /// Makes every simulation that reaches the parent go through the node, or ends that.
    public void pin(int node, boolean pinned) {
        window.order(new Order.Pin(node, pinned));
    }

    /// Searches only below the node; the root for everything.
    public void focus(int node) {
        window.order(new Order.Focus(node));
    }

    /// Asks the model to think again below the node.
    public void reflect(int node) {
        window.order(new Order.Reflect(node));
    }

    /// Puts a thought of one's own below the node.
    public void addThought(int node, String text) {
        if (!text.isBlank()) {
            window.order(new Order.AddThought(node, text.strip()));
        }
    }

    public void moreRollouts(int rollouts) {
        window.order(new Order.MoreRollouts(rollouts));
    }
}
