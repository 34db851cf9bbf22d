package dev.thoughtscope.view.strip;

/// Makes a thought a branch of the tree.
public interface BranchHandler {
    /// @param index of the token that the thought stands before
    void branch(int index, String thought);
}
