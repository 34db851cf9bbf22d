package dev.thoughtscope.cli;

import dev.thoughtscope.session.SearchOptions;
import picocli.CommandLine.Option;

/// How a search goes about it: the options beyond those of every day.
final class MethodOptions {
    @Option(
            names = "--method",
            description = "mcts, beam (--parallel ways are kept), best-of (the most valued of --rollouts samples) or"
                    + " sample (the answer of most of them).")
    private String method = SearchOptions.DEFAULT.method();

    @Option(names = "--selection", description = "uct, marco-uct, reasoners-uct or puct.")
    private String selection = SearchOptions.DEFAULT.selection();

    @Option(names = "--exploration", paramLabel = "C", description = "The selection's constant; 0 for its own.")
    private double exploration;

    @Option(
            names = "--reward",
            description = "confidence, agreement, checker (with --expect), or a mix such as confidence:2,agreement:1.")
    private String reward = SearchOptions.DEFAULT.reward();

    @Option(
            names = "--widening",
            paramLabel = "A",
            description = "Children grow with visits: --width times visits to the power A; 0 for a fixed number.")
    private double widening;

    @Option(names = "--depth", paramLabel = "N", description = "Nodes of one path at most; 0 for the usual 64.")
    private int depth;

    @Option(names = "--tokens", paramLabel = "N", description = "Tokens to spend at most; 0 for no bound.")
    private long tokens;

    @Option(names = "--seconds", paramLabel = "N", description = "Time to spend at most; 0 for no bound.")
    private int seconds;

    @Option(names = "--early-stop", description = "End as soon as no other answer can catch up.")
    private boolean earlyStop;

    @Option(
            names = "--reflect-below",
            paramLabel = "X",
            description = "Think again after a step whose confidence lies below X; 0 for never.")
    private double reflectBelow;

    @Option(names = "--top-p", paramLabel = "P", description = "Sample from the most probable tokens that make up P; 0 for the dialect's own, 1 for all.")
    private double topP;

    @Option(names = "--top-k", paramLabel = "K", description = "Sample from the K most probable tokens; -1 for the dialect's own, 0 for all.")
    private int topK = SearchOptions.DEFAULT.topK();

    /// @throws IllegalArgumentException with a sentence that tells what is possible
    SearchOptions options() {
        return new SearchOptions(
                method, selection, exploration, reward, tokens, seconds, earlyStop, widening, depth, reflectBelow, topP, topK);
    }
}
