package dev.thoughtscope.engine.llama;

/// One token of a branch to be computed.
///
/// @param logits whether the branch or one that follows it reads the logits of this position
record Row(Branch branch, int position, boolean logits) {
    /// Most alternatives that any reader of the logits wants.
    int top() {
        int top = branch.top();
        for (var follower : branch.followers) {
            top = Math.max(top, follower.top());
        }
        return top;
    }
}
