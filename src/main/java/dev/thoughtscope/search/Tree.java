package dev.thoughtscope.search;

import dev.thoughtscope.engine.TokenStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/// What a run's events add up to. [#apply] is its only writer; it belongs to one thread.
///
/// Node 0 is the root. A node's id is larger than its parent's.
public final class Tree {
    public static final int ROOT = 0;
    public static final int NONE = -1;

    private int size;
    private int[] parent = new int[64];
    private int[] firstChild = new int[64];
    private int[] lastChild = new int[64];
    private int[] nextSibling = new int[64];
    private int[] visits = new int[64];
    private double[] total = new double[64];
    private NewNode[] facts = new NewNode[64];
    private boolean[] expanded = new boolean[64];
    private Found[] found = new Found[64];
    private Event.Reflected[] reflected = new Event.Reflected[64];
    private StepChecker.Finding[] checked = new StepChecker.Finding[64];
    private boolean[] banned = new boolean[64];
    private boolean[] pinned = new boolean[64];
    private double[] prior = new double[64];

    private List<Branch> branches = new ArrayList<>();
    private List<Integer> selectedPath = List.of();
    private Optional<RunInfo> run = Optional.empty();
    private State state = State.EMPTY;
    private String message = "";
    private int focus = ROOT;
    private int simulations;
    private long generatedTokens;

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
                selectedPath = selected.path();
            }
            case Event.BranchStarted started -> {
                check(started.node());
                require(started.branch() == branches.size(), "branch " + started.branch() + " out of turn");
                branches.add(Branch.started(started));
            }
            case Event.TokensGenerated more -> {
                var branch = branch(more.branch());
                branches.set(more.branch(), branch.plus(more.tokens()));
                for (var token : more.tokens()) {
                    generatedTokens += token.sampled() ? 1 : 0;
                }
            }
            case Event.BranchEnded ended -> branches.set(ended.branch(), branch(ended.branch()).ended(ended.reason()));
            case Event.NodesAdded added -> added.nodes().forEach(this::add);
            case Event.StepChecked step ->
                checked[check(step.node())] = new StepChecker.Finding(step.verdict(), step.note());
            case Event.Expanded done -> expanded[check(done.node())] = true;
            case Event.AnswerFound answer ->
                found[check(answer.node())] = new Found(answer.answer(), answer.verdict());
            case Event.BackedUp up -> backUp(up);
            case Event.Reflected reflection -> reflected[check(reflection.node())] = reflection;
            case Event.Banned ban -> banned[check(ban.node())] = ban.banned();
            case Event.Pinned pin -> pinned[check(pin.node())] = pin.pinned();
            case Event.Focused focused -> focus = check(focused.node());
            case Event.PriorSet set -> prior[check(set.node())] = set.prior();
            case Event.Refused refused -> message = refused.sentence();
            case Event.Paused paused -> {
                state = State.PAUSED;
                message = paused.why();
            }
            case Event.Resumed _ -> {
                state = State.RUNNING;
                message = "";
            }
            case Event.Failed failed -> {
                state = State.FAILED;
                message = failed.sentence();
                selectedPath = List.of();
            }
            case Event.Finished finished -> {
                state = State.FINISHED;
                message = finished.ending().name();
                selectedPath = List.of();
            }
        }
    }

    private void start(RunInfo info) {
        require(size == 0, "a run starts once");
        run = Optional.of(info);
        state = State.RUNNING;
        append(new NewNode(ROOT, NONE, NodeKind.ROOT, new Span(0, 0, 0), 1, 0, false));
    }

    private void add(NewNode node) {
        require(node.id() == size, "node " + node.id() + " out of turn");
        check(node.parent());
        var span = node.span();
        require(span.to() <= branch(span.branch()).tokens().size(), "node " + node.id() + " beyond its branch");
        append(node);
    }

    private void append(NewNode node) {
        if (size == parent.length) {
            grow(size * 2);
        }
        int id = size++;
        facts[id] = node;
        prior[id] = node.prior();
        parent[id] = node.parent();
        firstChild[id] = NONE;
        lastChild[id] = NONE;
        nextSibling[id] = NONE;
        if (node.parent() != NONE) {
            if (firstChild[node.parent()] == NONE) {
                firstChild[node.parent()] = id;
            } else {
                nextSibling[lastChild[node.parent()]] = id;
            }
            lastChild[node.parent()] = id;
        }
    }

    private void backUp(Event.BackedUp up) {
        up.path().forEach(this::check);
        for (int node : up.path()) {
            visits[node]++;
            total[node] += up.value();
        }
        simulations = Math.max(simulations, up.simulation() + 1);
    }

    public int size() {
        return size;
    }

    public int parent(int node) {
        return parent[check(node)];
    }

    public NodeKind kind(int node) {
        return facts[check(node)].kind();
    }

    public NewNode facts(int node) {
        return facts[check(node)];
    }

    public int visits(int node) {
        return visits[check(node)];
    }

    /// Sum of the values backed up through the node.
    public double total(int node) {
        return total[check(node)];
    }

    /// Mean value of the simulations through the node, or its own value before any.
    public double value(int node) {
        return visits[check(node)] == 0 ? facts[node].ownValue() : total[node] / visits[node];
    }

    /// Probability that the model, or a person, gives the node among its siblings, 0 to 1.
    public double prior(int node) {
        return prior[check(node)];
    }

    /// Whether a person left the node out of the search; nodes below it are out with it.
    public boolean isBanned(int node) {
        return banned[check(node)];
    }

    /// Whether the search never comes here: the node or one above it was left out.
    public boolean isOut(int node) {
        int at = check(node);
        while (at != NONE && !banned[at]) {
            at = parent[at];
        }
        return at != NONE;
    }

    public boolean isPinned(int node) {
        return pinned[check(node)];
    }

    /// Where the search begins; the root unless a person chose another node.
    public int focus() {
        return focus;
    }

    public boolean isExpanded(int node) {
        return expanded[check(node)];
    }

    public boolean isTerminal(int node) {
        return facts[check(node)].terminal();
    }

    public Optional<Found> found(int node) {
        return Optional.ofNullable(found[check(node)]);
    }

    /// What a checker says of the node's own text, apart from any answer at its end.
    public Optional<StepChecker.Finding> finding(int node) {
        return Optional.ofNullable(checked[check(node)]);
    }

    public Optional<Event.Reflected> reflection(int node) {
        return Optional.ofNullable(reflected[check(node)]);
    }

    public int firstChild(int node) {
        return firstChild[check(node)];
    }

    public int nextSibling(int node) {
        return nextSibling[check(node)];
    }

    public void forEachChild(int node, IntConsumer action) {
        for (int child = firstChild(node); child != NONE; child = nextSibling[child]) {
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
        for (int at = check(node); at != NONE; at = parent[at]) {
            path.add(at);
        }
        Collections.reverse(path);
        return path;
    }

    public int depth(int node) {
        int depth = 0;
        for (int at = parent(node); at != NONE; at = parent[at]) {
            depth++;
        }
        return depth;
    }

    /// The node's own tokens.
    public List<TokenStep> tokens(int node) {
        return tokens(facts(node).span());
    }

    public List<TokenStep> tokens(Span span) {
        if (span.length() == 0) {
            return List.of();
        }
        return branch(span.branch()).tokens().subList(span.from(), span.to());
    }

    /// The node's own text; the question at the root.
    public String text(int node) {
        return node == ROOT && size > 0 ? run.orElseThrow().question() : TokenStep.text(tokens(node));
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
        return Collections.unmodifiableList(branches);
    }

    public Branch branch(int id) {
        require(id >= 0 && id < branches.size(), "no branch " + id);
        return branches.get(id);
    }

    /// The way that the search is working on; empty between runs.
    public List<Integer> selectedPath() {
        return selectedPath;
    }

    public Optional<RunInfo> run() {
        return run;
    }

    public State state() {
        return state;
    }

    /// Why it is paused or failed, or how it ended.
    public String message() {
        return message;
    }

    /// Simulations that have been backed up.
    public int simulations() {
        return simulations;
    }

    /// Tokens that the model has chosen in this run.
    public long generatedTokens() {
        return generatedTokens;
    }

    /// An independent tree of the same state.
    public Tree copy() {
        var copy = new Tree();
        copy.size = size;
        copy.parent = parent.clone();
        copy.firstChild = firstChild.clone();
        copy.lastChild = lastChild.clone();
        copy.nextSibling = nextSibling.clone();
        copy.visits = visits.clone();
        copy.total = total.clone();
        copy.facts = facts.clone();
        copy.expanded = expanded.clone();
        copy.found = found.clone();
        copy.reflected = reflected.clone();
        copy.checked = checked.clone();
        copy.banned = banned.clone();
        copy.pinned = pinned.clone();
        copy.prior = prior.clone();
        copy.focus = focus;
        copy.branches = new ArrayList<>(branches);
        copy.selectedPath = selectedPath;
        copy.run = run;
        copy.state = state;
        copy.message = message;
        copy.simulations = simulations;
        copy.generatedTokens = generatedTokens;
        return copy;
    }

    /// Equal for trees that the same events made.
    public boolean sameAs(Tree other) {
        return size == other.size
                && Arrays.equals(facts, 0, size, other.facts, 0, size)
                && Arrays.equals(visits, 0, size, other.visits, 0, size)
                && Arrays.equals(total, 0, size, other.total, 0, size)
                && Arrays.equals(expanded, 0, size, other.expanded, 0, size)
                && Arrays.equals(found, 0, size, other.found, 0, size)
                && Arrays.equals(reflected, 0, size, other.reflected, 0, size)
                && Arrays.equals(checked, 0, size, other.checked, 0, size)
                && Arrays.equals(banned, 0, size, other.banned, 0, size)
                && Arrays.equals(pinned, 0, size, other.pinned, 0, size)
                && Arrays.equals(prior, 0, size, other.prior, 0, size)
                && focus == other.focus
                && branches.equals(other.branches)
                && selectedPath.equals(other.selectedPath)
                && run.equals(other.run)
                && state == other.state
                && message.equals(other.message);
    }

    private int check(int node) {
        require(node >= 0 && node < size, "no node " + node);
        return node;
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalStateException("The log does not fit together: " + what + ".");
        }
    }

    private void grow(int capacity) {
        parent = Arrays.copyOf(parent, capacity);
        firstChild = Arrays.copyOf(firstChild, capacity);
        lastChild = Arrays.copyOf(lastChild, capacity);
        nextSibling = Arrays.copyOf(nextSibling, capacity);
        visits = Arrays.copyOf(visits, capacity);
        total = Arrays.copyOf(total, capacity);
        facts = Arrays.copyOf(facts, capacity);
        expanded = Arrays.copyOf(expanded, capacity);
        found = Arrays.copyOf(found, capacity);
        reflected = Arrays.copyOf(reflected, capacity);
        checked = Arrays.copyOf(checked, capacity);
        banned = Arrays.copyOf(banned, capacity);
        pinned = Arrays.copyOf(pinned, capacity);
        prior = Arrays.copyOf(prior, capacity);
    }
}
