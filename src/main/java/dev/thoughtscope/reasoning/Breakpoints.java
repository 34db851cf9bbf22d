package dev.thoughtscope.reasoning;

import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.search.Control;
import dev.thoughtscope.search.Event;
import dev.thoughtscope.search.Journal;
import dev.thoughtscope.search.NewNode;
import dev.thoughtscope.search.NodeKind;
import dev.thoughtscope.search.Outcome;
import dev.thoughtscope.search.Tree;
import dev.thoughtscope.search.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

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
            hit(breakpoint, event, tree).ifPresent(reason -> {
                control.pause(reason);
                if (breakpoint instanceof Breakpoint.Until) {
                    breakpoints = breakpoints.stream().filter(other -> other != breakpoint).toList();
                }
            });
        }
    }

    private Optional<Event.Paused> hit(Breakpoint breakpoint, Event event, Tree tree) {
        return switch (breakpoint) {
            case Breakpoint.Confidence(double bound, int tokens) ->
                event instanceof Event.TokensGenerated more ? unsure(bound, tokens, tree, more) : Optional.empty();
            case Breakpoint.Value(double bound) ->
                event instanceof Event.BackedUp up ? low(bound, tree, up) : Optional.empty();
            case Breakpoint.Reflection _ ->
                first(event, node -> node.kind() == NodeKind.REFLECTION)
                        .map(node -> Event.Paused.at(node, "The model is asked to think again."));
            case Breakpoint.AnswerChanges _ -> event instanceof Event.BackedUp ? newLeader(tree) : Optional.empty();
            case Breakpoint.Text text ->
                event instanceof Event.TokensGenerated more ? written(text, tree, more) : Optional.empty();
            case Breakpoint.Wrong _ -> wrong(event);
            case Breakpoint.Depth(int depth) ->
                first(event, node -> tree.depth(node.id()) >= depth)
                        .map(node -> Event.Paused.at(node, "A path has reached depth " + depth + "."));
            case Breakpoint.Node(int node) -> passing(node, event);
            case Breakpoint.Until(int node) -> passing(node, event);
        };
    }

    private static Optional<Integer> first(Event event, Predicate<NewNode> condition) {
        return event instanceof Event.NodesAdded added
                ? added.nodes().stream().filter(condition).map(NewNode::id).findFirst()
                : Optional.empty();
    }

    private static Optional<Event.Paused> passing(int node, Event event) {
        return event instanceof Event.Selected selected && selected.path().contains(node)
                ? Optional.of(Event.Paused.at(node, "The search passes through node " + node + "."))
                : Optional.empty();
    }

    private Optional<Event.Paused> unsure(double bound, int count, Tree tree, Event.TokensGenerated more) {
        var branch = tree.branch(more.branch());
        var tokens = branch.tokens();
        int run = 0;
        for (int i = tokens.size() - 1; i >= 0 && isUnsure(tokens.get(i), bound); i--) {
            run++;
        }
        if (run != count) {
            return Optional.empty();
        }
        String why = String.format(
                Locale.ROOT,
                "Confidence below %.2f for %d token%s, up to \"%s\" in branch %d.",
                bound,
                count,
                count == 1 ? "" : "s",
                tokens.getLast().piece().text().strip(),
                branch.id());
        return Optional.of(new Event.Paused(why, branch.node(), branch.id()));
    }

    private boolean isUnsure(TokenStep token, double bound) {
        return token.sampled() && confidence.of(token) < bound;
    }

    private static Optional<Event.Paused> low(double bound, Tree tree, Event.BackedUp up) {
        return up.path().stream()
                .filter(node -> tree.value(node) < bound)
                .findFirst()
                .map(node -> Event.Paused.at(
                        node,
                        String.format(
                                Locale.ROOT,
                                "The value of node %d has fallen to %.3f, below %.2f.",
                                node,
                                tree.value(node),
                                bound)));
    }

    private Optional<Event.Paused> newLeader(Tree tree) {
        var winner = Outcome.of(tree).winner();
        String now = winner.map(Outcome.Votes::answer).orElse("");
        String before = leader;
        leader = now;
        return before.isEmpty() || before.equals(now)
                ? Optional.empty()
                : winner.map(votes -> Event.Paused.at(
                        votes.best(), "The best answer changes from " + before + " to " + now + "."));
    }

    private static Optional<Event.Paused> written(Breakpoint.Text text, Tree tree, Event.TokensGenerated more) {
        var branch = tree.branch(more.branch());
        var tokens = branch.tokens();
        String before = TokenStep.text(tokens.subList(0, tokens.size() - more.tokens().size()));
        String now = TokenStep.text(tokens);
        if (!text.pattern().matcher(now).find() || text.pattern().matcher(before).find()) {
            return Optional.empty();
        }
        String why = "Branch " + branch.id() + " has written what matches \"" + text.pattern().pattern() + "\".";
        return Optional.of(new Event.Paused(why, branch.node(), branch.id()));
    }

    private static Optional<Event.Paused> wrong(Event event) {
        return switch (event) {
            case Event.StepChecked step when step.verdict() == Verdict.WRONG ->
                Optional.of(Event.Paused.at(step.node(), "Node " + step.node() + ": " + step.note() + "."));
            case Event.AnswerFound answer when answer.verdict() == Verdict.WRONG ->
                Optional.of(Event.Paused.at(
                        answer.node(), "Node " + answer.node() + " ends in a wrong answer: " + answer.answer() + "."));
            default -> Optional.empty();
        };
    }
}
