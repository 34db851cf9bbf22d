package dev.thoughtscope.viewmodel;

import dev.thoughtscope.export.ReadableText;
import dev.thoughtscope.search.Branch;
import dev.thoughtscope.search.Event;
import dev.thoughtscope.search.NodeKind;
import dev.thoughtscope.search.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/// A tree as boxes to draw: its nodes by their numbers, then what is being written right now.
public final class TreeModel {
    private Tree tree = new Tree();
    private final List<Integer> writing = new ArrayList<>();
    private final List<Integer> answered = new ArrayList<>();
    private final TreeFolds folds = new TreeFolds(this);
    private String[] texts = new String[64];
    private BitSet best = new BitSet();
    private BitSet working = new BitSet();
    private List<Integer> bestLine = List.of();
    private BitSet bestByValue = new BitSet();
    private List<Integer> valueLine = List.of();
    private HeatScale heat = HeatScale.NARROW;
    private int heldBranch = -1;
    private BitSet stops = new BitSet();
    private DebuggerMarks marks = DebuggerMarks.NONE;
    private boolean stale;
    private long structure;
    private long generation;

    /// Another run is shown from now on, or this one as it went on otherwise: its nodes say something else.
    void forgetTexts() {
        folds.otherTree();
        texts = new String[64];
    }

    /// Shows another tree, as a whole. Its nodes say the same as those shown before, as far as those went.
    void show(Tree shown) {
        tree = shown;
        writing.clear();
        shown.branches().stream().filter(branch -> branch.end().isEmpty()).forEach(branch -> writing.add(branch.id()));
        answered.clear();
        IntStream.range(0, shown.size()).filter(node -> shown.found(node).isPresent()).forEach(answered::add);
        structure++;
        generation++;
        stale = true;
        summarise();
    }

    /// Begins with the scale and the order of a new run, nothing folded away.
    void forgetScale() {
        heat = HeatScale.NARROW;
        folds.reset();
    }

    /// Takes note of an event that the tree has just taken in.
    void applied(Event event) {
        stale = true;
        switch (event) {
            case Event.BranchStarted started -> writing.add(started.branch());
            case Event.BranchEnded ended -> writing.remove((Integer) ended.branch());
            case Event.AnswerFound found -> answered.add(found.node());
            case Event.Finished _, Event.Failed _ -> writing.clear();
            case Event.RunStarted _, Event.NodesAdded _ -> {}
            default -> {
                // Everything else leaves the boxes as they are.
                return;
            }
        }
        structure++;
    }

    /// Works out what follows from the tree as a whole: the best line, the heat scale.
    void summarise() {
        if (!stale) {
            return;
        }
        stale = false;
        marks = new DebuggerMarks(tree);
        bestLine = Lines.byVisits(tree);
        best = Lines.set(bestLine.size() > 1 ? bestLine : List.of());
        valueLine = Lines.byValue(tree, answered);
        bestByValue = Lines.set(valueLine.size() > 1 ? valueLine : List.of());
        working = Lines.set(tree.selectedPath());
        heat = heat.spanning(IntStream.range(1, tree.size())
                .filter(node -> tree.visits(node) > 0)
                .mapToDouble(tree::value)
                .toArray());
        folds.summarise();
    }

    /// Says that other boxes are to be drawn.
    void restructure() {
        structure++;
    }

    void setHeldBranch(int branch) {
        heldBranch = branch;
    }

    /// The branch at whose last token a breakpoint holds the search, -1 for none.
    public int heldBranch() {
        return heldBranch;
    }

    void setStops(BitSet nodes) {
        stops = nodes;
    }

    /// Whether a breakpoint is set on the node.
    public boolean isStop(int node) {
        return stops.get(node);
    }

    /// What a person's hand has left on the tree.
    public DebuggerMarks marks() {
        return marks;
    }

    Tree tree() {
        return tree;
    }

    List<Integer> answered() {
        return answered;
    }

    /// Changes whenever boxes come or go.
    public long structure() {
        return structure;
    }

    /// Changes whenever another tree is shown.
    public long generation() {
        return generation;
    }

    public int nodes() {
        return tree.size();
    }

    public boolean isNode(int box) {
        return box >= 0 && box < tree.size();
    }

    public Boxes boxes() {
        return folds.boxes(generation, writing);
    }

    /// What of the tree is drawn, and in which order.
    public TreeFolds folds() {
        return folds;
    }

    public Shape shape(int node) {
        if (tree.found(node).isPresent()) {
            return Shape.ANSWER;
        }
        return switch (tree.kind(node)) {
            case NodeKind.ROOT -> Shape.QUESTION;
            case NodeKind.STEP -> Shape.STEP;
            case NodeKind.REFLECTION -> Shape.REFLECTION;
            case NodeKind.PERSON -> Shape.PERSON;
        };
    }

    /// Whether the path ends here without an answer: it ran out of tokens, or gave up.
    public boolean isDeadEnd(int node) {
        return tree.isTerminal(node) && tree.found(node).isEmpty();
    }

    /// A node's text on one line, as people read it.
    public String text(int node) {
        if (texts.length <= node) {
            texts = Arrays.copyOf(texts, Math.max(node + 1, texts.length * 2));
        }
        if (texts[node] == null) {
            texts[node] = ReadableText.of(tree.text(node));
        }
        return texts[node];
    }

    /// What a running branch has written so far, its last part where it is long.
    public String branchText(int branch) {
        Branch running = tree.branch(branch);
        var tokens = running.tokens();
        int from = Math.max(0, tokens.size() - 60);
        String text = dev.thoughtscope.engine.TokenStep.text(tokens.subList(from, tokens.size()));
        return ReadableText.of(text);
    }

    /// Why a branch is being written, in small letters.
    public String purpose(int branch) {
        return tree.branch(branch).purpose().name().toLowerCase(java.util.Locale.ROOT);
    }

    public double value(int node) {
        return tree.value(node);
    }

    public double ownValue(int node) {
        return tree.facts(node).ownValue();
    }

    public double prior(int node) {
        return tree.prior(node);
    }

    public int visits(int node) {
        return tree.visits(node);
    }

    public int parent(int node) {
        return tree.parent(node);
    }

    /// The answer that a node holds, empty if none.
    public String answer(int node) {
        return tree.found(node).map(Tree.Found::answer).orElse("");
    }

    public Mark mark(int node) {
        return Answers.mark(tree, node);
    }

    /// What a checker says of the node's own text.
    public Mark stepMark(int node) {
        return tree.finding(node).map(finding -> Answers.mark(finding.verdict())).orElse(Mark.NONE);
    }

    /// The checker's remark on the node's own text, empty if none.
    public String note(int node) {
        return tree.finding(node).map(finding -> finding.note()).orElse("");
    }

    public boolean isTerminal(int node) {
        return tree.isTerminal(node);
    }

    /// Whether the search is at work on the way through this node.
    public boolean isWorking(int node) {
        return working.get(node);
    }

    /// Whether the node is on the line of most visits.
    public boolean isBest(int node) {
        return best.get(node);
    }

    public List<Integer> bestLine() {
        return bestLine;
    }

    /// Whether the node is on the line of highest value.
    public boolean isBestByValue(int node) {
        return bestByValue.get(node);
    }

    /// From the root to the answer of highest value.
    public List<Integer> valueLine() {
        return valueLine;
    }

    /// Visits of the root: simulations so far.
    public int mostVisits() {
        return tree.size() == 0 ? 0 : tree.visits(Tree.ROOT);
    }

    /// The path that the search works on, empty between simulations.
    public List<Integer> workingPath() {
        return tree.selectedPath();
    }

    /// End of the path that the search works on, -1 between simulations.
    public int workingEnd() {
        return tree.selectedPath().isEmpty() ? Tree.NONE : tree.selectedPath().getLast();
    }

    public List<Integer> path(int node) {
        return tree.path(node);
    }

    public HeatScale heat() {
        return heat;
    }
}
