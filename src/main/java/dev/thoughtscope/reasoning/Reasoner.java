package dev.thoughtscope.reasoning;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.Sampling;
import dev.thoughtscope.engine.Sequence;
import dev.thoughtscope.engine.StopReason;
import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.search.Candidate;
import dev.thoughtscope.search.Gate;
import dev.thoughtscope.search.Span;
import dev.thoughtscope.search.Tree;
import dev.thoughtscope.search.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What expansion and rollout share: one question on one engine, in one dialect.
///
/// @param maxTokens of one path, the question left out
/// @param checker tells of an answer whether it is right
/// @param seed from which each branch's own seed is made
public record Reasoner(
        Engine engine,
        Gate gate,
        Dialect dialect,
        Prompt prompt,
        Action action,
        Confidence confidence,
        Reward reward,
        int maxTokens,
        double temperature,
        Function<String, Verdict> checker,
        long seed) {

    /// With Marco-o1's reward.
    public Reasoner(
            Engine engine,
            Gate gate,
            Dialect dialect,
            Prompt prompt,
            Action action,
            Confidence confidence,
            int maxTokens,
            double temperature,
            Function<String, Verdict> checker,
            long seed) {
        this(
                engine, gate, dialect, prompt, action, confidence, Reward.CONFIDENCE, maxTokens, temperature, checker, seed);
    }

    Reasoner in(Dialect other) {
        return new Reasoner(
                engine, gate, other, prompt, action, confidence, reward, maxTokens, temperature, checker, seed);
    }

    StepCutter cutter() {
        return new StepCutter(action, dialect);
    }

    /// Everything that the model has before it at a node.
    Sequence sequence(Tree tree, int node) {
        return prompt.tokens().plus(tree.pathTokens(node));
    }

    /// Tokens that may still follow a sequence.
    int room(Sequence sequence) {
        int byBudget = maxTokens - (sequence.length() - prompt.tokens().length());
        int byContext = engine.model().contextLength() - sequence.length();
        return Math.max(0, Math.min(byBudget, byContext));
    }

    /// A seed of its own for the n-th branch of a run.
    Sampling sampling(int branch) {
        long mixed = (seed * 0x9E3779B97F4A7C15L + branch + 1) * 0xBF58476D1CE4E5B9L;
        var filters = dialect.sampling();
        return new Sampling(
                temperature, filters.topK(), filters.topP(), 0, 1, Map.of(), "", mixed ^ (mixed >>> 31));
    }

    /// The tokens that become nodes: without the token that ends the model's text.
    static List<TokenStep> visible(BranchWriter.Written written) {
        var tokens = written.tokens();
        return written.reason() == StopReason.END_TOKEN ? tokens.subList(0, tokens.size() - 1) : tokens;
    }

    /// The cuts of a written branch as candidates; the last one is terminal if nothing can follow it.
    List<Candidate> candidates(BranchWriter.Written written, boolean ended) {
        return candidates(written, ended, 0);
    }

    /// @param reflection tokens at the start that are the reflection sentence
    List<Candidate> candidates(BranchWriter.Written written, boolean ended, int reflection) {
        var tokens = visible(written);
        var cuts = cutter().cut(tokens, reflection);
        var candidates = new ArrayList<Candidate>();
        for (int i = 0; i < cuts.size(); i++) {
            var cut = cuts.get(i);
            var own = tokens.subList(cut.from(), cut.to());
            candidates.add(new Candidate(
                    cut.kind(),
                    new Span(written.branch(), cut.from(), cut.to()),
                    prior(own),
                    own.stream().anyMatch(TokenStep::sampled) ? confidence.mean(own) : confidence.meanOfAll(own),
                    ended && i == cuts.size() - 1));
        }
        return candidates;
    }

    /// @param whole whether the text came to its end; one that was cut off must state its answer
    Optional<Tree.Found> answer(String text, boolean whole) {
        var answer = whole ? Answers.find(dialect, text) : Answers.stated(text);
        return answer.map(found -> new Tree.Found(found, checker.apply(found)));
    }

    /// Geometric mean of the tokens' probabilities, those left out that the engine does not know; 1 if it knows none.
    static double prior(List<TokenStep> tokens) {
        return Math.exp(tokens.stream()
                .mapToDouble(TokenStep::logProb)
                .filter(logProb -> !Double.isNaN(logProb))
                .average()
                .orElse(0));
    }
}
