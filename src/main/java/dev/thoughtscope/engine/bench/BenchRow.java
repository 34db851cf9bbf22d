package dev.thoughtscope.engine.bench;

/// One measurement: branches that share a prefix nobody has computed yet.
///
/// @param tokensPerSecond sampled tokens over the whole time, computing the prefix included
/// @param steadyTokensPerSecond sampled tokens after each branch's first, over the time after it
/// @param firstTokenMillis from asking to the first token of any branch
/// @param decodeMillis mean time of a forward pass inside the library
/// @param outsideMillis mean time outside the library for each forward pass
/// @param baselineTokensPerSecond the same work one branch after another, each computing its own prefix; NaN if not measured
/// @param bareTokensPerSecond what llama.cpp alone gives on the same work; NaN if not measured
public record BenchRow(
        int branches,
        int prefix,
        double tokensPerSecond,
        double steadyTokensPerSecond,
        double firstTokenMillis,
        double decodeMillis,
        double outsideMillis,
        double baselineTokensPerSecond,
        double bareTokensPerSecond) {
    /// How many times as fast as one after another.
    public double gain() {
        return tokensPerSecond / baselineTokensPerSecond;
    }

    /// Share of what llama.cpp alone gives; about 1, NaN if not measured.
    public double ofBare() {
        return tokensPerSecond / bareTokensPerSecond;
    }

    /// Share of the time spent outside the library, 0 to 1.
    public double outsideShare() {
        return outsideMillis / (outsideMillis + decodeMillis);
    }
}
