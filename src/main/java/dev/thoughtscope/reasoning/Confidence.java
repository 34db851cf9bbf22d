package dev.thoughtscope.reasoning;

import dev.thoughtscope.engine.TokenStep;
import java.util.List;

/// Marco-o1's confidence: a token's probability as a share of the most probable candidates',
///
/// `c = exp(lp) / sum over k of exp(lp_k)`, in 0 to 1 for a token among the candidates.
///
/// Source: Zhao et al., "Marco-o1: Towards Open Reasoning Models for Open-Ended Solutions", 2024, section 3.
public enum Confidence {
    /// Divides by the five most probable candidates, as the definition says.
    TOP5,
    /// Divides by the chosen token and five others, as the prose beside it says.
    CHOSEN_PLUS_5;

    private static final int CANDIDATES = 5;

    /// @return 0 to 1; NaN where the engine gave no candidates
    public double of(TokenStep step) {
        var top = step.top();
        if (top.isEmpty()) {
            return Double.NaN;
        }
        double chosen = Math.exp(step.logProb());
        double sum = this == CHOSEN_PLUS_5 ? chosen : 0;
        int counted = 0;
        for (var candidate : top) {
            if (counted == CANDIDATES) {
                break;
            }
            if (this == CHOSEN_PLUS_5 && candidate.id() == step.id()) {
                continue;
            }
            sum += Math.exp(candidate.logProb());
            counted++;
        }
        return Math.min(1, chosen / sum);
    }

    /// Mean over the tokens that the model chose; given tokens do not count.
    ///
    /// @return 0 to 1, or 0 where no token counts
    public double mean(List<TokenStep> steps) {
        return mean(steps, false);
    }

    /// Mean over all tokens, given ones too: how sure the model would have been of a text that it did not write.
    ///
    /// @return 0 to 1, or 0 where no token has candidates
    public double meanOfAll(List<TokenStep> steps) {
        return mean(steps, true);
    }

    private double mean(List<TokenStep> steps, boolean given) {
        double sum = 0;
        int count = 0;
        for (var step : steps) {
            double confidence = given || step.sampled() ? of(step) : Double.NaN;
            if (!Double.isNaN(confidence)) {
                sum += confidence;
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }
}
