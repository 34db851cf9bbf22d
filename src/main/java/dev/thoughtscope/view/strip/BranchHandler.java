package dev.thoughtscope.view.strip;

import dev.thoughtscope.viewmodel.strip.NodeText;

/// Makes a thought a branch of the tree.
public interface BranchHandler {
    /// @param node that the strip is of
    /// @param index of the token that the thought stands before
    void branch(NodeText node, int index, String thought);
}
