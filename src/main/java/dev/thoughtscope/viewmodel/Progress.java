package dev.thoughtscope.viewmodel;

/// How far a run is.
///
/// @param rollouts asked for, 0 if unknown
/// @param tokensPerSecond tokens of the run over the time it has taken so far, pauses left out
public record Progress(int simulations, int rollouts, int nodes, long tokens, double tokensPerSecond, double seconds) {
    static final Progress NONE = new Progress(0, 0, 0, 0, 0, 0);
}
