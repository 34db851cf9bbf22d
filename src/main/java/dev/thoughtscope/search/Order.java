package dev.thoughtscope.search;

/// A change that a person makes to a tree.
public sealed interface Order {
    /// Branches off at a token: what comes before it in its node is kept, `alternative` takes its place, and the
    /// model writes the rest of the node.
    ///
    /// @param token index in the node's tokens
    /// @param alternative id of the token to take
    record ForceToken(int node, int token, int alternative) implements Order {}

    /// Puts a text beside a node, as its better version. The old node is left out of the search from now on.
    record Edit(int node, String text) implements Order {}

    /// Puts a text below a node.
    record AddThought(int node, String text) implements Order {}

    /// Puts the reflection sentence below a node.
    record Reflect(int node) implements Order {}

    /// Leaves a node out of the search, or lets it in again.
    record Ban(int node, boolean banned) implements Order {}

    /// Makes every simulation that reaches the parent go through this child, or ends that.
    record Pin(int node, boolean pinned) implements Order {}

    /// Searches only below a node; the root for everything.
    record Focus(int node) implements Order {}

    /// @param prior 0 to 1
    record SetPrior(int node, double prior) implements Order {}

    /// Has the search visit a node's children until none has fewer visits than the most visited has now.
    record EvenOut(int node) implements Order {}

    /// Takes back the last change of this run that has not been taken back. Simulations and their values stay; nodes
    /// that the change added are left out of the search.
    record Undo() implements Order {}

    /// Makes the change again that was taken back last.
    record Redo() implements Order {}

    /// Gives the search more simulations.
    record MoreRollouts(int rollouts) implements Order {}
}
