package dev.thoughtscope.viewmodel.strip;

import java.util.Optional;

/// A thought of a strip that is to become a branch of a tree.
///
/// @param node whose text the strip is of, empty for a text of its own
/// @param before all that the model saw before the thought
/// @param index of the token that the thought stands before
/// @param thought with its markers, as it was measured
public record StripBranch(Optional<NodeText> node, String before, int index, String thought) {}
