package dev.thoughtscope.session;

import dev.thoughtscope.reasoning.Dialect;
import dev.thoughtscope.reasoning.Rethinking;
import dev.thoughtscope.reasoning.Reward;
import dev.thoughtscope.search.Budget;
import dev.thoughtscope.search.SearchSettings;
import dev.thoughtscope.search.Selection;
import dev.thoughtscope.search.Widening;
import java.time.Duration;
import java.util.List;

/// How a search goes about it, beyond what a person sets every day.
///
/// @param method `mcts`, `beam`, `best-of` (the answer of the most valued of N samples) or `sample` (the answer of most
///     of N samples)
/// @param selection `uct`, `marco-uct`, `reasoners-uct` or `puct`
/// @param exploration the constant of the selection, 0 for its own
/// @param reward as [Reward#named] reads it
/// @param tokens to spend at most, 0 for no bound
/// @param seconds to spend at most, 0 for no bound
/// @param earlyStop whether it ends as soon as no other answer can catch up
/// @param widening exponent with which children grow with visits, 0 for a fixed number, up to 1
/// @param depth nodes on one path at most, beyond which a leaf is only rolled out, 0 for the usual
/// @param reflectBelow confidence of a step below which the model is asked to think again, 0 for never
/// @param topP of sampling, 0 for what the dialect recommends, 1 for all
/// @param topK of sampling, -1 for what the dialect recommends, 0 for all
public record SearchOptions(
        String method,
        String selection,
        double exploration,
        String reward,
        long tokens,
        int seconds,
        boolean earlyStop,
        double widening,
        int depth,
        double reflectBelow,
        double topP,
        int topK) {
    public static final List<String> METHODS = List.of("mcts", "beam", "best-of", "sample");
    public static final List<String> SELECTIONS = List.of("uct", "marco-uct", "reasoners-uct", "puct");
    public static final SearchOptions DEFAULT =
            new SearchOptions("mcts", "uct", 0, "confidence", 0, 0, false);
    static final int USUAL_DEPTH = 64;

    public SearchOptions(
            String method,
            String selection,
            double exploration,
            String reward,
            long tokens,
            int seconds,
            boolean earlyStop) {
        this(method, selection, exploration, reward, tokens, seconds, earlyStop, 0, 0, 0, 0, -1);
    }

    public SearchOptions {
        if (!METHODS.contains(method)) {
            throw new IllegalArgumentException(
                    "There is no method \"" + method + "\": choose mcts, beam, best-of or sample.");
        }
        if (depth < 0) {
            throw new IllegalArgumentException("Depth counts steps: 0 for the usual " + USUAL_DEPTH + ", or at least 1.");
        }
        if (!(topP >= 0 && topP <= 1) || topK < -1) {
            throw new IllegalArgumentException("Top-p lies between 0 and 1, and top-k is at least 0.");
        }
        Reward.named(reward);
        Selection.named(selection, exploration);
        new Widening(1, widening);
        new Rethinking(false, reflectBelow);
    }

    SearchSettings settings(RunRequest request) {
        boolean samples = method.equals("best-of") || method.equals("sample");
        return new SearchSettings(
                Selection.named(selection, exploration),
                new Widening(request.width(), widening),
                request.parallel(),
                samples ? 0 : depth == 0 ? USUAL_DEPTH : depth,
                budget(request.rollouts()),
                request.seed(),
                earlyStop);
    }

    /// The dialect with the filters of sampling that were asked for.
    Dialect filtered(Dialect dialect) {
        var recommended = dialect.sampling();
        return dialect.withFilters(topP == 0 ? recommended.topP() : topP, topK < 0 ? recommended.topK() : topK);
    }

    private Budget budget(int rollouts) {
        return new Budget(
                rollouts,
                tokens <= 0 ? Long.MAX_VALUE : tokens,
                seconds <= 0 ? Duration.ofDays(365) : Duration.ofSeconds(seconds));
    }
}
