package dev.thoughtscope.view.strip;

import dev.thoughtscope.viewmodel.strip.StripBranch;

/// Makes a thought a branch of the tree.
public interface BranchHandler {
    void branch(StripBranch branch);
}
