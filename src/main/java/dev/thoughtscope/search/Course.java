package dev.thoughtscope.search;

import java.util.List;
import java.util.Optional;

/// Where a run stands, apart from its nodes.
///
/// @param selectedPath the way that the search is working on; empty between runs
/// @param message why it is paused or failed, or how it ended
/// @param focus where the search begins
/// @param simulations that have been backed up
record Course(
        Optional<RunInfo> run, Tree.State state, String message, List<Integer> selectedPath, int focus, int simulations) {
    static final Course NONE = new Course(Optional.empty(), Tree.State.EMPTY, "", List.of(), Tree.ROOT, 0);

    static Course started(RunInfo info) {
        return new Course(Optional.of(info), Tree.State.RUNNING, "", List.of(), Tree.ROOT, 0);
    }

    Course is(Tree.State newState, String newMessage) {
        return new Course(run, newState, newMessage, selectedPath, focus, simulations);
    }

    Course ended(Tree.State newState, String newMessage) {
        return new Course(run, newState, newMessage, List.of(), focus, simulations);
    }

    Course selected(List<Integer> path) {
        return new Course(run, state, message, path, focus, simulations);
    }

    Course focused(int node) {
        return new Course(run, state, message, selectedPath, node, simulations);
    }

    Course backedUp(int simulation) {
        return new Course(run, state, message, selectedPath, focus, Math.max(simulations, simulation + 1));
    }
}
