package dev.thoughtscope.reasoning;

import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.search.Control;
import dev.thoughtscope.search.Event;
import dev.thoughtscope.search.Journal;
import dev.thoughtscope.search.NodeKind;
import dev.thoughtscope.search.Outcome;
import dev.thoughtscope.search.Tree;
import dev.thoughtscope.search.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Holds a search where one of a person's breakpoints is met. Breakpoints may be set from any thread.
public final class Breakpoints implements Journal.Watch {
    private volatile List<Breakpoint> breakpoints = List.of();
    private final Control control;
    private final Confidence confidence;
    private String leader = "";

    public Breakpoints(Control control, Confidence confidence) {
        this.control = control;
        this.confidence = confidence;
    }

    /// Replaces all breakpoints.
    public void set(List<Breakpoint> replacement) {
        breakpoints = List.copyOf(replacement);
    }

    public List<Breakpoint> all() {
        return breakpoints;
    }

    @Override
    public boolean isAwake() {
        return breakpoints.stream().anyMatch(b -> b instanceof Breakpoint.Confidence || b instanceof Breakpoint.Text);
    }

    @Override
    public void after(Event event, Tree tree) {
        for (var breakpoint : breakpoints) {
            hit(breakpoint, event, tree).ifPresent(control::pause);
        }
    }

    private Optional<String> hit(Breakpoint breakpoint, Event event, Tree tree) {
        return switch (breakpoint) {
            case Breakpoint.Confidence(double bound, int tokens) ->
                event instanceof Event.TokensGenerated more ? unsure(bound, tokens, tree, more) : Optional.empty();
            case Breakpoint.Value(double bound) ->
                event instanceof Event.BackedUp up ? low(bound, tree, up) : Optional.empty();
            case Breakpoint.Reflection _ ->
                when(
                        event instanceof Event.NodesAdded added
                                && added.nodes().stream().anyMatch(n -> n.kind() == NodeKind.REFLECTION),
                        "The model is asked to think again.");
            case Breakpoint.AnswerChanges _ -> event instanceof Event.BackedUp ? newLeader(tree) : Optional.empty();
            case Breakpoint.Text text ->
                event instanceof Event.TokensGenerated more ? written(text, tree, more) : Optional.empty();
            case Breakpoint.Wrong _ -> wrong(event);
            case Breakpoint.Depth(int depth) ->
                when(
                        event instanceof Event.NodesAdded added
                                && added.nodes().stream().anyMatch(n -> tree.depth(n.id()) >= depth),
                        "A path has reached depth " + depth + ".");
            case Breakpoint.Node(int node) ->
                when(
                        event instanceof Event.Selected selected && selected.path().contains(node),
                        "The search passes through node " + node + ".");
        };
    }

    private Optional<String> unsure(double bound, int count, Tree tree, Event.TokensGenerated more) {
        var tokens = tree.branch(more.branch()).tokens();
        int run = 0;
        for (int i = tokens.size() - 1; i >= 0 && isUnsure(tokens.get(i), bound); i--) {
            run++;
        }
        return when(
                run == count,
                String.format(
                        Locale.ROOT,
                        "Confidence below %.2f for %d token%s, up to \"%s\" in branch %d.",
                        bound,
                        count,
                        count == 1 ? "" : "s",
                        tokens.getLast().piece().text().strip(),
                        more.branch()));
    }

    private boolean isUnsure(TokenStep token, double bound) {
        return token.sampled() && confidence.of(token) < bound;
    }

    private static Optional<String> low(double bound, Tree tree, Event.BackedUp up) {
        return up.path().stream()
                .filter(node -> tree.value(node) < bound)
                .findFirst()
                .map(node -> String.format(
                        Locale.ROOT, "The value of node %d has fallen to %.3f, below %.2f.", node, tree.value(node), bound));
    }

    private Optional<String> newLeader(Tree tree) {
        String now = Outcome.of(tree).winner().map(Outcome.Votes::answer).orElse("");
        String before = leader;
        leader = now;
        return when(
                !before.isEmpty() && !before.equals(now),
                "The best answer changes from " + before + " to " + now + ".");
    }

    private static Optional<String> written(Breakpoint.Text text, Tree tree, Event.TokensGenerated more) {
        var tokens = tree.branch(more.branch()).tokens();
        String before = TokenStep.text(tokens.subList(0, tokens.size() - more.tokens().size()));
        String now = TokenStep.text(tokens);
        return when(
                text.pattern().matcher(now).find() && !text.pattern().matcher(before).find(),
                "Branch " + more.branch() + " has written what matches \"" + text.pattern().pattern() + "\".");
    }

    private static Optional<String> wrong(Event event) {
        return switch (event) {
            case Event.StepChecked step when step.verdict() == Verdict.WRONG ->
                Optional.of("Node " + step.node() + ": " + step.note() + ".");
            case Event.AnswerFound answer when answer.verdict() == Verdict.WRONG ->
                Optional.of("Node " + answer.node() + " ends in a wrong answer: " + answer.answer() + ".");
            default -> Optional.empty();
        };
    }

    private static Optional<String> when(boolean met, String sentence) {
        return met ? Optional.of(sentence) : Optional.empty();
    }
}
