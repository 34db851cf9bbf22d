package dev.thoughtscope.study;

import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.search.Event;
import dev.thoughtscope.search.Tree;
import dev.thoughtscope.search.Verdict;
import dev.thoughtscope.session.EventLog;
import dev.thoughtscope.session.Recorded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads off an event log what a study measures.
final class Attempts {
    private static final int LONGEST_ANSWER = 400;

    private final Tree tree = new Tree();
    private final List<Attempt> attempts = new ArrayList<>();

    /// Of each attempt, the tokens that expansions had written before it.
    private final List<Long> expansionTokens = new ArrayList<>();

    private final int lastRollout;
    private long expanded;

    private Attempts(EventLog log, Method method) {
        lastRollout = method.budget() - 1;
        for (int i = 0; i < log.size(); i++) {
            take(log.get(i));
        }
    }

    /// @param tree the tree at the end
    record Read(Tree tree, List<Attempt> attempts, List<SecondThought> secondThoughts) {}

    /// The tokens and the time of a wave are shared out among its attempts. Without a tree all of them are one wave.
    static Read of(EventLog log, Method method) {
        var reading = new Attempts(log, method);
        var attempts =
                switch (method.kind()) {
                    case MCTS -> reading.byWaves();
                    case BEAM -> reading.attempts;
                    case DIRECT, COT, SELF_CONSISTENCY, BEST_OF_N -> reading.sharedOut();
                };
        return new Read(reading.tree, List.copyOf(attempts), reading.secondThoughts());
    }

    /// A beam can end more ways than it keeps at a time; those beyond count to its last.
    private void take(Recorded recorded) {
        tree.apply(recorded.event());
        if (recorded.event() instanceof Event.TokensGenerated more
                && tree.branch(more.branch()).purpose() == Event.Purpose.EXPANSION) {
            expanded += more.tokens().stream().filter(TokenStep::sampled).count();
        }
        if (recorded.event() instanceof Event.BackedUp up) {
            expansionTokens.add(expanded);
            var found = tree.found(up.path().getLast());
            attempts.add(new Attempt(
                    Math.min(up.simulation(), lastRollout),
                    found.map(answer -> shortened(answer.answer())).orElse(""),
                    found.map(Tree.Found::verdict).orElse(Verdict.WRONG),
                    up.value(),
                    tree.generatedTokens(),
                    recorded.nanos()));
        }
    }

    /// The rollouts of a wave are backed up when the last of them has ended, so that all its attempts tell the same number of
    /// tokens: each gets what the wave's expansions took, which come first, and an equal part of the rest for itself and
    /// for each before it.
    private List<Attempt> byWaves() {
        var shared = new ArrayList<Attempt>();
        long tokensBefore = 0;
        long expandedBefore = 0;
        long nanosBefore = 0;
        for (int from = 0; from < attempts.size(); ) {
            int to = from + 1;
            while (to < attempts.size() && attempts.get(to).tokens() == attempts.get(from).tokens()) {
                to++;
            }
            var last = attempts.get(to - 1);
            long expansions = expansionTokens.get(to - 1) - expandedBefore;
            long all = last.tokens() - tokensBefore;
            for (int i = from; i < to; i++) {
                long own = expansions + (all - expansions) * (i - from + 1) / (to - from);
                double share = all == 0 ? 1 : (double) own / all;
                var one = attempts.get(i);
                shared.add(new Attempt(
                        one.rollout(), one.answer(), one.verdict(), one.value(), tokensBefore + own,
                        nanosBefore + Math.round((last.nanos() - nanosBefore) * share)));
            }
            tokensBefore = last.tokens();
            expandedBefore = expansionTokens.get(to - 1);
            nanosBefore = last.nanos();
            from = to;
        }
        return shared;
    }

    /// In one wave every token is written before the first attempt is backed up: each attempt gets those of its own
    /// branch and of all before it, and its share of the time by them.
    private List<Attempt> sharedOut() {
        var tokens = tokensOfAttempts();
        long all = tokens.stream().mapToLong(Integer::longValue).sum();
        long nanos = attempts.isEmpty() ? 0 : attempts.getLast().nanos();
        var shared = new ArrayList<Attempt>();
        long sum = 0;
        for (int i = 0; i < attempts.size(); i++) {
            var one = attempts.get(i);
            sum += tokens.get(i);
            long share = all == 0 ? nanos : Math.round(nanos * (double) sum / all);
            shared.add(new Attempt(one.rollout(), one.answer(), one.verdict(), one.value(), sum, share));
        }
        return shared;
    }

    /// The n-th rollout branch is the n-th simulation's; the n-th reflection branch that of the n-th with a second attempt.
    private List<Integer> tokensOfAttempts() {
        var rollouts = branchTokens(Event.Purpose.ROLLOUT);
        var reflections = branchTokens(Event.Purpose.REFLECTION);
        var seen = new HashSet<Integer>();
        var tokens = new ArrayList<Integer>();
        int second = 0;
        for (var attempt : attempts) {
            boolean first = seen.add(attempt.rollout());
            int index = first ? attempt.rollout() : second++;
            var branches = first ? rollouts : reflections;
            tokens.add(index < branches.size() ? branches.get(index) : 0);
        }
        return tokens;
    }

    private List<Integer> branchTokens(Event.Purpose purpose) {
        return tree.branches().stream()
                .filter(branch -> branch.purpose() == purpose)
                .map(branch -> (int) branch.tokens().stream().filter(token -> token.sampled()).count())
                .toList();
    }

    /// One for each simulation that thought twice: its two attempts are the answers before and after.
    private List<SecondThought> secondThoughts() {
        Map<Integer, List<Attempt>> bySimulation = new HashMap<>();
        Set<Integer> order = new LinkedHashSet<>();
        for (var attempt : attempts) {
            bySimulation.computeIfAbsent(attempt.rollout(), _ -> new ArrayList<>()).add(attempt);
            order.add(attempt.rollout());
        }
        var reflections = branchTokens(Event.Purpose.REFLECTION);
        var all = new ArrayList<SecondThought>();
        for (int simulation : order) {
            var pair = bySimulation.get(simulation);
            for (int i = 1; i < pair.size(); i++) {
                int tokens = all.size() < reflections.size() ? reflections.get(all.size()) : 0;
                all.add(secondThought(pair.get(i - 1), pair.get(i), tokens));
            }
        }
        return all;
    }

    private static SecondThought secondThought(Attempt before, Attempt after, int tokens) {
        return new SecondThought(before.answer(), before.verdict(), after.answer(), after.verdict(), tokens);
    }

    private static String shortened(String answer) {
        return answer.length() <= LONGEST_ANSWER ? answer : answer.substring(0, LONGEST_ANSWER);
    }
}
