package dev.thoughtscope.search;

import dev.thoughtscope.engine.TokenStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/// What a run's events add up to. [#apply] is its only writer; it belongs to one thread.
///
/// Node 0 is the root. A node's id is larger than its parent's.
public final class Tree {
    public static final int ROOT = 0;
    public static final int NONE = -1;

    private Nodes nodes = new Nodes();
    private Branches branches = new Branches();
    private Course course = Course.NONE;

    /// An answer at a terminal node.
    public record Found(String answer, Verdict verdict) {}

    public enum State {
        EMPTY,
        RUNNING,
        PAUSED,
        FINISHED,
        FAILED
    }

    /// @throws IllegalStateException if the event cannot follow what was applied before; the tree is unchanged
    public void apply(Event event) {
        switch (event) {
            case Event.RunStarted started -> start(started.run());
            case Event.Selected selected -> {
                selected.path().forEach(this::check);
                course = course.selected(selected.path());
            }
            case Event.BranchStarted started -> {
                check(started.node());
                branches.start(started);
            }
            case Event.TokensGenerated more -> branches.write(more);
            case Event.BranchEnded ended -> branches.end(ended);
            case Event.Hidden hidden -> branches.hide(hidden);
            case Event.NodesAdded added -> added.nodes().forEach(this::add);
            case Event.SampledAgain(int node) -> nodes.moreSamples[check(node)]++;
            case Event.StepChecked(int node, Verdict verdict, String note) ->
                nodes.checked[check(node)] = new StepChecker.Finding(verdict, note);
            case Event.Expanded done -> nodes.expanded[check(done.node())] = true;
            case Event.AnswerFound(int node, String answer, Verdict verdict) ->
                nodes.found[check(node)] = new Found(answer, verdict);
            case Event.BackedUp up -> backUp(up);
            case Event.Reflected reflection -> nodes.reflected[check(reflection.node())] = reflection;
            case Event.Banned ban -> nodes.banned[check(ban.node())] = ban.banned();
            case Event.Pinned pin -> nodes.pinned[check(pin.node())] = pin.pinned();
            case Event.Focused focused -> course = course.focused(check(focused.node()));
            case Event.PriorSet set -> nodes.prior[check(set.node())] = set.prior();
            case Event.EvenedOut evened -> nodes.evenTo[check(evened.node())] = evened.visits();
            case Event.Undone _, Event.Redone _ -> course = course.is(state(), "");
            case Event.Refused refused -> course = course.is(state(), refused.sentence());
            case Event.Paused paused -> course = course.is(State.PAUSED, paused.why());
            case Event.Resumed _ -> course = course.is(State.RUNNING, "");
            case Event.Failed failed -> course = course.ended(State.FAILED, failed.sentence());
            case Event.Finished finished -> course = course.ended(State.FINISHED, finished.ending().name());
        }
    }

    private void start(RunInfo info) {
        require(nodes.size == 0, "a run starts once");
        course = Course.started(info);
        nodes.append(new NewNode(ROOT, NONE, NodeKind.ROOT, new Span(0, 0, 0), 1, 0, false));
    }

    private void add(NewNode node) {
        require(node.id() == nodes.size, "node " + node.id() + " out of turn");
        check(node.parent());
        int written = branch(node.span().branch()).tokens().size();
        require(node.span().to() <= written, "node " + node.id() + " beyond its branch");
        nodes.append(node);
    }

    private void backUp(Event.BackedUp up) {
        up.path().forEach(this::check);
        for (int node : up.path()) {
            nodes.visits[node]++;
            nodes.total[node] += up.value();
        }
        course = course.backedUp(up.simulation());
    }

    public int size() {
        return nodes.size;
    }

    public int parent(int node) {
        return nodes.parent[check(node)];
    }

    public NodeKind kind(int node) {
        return nodes.facts[check(node)].kind();
    }

    public NewNode facts(int node) {
        return nodes.facts[check(node)];
    }

    public int visits(int node) {
        return nodes.visits[check(node)];
    }

    /// How often the model wrote what the node says, as far as the run tells; equal texts are one node. At least 1.
    public int samples(int node) {
        return 1 + nodes.moreSamples[check(node)];
    }

    /// Sum of the values backed up through the node.
    public double total(int node) {
        return nodes.total[check(node)];
    }

    /// Mean value of the simulations through the node, or its own value before any.
    public double value(int node) {
        return nodes.visits[check(node)] == 0 ? nodes.facts[node].ownValue() : nodes.total[node] / nodes.visits[node];
    }

    /// Probability that the model, or a person, gives the node among its siblings, 0 to 1.
    public double prior(int node) {
        return nodes.prior[check(node)];
    }

    /// Whether a person left the node out of the search; nodes below it are out with it.
    public boolean isBanned(int node) {
        return nodes.banned[check(node)];
    }

    /// Whether the search never comes here: the node or one above it was left out.
    public boolean isOut(int node) {
        int at = check(node);
        while (at != NONE && !nodes.banned[at]) {
            at = nodes.parent[at];
        }
        return at != NONE;
    }

    public boolean isPinned(int node) {
        return nodes.pinned[check(node)];
    }

    /// Where the search begins; the root unless a person chose another node.
    public int focus() {
        return course.focus();
    }

    /// Visits that each child of the node is to have before the search chooses freely among them again, 0 for none.
    public int evenTo(int node) {
        return nodes.evenTo[check(node)];
    }

    public boolean isExpanded(int node) {
        return nodes.expanded[check(node)];
    }

    public boolean isTerminal(int node) {
        return nodes.facts[check(node)].terminal();
    }

    public Optional<Found> found(int node) {
        return Optional.ofNullable(nodes.found[check(node)]);
    }

    /// What a checker says of the node's own text, apart from any answer at its end.
    public Optional<StepChecker.Finding> finding(int node) {
        return Optional.ofNullable(nodes.checked[check(node)]);
    }

    public Optional<Event.Reflected> reflection(int node) {
        return Optional.ofNullable(nodes.reflected[check(node)]);
    }

    public int firstChild(int node) {
        return nodes.firstChild[check(node)];
    }

    public int nextSibling(int node) {
        return nodes.nextSibling[check(node)];
    }

    public void forEachChild(int node, IntConsumer action) {
        for (int child = firstChild(node); child != NONE; child = nodes.nextSibling[child]) {
            action.accept(child);
        }
    }

    public List<Integer> children(int node) {
        var children = new ArrayList<Integer>();
        forEachChild(node, children::add);
        return children;
    }

    /// Node ids from the root to the node, both included.
    public List<Integer> path(int node) {
        var path = new ArrayList<Integer>();
        for (int at = check(node); at != NONE; at = nodes.parent[at]) {
            path.add(at);
        }
        return path.reversed();
    }

    public int depth(int node) {
        int depth = 0;
        for (int at = parent(node); at != NONE; at = nodes.parent[at]) {
            depth++;
        }
        return depth;
    }

    /// The node's own tokens.
    public List<TokenStep> tokens(int node) {
        return tokens(facts(node).span());
    }

    public List<TokenStep> tokens(Span span) {
        return branches.tokens(span);
    }

    /// The node's own text; the question at the root.
    public String text(int node) {
        return node == ROOT && nodes.size > 0 ? run().orElseThrow().question() : TokenStep.text(tokens(node));
    }

    /// All tokens from below the root to the node, its own included.
    public List<TokenStep> pathTokens(int node) {
        var all = new ArrayList<TokenStep>();
        for (int step : path(node)) {
            all.addAll(tokens(step));
        }
        return all;
    }

    public List<Branch> branches() {
        return branches.all();
    }

    public Branch branch(int id) {
        return branches.get(id);
    }

    /// The way that the search is working on; empty between runs.
    public List<Integer> selectedPath() {
        return course.selectedPath();
    }

    public Optional<RunInfo> run() {
        return course.run();
    }

    public State state() {
        return course.state();
    }

    /// Why it is paused or failed, or how it ended.
    public String message() {
        return course.message();
    }

    /// Simulations that have been backed up.
    public int simulations() {
        return course.simulations();
    }

    /// Tokens that the model has chosen in this run.
    public long generatedTokens() {
        return branches.generatedTokens();
    }

    /// Tokens that the model has thought and not shown.
    public long hiddenTokens() {
        return branches.hiddenTokens();
    }

    /// An independent tree of the same state.
    public Tree copy() {
        var copy = new Tree();
        copy.nodes = nodes.copy();
        copy.branches = branches.copy();
        copy.course = course;
        return copy;
    }

    /// Equal for trees that the same events made.
    public boolean sameAs(Tree other) {
        return nodes.sameAs(other.nodes) && branches.sameAs(other.branches) && course.equals(other.course);
    }

    private int check(int node) {
        // the sentence is made only when it is needed: every access to a node comes by here
        if (node < 0 || node >= nodes.size) {
            require(false, "no node " + node);
        }
        return node;
    }

    static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalStateException("The log does not fit together: " + what + ".");
        }
    }
}
