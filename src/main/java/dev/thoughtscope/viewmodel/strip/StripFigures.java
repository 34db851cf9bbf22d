package dev.thoughtscope.viewmodel.strip;

import dev.thoughtscope.probe.StripResult;

/// Figures over what is measured so far.
///
/// @param sum of the gains in nats
/// @param topTenthShare of all gain above 0 that the best tenth of the positions holds, 0 to 1
/// @param base perplexity without thoughts
/// @param thought perplexity with them
/// @param mixed perplexity at the best weight
/// @param weight the best weight of the thoughts, 0 to 1
public record StripFigures(
        int measured, double sum, double topTenthShare, double base, double thought, double mixed, double weight) {
    static final StripFigures NONE =
            new StripFigures(0, 0, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    static StripFigures of(StripResult.Summary summary) {
        return summary.measured() == 0
                ? NONE
                : new StripFigures(
                        summary.measured(),
                        summary.sum(),
                        summary.topTenthShare(),
                        summary.basePerplexity(),
                        summary.thoughtPerplexity(),
                        summary.mixedPerplexity(),
                        summary.mixWeight());
    }
}
