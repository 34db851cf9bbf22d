package dev.thoughtscope.search;

import dev.thoughtscope.search.Control.Grain;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Beam search: of all continuations of the best ways, the best are kept, until every kept way has ended.
///
/// Ways are compared by what the evaluator says of them so far. A way that ends leaves the beam and counts as a
/// simulation.
public final class BeamSearch {
    private final Journal journal;
    private final Expander expander;
    private final Evaluator evaluator;
    private final Grafting grafting;
    private final Gate gate;
    private final SearchSettings settings;
    private int simulations;

    /// @param settings `width` continuations of each way are sampled, `parallel` ways are kept, `maxDepth` nodes at most
    public BeamSearch(
            Journal journal,
            Expander expander,
            Evaluator evaluator,
            StepChecker checker,
            SearchSettings settings,
            Gate gate) {
        this.journal = journal;
        this.expander = expander;
        this.evaluator = evaluator;
        this.grafting = new Grafting(journal, checker);
        this.settings = settings;
        this.gate = gate;
    }

    public void run() throws InterruptedException {
        journal.record(new Event.Finished(walk()));
    }

    private Event.Ending walk() throws InterruptedException {
        var beam = List.of(Tree.ROOT);
        for (int depth = 0; depth < settings.maxDepth() && !beam.isEmpty(); depth++) {
            if (!gate.pass(Grain.SIMULATION)) {
                return Event.Ending.STOPPED;
            }
            beam.forEach(way -> journal.record(new Event.Selected(simulations, journal.tree().path(way))));
            var grown = grow(beam);
            if (gate.isStopped()) {
                return Event.Ending.STOPPED;
            }
            beam = best(grown);
            end(beam.stream().filter(journal.tree()::isTerminal).toList());
            beam = beam.stream().filter(way -> !journal.tree().isTerminal(way)).toList();
        }
        end(beam);
        return beam.isEmpty() ? Event.Ending.EXHAUSTED : Event.Ending.BUDGET_SPENT;
    }

    private List<Integer> grow(List<Integer> beam) throws InterruptedException {
        var candidates = expander.expand(journal, beam, settings.width());
        var grown = new ArrayList<Integer>();
        for (int i = 0; i < beam.size() && !gate.isStopped(); i++) {
            grafting.children(beam.get(i), candidates.get(i));
            journal.record(new Event.Expanded(beam.get(i)));
            grown.addAll(journal.tree().children(beam.get(i)));
        }
        return grown;
    }

    private List<Integer> best(List<Integer> ways) {
        return ways.stream()
                .sorted(Comparator.comparingDouble((Integer way) -> evaluator.soFar(journal, way)).reversed())
                .limit(settings.parallel())
                .toList();
    }

    private void end(List<Integer> ways) throws InterruptedException {
        if (ways.isEmpty()) {
            return;
        }
        var playouts = evaluator.rollOut(journal, ways);
        for (int i = 0; i < ways.size() && !gate.isStopped(); i++) {
            var playout = playouts.get(i).getFirst();
            var path = new ArrayList<>(journal.tree().path(ways.get(i)));
            path.addAll(grafting.way(ways.get(i), playout.steps()));
            playout.answer()
                    .ifPresent(found -> journal.record(
                            new Event.AnswerFound(path.getLast(), found.answer(), found.verdict())));
            journal.record(new Event.BackedUp(simulations++, path, playout.value()));
        }
    }
}
