package dev.thoughtscope.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeMap;

/// Monte Carlo tree search: select, expand, roll out, back up, until the budget is spent.
///
/// Simulations run in waves of `parallel`. Within a wave each simulation counts as a visit of value 0 to those
/// selected after it (virtual loss), so that they spread. Ways that rollouts take become nodes too.
///
/// With the same seed, and ports that give the same, the events are the same.
public final class Search {
    private final Journal journal;
    private final Expander expander;
    private final Evaluator evaluator;
    private final SearchSettings settings;
    private final Control control;
    private final Descent descent;
    private final Grafting grafting;
    private final Reflections reflections;
    private final Gate gate;
    private final OrderDesk orders;
    private final long startNanos = System.nanoTime();

    private final int startSimulations;
    private int simulations;

    private static final class Simulation {
        final int number;
        final List<Integer> path;

        Simulation(int number, List<Integer> path) {
            this.number = number;
            this.path = path;
        }

        int end() {
            return path.getLast();
        }
    }

    /// @param gate of the journal, shared with what writes the branches
    public Search(
            Journal journal,
            Expander expander,
            Evaluator evaluator,
            Editor editor,
            StepChecker checker,
            SearchSettings settings,
            Control control,
            Gate gate) {
        this.journal = journal;
        this.expander = expander;
        this.evaluator = evaluator;
        this.settings = settings;
        this.control = control;
        this.gate = gate;
        this.descent = new Descent(journal.tree(), settings);
        this.grafting = new Grafting(journal, checker);
        this.reflections = new Reflections(journal, grafting);
        this.orders = new OrderDesk(journal, editor, grafting, descent);
        this.startSimulations = journal.tree().simulations();
        this.simulations = startSimulations;
        descent.reopen();
        gate.onOrder(orders::carryOut);
    }

    /// Runs to the end on the calling thread; the last event tells why it ended.
    public void run() throws InterruptedException {
        journal.record(new Event.Finished(simulate()));
    }

    private Event.Ending simulate() throws InterruptedException {
        while (true) {
            if (left() == 0) {
                return Event.Ending.BUDGET_SPENT;
            }
            if (settings.earlyStop() && isDecided()) {
                return Event.Ending.DECIDED;
            }
            if (descent.isExhausted()) {
                return Event.Ending.EXHAUSTED;
            }
            if (!gate.pass(Control.Grain.SIMULATION)) {
                return Event.Ending.STOPPED;
            }
            var wave = select(control.isStepping() ? 1 : Math.min(settings.parallel(), left()));
            boolean goOn = gate.pass(Control.Grain.PHASE) && expand(wave) && gate.pass(Control.Grain.PHASE) && rollOut(wave);
            descent.forgetVirtual();
            if (!goOn) {
                return Event.Ending.STOPPED;
            }
        }
    }

    /// Whether no other answer can catch up any more.
    private boolean isDecided() {
        return Outcome.of(journal.tree()).isDecided(left());
    }

    private int left() {
        var elapsed = Duration.ofNanos(System.nanoTime() - startNanos);
        int done = simulations - startSimulations - orders.moreRollouts();
        return settings.budget().left(done, journal.tree().generatedTokens(), elapsed);
    }

    private List<Simulation> select(int count) {
        var wave = new ArrayList<Simulation>();
        for (int i = 0; i < count; i++) {
            var path = new ArrayList<Integer>();
            descent.toLeaf(path);
            descent.pass(path);
            wave.add(new Simulation(simulations++, path));
            journal.record(new Event.Selected(wave.getLast().number, path));
        }
        return wave;
    }

    /// @return whether to go on
    private boolean expand(List<Simulation> wave) throws InterruptedException {
        var taken = new LinkedHashSet<Integer>();
        var toExpand = new LinkedHashSet<Integer>();
        for (var simulation : wave) {
            if (wantsExpansion(simulation.end(), taken)) {
                toExpand.add(simulation.end());
            }
            taken.add(simulation.end());
        }
        var byWidth = new TreeMap<Integer, List<Integer>>();
        toExpand.forEach(leaf -> byWidth.computeIfAbsent(descent.missing(leaf), _ -> new ArrayList<>()).add(leaf));
        for (var group : byWidth.entrySet()) {
            var leaves = List.copyOf(group.getValue());
            var candidates = expander.expand(journal, leaves, group.getKey());
            if (control.isStopped()) {
                return false;
            }
            for (int i = 0; i < leaves.size(); i++) {
                grafting.children(leaves.get(i), candidates.get(i));
                journal.record(new Event.Expanded(leaves.get(i)));
                descent.close(leaves.get(i));
            }
        }
        for (var simulation : wave) {
            if (toExpand.contains(simulation.end())) {
                descent.toChild(simulation.path);
            }
        }
        return true;
    }

    private boolean wantsExpansion(int leaf, LinkedHashSet<Integer> taken) {
        var tree = journal.tree();
        boolean known = leaf == Tree.ROOT || tree.visits(leaf) > 0 || taken.contains(leaf);
        return known && descent.missing(leaf) > 0;
    }

    /// @return whether to go on
    private boolean rollOut(List<Simulation> wave) throws InterruptedException {
        var ends = wave.stream().map(Simulation::end).toList();
        var results = evaluator.rollOut(journal, ends);
        if (control.isStopped() || !gate.pass(Control.Grain.PHASE)) {
            return false;
        }
        for (int i = 0; i < wave.size(); i++) {
            var simulation = wave.get(i);
            for (var playout : results.get(i)) {
                backUp(simulation, playout);
            }
            reflections.ledThere(simulation.end(), results.get(i));
        }
        return true;
    }

    private void backUp(Simulation simulation, Playout playout) {
        var tree = journal.tree();
        var path = new ArrayList<>(simulation.path);
        path.addAll(grafting.way(simulation.end(), playout.steps()));
        int end = path.getLast();
        if (playout.answer().isPresent() && tree.found(end).isEmpty()) {
            var found = playout.answer().get();
            journal.record(new Event.AnswerFound(end, found.answer(), found.verdict()));
        }
        journal.record(new Event.BackedUp(simulation.number, path, playout.value()));
        simulation.path.forEach(node -> reflections.passed(node, playout));
        if (tree.isTerminal(end)) {
            descent.close(end);
        }
    }
}
