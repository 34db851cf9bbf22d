package dev.thoughtscope.viewmodel;

import dev.thoughtscope.engine.Alternative;
import dev.thoughtscope.engine.Piece;
import dev.thoughtscope.engine.StopReason;
import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.search.Event;
import dev.thoughtscope.search.NewNode;
import dev.thoughtscope.search.NodeKind;
import dev.thoughtscope.search.RunInfo;
import dev.thoughtscope.search.Span;
import dev.thoughtscope.search.Tree;
import dev.thoughtscope.search.Verdict;
import dev.thoughtscope.session.RunRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Makes up a plausible run: a search with a scripted model that is sometimes wrong.
public final class FakeRun {
    public static final String CARLA = "Carla is downloading a 200 GB file. Normally she can download 2 GB/minute, but"
            + " 40% of the way through the download, Windows forces a restart to install updates, which takes 20"
            + " minutes. Then Carla has to restart the download from the beginning. How many minutes does it take?";
    private static final String[][] STEPS = {
        {
            "First, find how much she has when the restart comes: 40% of 200 GB is 80 GB.",
            "The whole file takes 200 / 2 = 100 minutes without any trouble.",
            "Let me list what happens: a first part, a restart of 20 minutes, then the whole file again.",
            "She downloads 2 GB each minute, so 40% of the way is 40 minutes."
        },
        {
            "80 GB at 2 GB per minute take 80 / 2 = 40 minutes.",
            "The restart takes 20 minutes, so now 40 + 20 = 60 minutes have passed.",
            "What is left is 60% of the file: 120 GB, which take 120 / 2 = 60 minutes.",
            "Then the restart adds 20 minutes."
        },
        {
            "After the restart she begins again: 200 / 2 = 100 minutes more.",
            "The download starts from the beginning, hmm, so all 200 GB have to be loaded once more.",
            "So the rest takes 60 minutes.",
        },
        {"Add it up: 40 + 20 + 100 = 160 minutes.", "Together: 40 + 20 + 60 = 120 minutes.", "In sum 160 minutes."},
    };
    private static final String[] RIGHT = {"So the answer is 160."};
    private static final String[] WRONG = {"So the answer is 120.", "So the answer is 140.", "So it is 120."};
    private static final String WAIT = "Wait! Maybe I made some mistakes! I need to rethink from scratch.";

    private final Tree tree = new Tree();
    private final Random random;
    private final Consumer<Event> sink;
    private final RunRequest request;
    private int simulation;

    public FakeRun(RunRequest request, Consumer<Event> sink) {
        this.request = request;
        this.random = new Random(request.seed());
        this.sink = sink;
    }

    public void start() {
        var settings = new TreeMap<String, String>();
        settings.put("rollouts", String.valueOf(request.rollouts()));
        settings.put("action", request.action());
        settings.put("width", String.valueOf(request.width()));
        var model = new TreeMap<String, String>();
        model.put("file", "models/thought-3m-f16.gguf");
        model.put("description", "llama 2.9M F16");
        emit(new Event.RunStarted(new RunInfo(request.question(), request.question(), "160", model, settings,
                request.seed(), 0)));
    }

    /// One simulation: select, expand, roll out, back up.
    public void simulate() {
        int leaf = select();
        emit(new Event.Selected(simulation, tree.path(leaf)));
        if (!tree.isTerminal(leaf) && tree.firstChild(leaf) < 0) {
            leaf = expand(leaf);
        }
        int end = tree.isTerminal(leaf) ? leaf : rollOut(leaf);
        double value = 0;
        int count = 0;
        for (int node : tree.path(end)) {
            if (node > 0) {
                value += tree.facts(node).ownValue();
                count++;
            }
        }
        value = Math.min(1, value / Math.max(1, count) + (tree.found(end).map(f -> f.answer().equals("160")).orElse(false) ? .01 : -.03));
        emit(new Event.BackedUp(simulation, tree.path(end), value));
        simulation++;
        if (request.reflect() && random.nextInt(3) == 0 && tree.reflection(end).isEmpty() && tree.firstChild(end) < 0) {
            reflect(end);
        }
    }

    public void finish() {
        emit(new Event.Finished(Event.Ending.BUDGET_SPENT));
    }

    private int select() {
        int at = 0;
        while (tree.firstChild(at) >= 0 && !(at > 0 && tree.isTerminal(at))) {
            int best = -1;
            double bestScore = -1;
            for (int child : tree.children(at)) {
                if (tree.kind(child) == NodeKind.REFLECTION) {
                    continue;
                }
                double score = tree.visits(child) == 0 ? 99
                        : tree.value(child) * 4 + Math.sqrt(2 * Math.log(tree.visits(at) + 1) / tree.visits(child));
                if (score > bestScore) {
                    best = child;
                    bestScore = score;
                }
            }
            if (best < 0) {
                return at;
            }
            at = best;
        }
        return at;
    }

    private int expand(int leaf) {
        int depth = Math.min(tree.depth(leaf), STEPS.length - 1);
        int count = Math.min(request.width(), STEPS[depth].length);
        int first = -1;
        var branches = new ArrayList<Integer>();
        for (int i = 0; i < count; i++) {
            branches.add(begin(leaf, Event.Purpose.EXPANSION));
        }
        var texts = new ArrayList<List<TokenStep>>();
        for (int i = 0; i < count; i++) {
            texts.add(tokens(" " + STEPS[depth][i], true));
        }
        int longest = texts.stream().mapToInt(List::size).max().orElse(0);
        for (int at = 0; at < longest; at++) {
            for (int i = 0; i < count; i++) {
                if (at < texts.get(i).size()) {
                    emit(new Event.TokensGenerated(branches.get(i), List.of(texts.get(i).get(at))));
                }
            }
        }
        for (int i = 0; i < count; i++) {
            emit(new Event.BranchEnded(branches.get(i), StopReason.STOP_STRING));
            int node = add(leaf, NodeKind.STEP, new Span(branches.get(i), 0, texts.get(i).size()), false);
            first = first < 0 ? node : first;
        }
        emit(new Event.Expanded(leaf));
        return tree.children(leaf).get(random.nextInt(count));
    }

    private int rollOut(int leaf) {
        int branch = begin(leaf, Event.Purpose.ROLLOUT);
        int at = leaf;
        int from = 0;
        boolean good = random.nextInt(10) < 7;
        for (int depth = tree.depth(leaf); depth < STEPS.length; depth++) {
            var choices = STEPS[depth];
            var text = tokens(" " + choices[good ? 0 : random.nextInt(choices.length)], true);
            stream(branch, text);
            at = add(at, NodeKind.STEP, new Span(branch, from, from + text.size()), false);
            from += text.size();
        }
        var last = tokens(" " + (good ? RIGHT[0] : WRONG[random.nextInt(WRONG.length)]), true);
        stream(branch, last);
        at = add(at, NodeKind.STEP, new Span(branch, from, from + last.size()), true);
        emit(new Event.BranchEnded(branch, StopReason.END_TOKEN));
        answer(at);
        return at;
    }

    private void answer(int node) {
        var text = tree.text(node).replaceAll("\\D", "");
        emit(new Event.AnswerFound(node, text, text.equals("160") ? Verdict.RIGHT : Verdict.WRONG));
    }

    private void reflect(int end) {
        int branch = begin(end, Event.Purpose.REFLECTION);
        var wait = tokens(" " + WAIT, false);
        stream(branch, wait);
        int node = add(end, NodeKind.REFLECTION, new Span(branch, 0, wait.size()), false);
        var again = tokens(" Begin again: 40 minutes, then 20 minutes, then 100 minutes. That is 160.", true);
        stream(branch, again);
        int step = add(node, NodeKind.STEP, new Span(branch, wait.size(), wait.size() + again.size()), true);
        emit(new Event.BranchEnded(branch, StopReason.END_TOKEN));
        emit(new Event.AnswerFound(step, "160", Verdict.RIGHT));
        emit(new Event.Reflected(node, tree.found(end).orElseThrow().answer(), "160"));
        emit(new Event.BackedUp(simulation, tree.path(step), .97));
    }

    private void stream(int branch, List<TokenStep> text) {
        text.forEach(token -> emit(new Event.TokensGenerated(branch, List.of(token))));
    }

    private int begin(int node, Event.Purpose purpose) {
        int branch = tree.branches().size();
        emit(new Event.BranchStarted(branch, node, purpose));
        return branch;
    }

    private int add(int parent, NodeKind kind, Span span, boolean terminal) {
        int id = tree.size();
        double own = kind == NodeKind.REFLECTION ? .9 : .88 + random.nextDouble() * .12;
        emit(new Event.NodesAdded(List.of(
                new NewNode(id, parent, kind, span, .2 + random.nextDouble() * .8, own, terminal))));
        return id;
    }

    private void emit(Event event) {
        tree.apply(event);
        sink.accept(event);
    }

    private List<TokenStep> tokens(String text, boolean sampled) {
        var steps = new ArrayList<TokenStep>();
        for (String part : text.split("(?<=\\w)(?=\\W)|(?<=\\d)(?=\\d)")) {
            double p = random.nextInt(6) == 0 ? .3 + random.nextDouble() * .4 : .9 + random.nextDouble() * .099;
            var top = new ArrayList<Alternative>();
            top.add(new Alternative(1, Piece.of(part), Math.log(p)));
            double rest = 1 - p;
            String[] others = {" the", " so", " 40", ".", " then", " minutes"};
            for (int i = 0; i < 4; i++) {
                rest *= .55;
                top.add(new Alternative(10 + i, Piece.of(others[(part.length() + i) % 6]), Math.log(rest)));
            }
            steps.add(new TokenStep(1, Piece.of(part), Math.log(p), top, -p * Math.log(p), sampled));
        }
        return steps;
    }

}
