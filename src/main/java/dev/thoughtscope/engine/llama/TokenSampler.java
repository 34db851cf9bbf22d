package dev.thoughtscope.engine.llama;

import dev.thoughtscope.engine.Sampling;
import java.util.SplittableRandom;

/// Draws the next token of one branch. Equal seeds draw equal tokens from equal logits.
///
/// In llama.cpp's order: logit bias, repetition penalty, top-k, top-p, min-p, temperature; so the filters
/// see the distribution at temperature 1.
final class TokenSampler {
    private static final int PENALTY_WINDOW = 64;

    /// Random numbers for each token, whether it needs them or not, so that a branch can be resumed.
    private static final int DRAWS = 2;

    /// Draws of tokens that a bias makes less probable before all of them are weighed anew.
    private static final int MOST_REFUSALS = 16;

    private final Sampling sampling;
    private final SplittableRandom random;

    TokenSampler(Sampling sampling) {
        this.sampling = sampling;
        random = new SplittableRandom(sampling.seed());
    }

    /// @param context the branch's tokens so far, `length` of them
    /// @param grammar null for none
    int choose(LogitRow row, int[] context, int length, Grammar grammar, Candidates scratch) {
        if (isPlain() && grammar == null && sampling.temperature() == 0) {
            return row.topId(0);
        }
        double first = random.nextDouble();
        double second = random.nextDouble();
        if (grammar != null) {
            return chooseBy(grammar, row, context, length, scratch, first, second);
        }
        if (isPlain() && !filters()) {
            return sampling.temperature() == 1
                    ? row.draw(first)
                    : scratch.drawUnfiltered(row.logits, row.max(), sampling.temperature(), first);
        }
        int token = onlyForbids() ? drawUntilAllowed(row, first, second) : -1;
        if (token >= 0) {
            return token;
        }
        load(row, context, length, scratch);
        return filters() || sampling.temperature() == 0
                ? draw(scratch, first)
                // not the number by which a forbidden token was drawn
                : scratch.drawUnfiltered(sampling.temperature(), onlyForbids() ? second : first);
    }

    /// Drawing again under the mask only after a miss gives the same distribution, mostly without the mask's cost.
    private int chooseBy(
            Grammar grammar, LogitRow row, int[] context, int length, Candidates scratch, double first, double second) {
        load(row, context, length, scratch);
        int token = draw(scratch, first);
        if (!grammar.allows(token)) {
            grammar.mask(scratch.logits());
            token = draw(scratch, second);
        }
        grammar.accept(token);
        return token;
    }

    private void load(LogitRow row, int[] context, int length, Candidates scratch) {
        scratch.load(row.logits);
        sampling.logitBias().forEach((token, bias) -> scratch.bias(token, bias.floatValue()));
        if (sampling.repetitionPenalty() != 1) {
            scratch.penalise(context, Math.max(0, length - PENALTY_WINDOW), length, (float) sampling.repetitionPenalty());
        }
    }

    private boolean isPlain() {
        return sampling.logitBias().isEmpty() && sampling.repetitionPenalty() == 1;
    }

    /// Whether a choice goes through all of the vocabulary, without a grammar.
    boolean weighsAll() {
        boolean oneLook = isPlain()
                ? sampling.temperature() == 0 || sampling.temperature() == 1 && !filters()
                : onlyForbids();
        return sampling.grammar().isEmpty() && !oneLook;
    }

    private boolean onlyForbids() {
        return sampling.temperature() == 1
                && sampling.repetitionPenalty() == 1
                && !filters()
                && sampling.logitBias().values().stream().allMatch(bias -> bias <= 0);
    }

    /// Rejection sampling: each biased token is kept as often as its bias leaves it, so that the rest need not be weighed
    /// anew.
    ///
    /// @return -1 if too many were refused; what is drawn elsewhere then has the right distribution all the same
    private int drawUntilAllowed(LogitRow row, double first, double second) {
        int token = row.draw(first);
        if (!sampling.logitBias().containsKey(token)) {
            return token;
        }
        var more = new SplittableRandom(Double.doubleToRawLongBits(second));
        for (int refusals = 0; refusals < MOST_REFUSALS; refusals++) {
            double bias = sampling.logitBias().getOrDefault(token, 0.0);
            if (bias == 0 || more.nextDouble() < Math.exp(bias)) {
                return token;
            }
            token = row.draw(more.nextDouble());
        }
        return -1;
    }

    private boolean filters() {
        return sampling.topK() > 0 || sampling.topP() < 1 || sampling.minP() > 0;
    }

    /// Moves on as if this many tokens had been drawn.
    void skip(int tokens) {
        for (int i = 0; i < tokens * DRAWS; i++) {
            random.nextDouble();
        }
    }

    private int draw(Candidates candidates, double uniform) {
        if (sampling.temperature() == 0) {
            return candidates.best();
        }
        candidates.keepAll();
        if (sampling.topK() > 0) {
            candidates.keepTop(sampling.topK());
        }
        if (sampling.topP() < 1) {
            candidates.keepMass(sampling.topP());
        }
        if (sampling.minP() > 0) {
            candidates.keepAbove((float) Math.log(sampling.minP()));
        }
        return candidates.draw(sampling.temperature(), uniform);
    }
}
