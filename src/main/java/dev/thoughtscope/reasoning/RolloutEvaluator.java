package dev.thoughtscope.reasoning;

import dev.thoughtscope.engine.GenerateRequest;
import dev.thoughtscope.engine.Sequence;
import dev.thoughtscope.engine.StopReason;
import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.search.Candidate;
import dev.thoughtscope.search.Evaluator;
import dev.thoughtscope.search.Event;
import dev.thoughtscope.search.Journal;
import dev.thoughtscope.search.NodeKind;
import dev.thoughtscope.search.Playout;
import dev.thoughtscope.search.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lets the model go on from each leaf to its answer; a way is worth the mean confidence of its tokens.
///
/// With reflection, a thought is also taken up again after the reflection sentence, as a second playout that leaves the
/// first where its answer would begin, or after the first step of which the model was not sure.
public final class RolloutEvaluator implements Evaluator {
    private final Reasoner reasoner;
    private final Rethinking rethinking;

    public RolloutEvaluator(Reasoner reasoner, boolean reflect) {
        this(reasoner, new Rethinking(reflect, 0));
    }

    public RolloutEvaluator(Reasoner reasoner, Rethinking rethinking) {
        this.reasoner = reasoner;
        this.rethinking = rethinking;
    }

    /// One leaf on its way.
    private static final class Way {
        final int leaf;
        final Sequence from;
        final List<TokenStep> before;
        final List<Playout> playouts = new ArrayList<>();
        BranchWriter.Written first;

        Way(int leaf, Sequence from, List<TokenStep> before) {
            this.leaf = leaf;
            this.from = from;
            this.before = before;
        }
    }

    @Override
    public List<List<Playout>> rollOut(Journal journal, List<Integer> leaves) throws InterruptedException {
        var tree = journal.tree();
        var ways = new ArrayList<Way>();
        for (int leaf : leaves) {
            ways.add(new Way(leaf, reasoner.sequence(tree, leaf), tree.pathTokens(leaf)));
        }
        var open = ways.stream()
                .filter(way -> !tree.isTerminal(way.leaf) && reasoner.room(way.from) > 0)
                .toList();
        goOn(journal, open);
        if (!rethinking.isNever() && !reasoner.gate().isStopped()) {
            thinkAgain(journal, open);
        }
        for (var way : ways) {
            if (way.playouts.isEmpty()) {
                way.playouts.add(playout(tree, way.before, List.of(), List.of(), reasoner.room(way.from) > 0));
            }
        }
        return ways.stream().map(way -> List.copyOf(way.playouts)).toList();
    }

    @Override
    public double soFar(Journal journal, int node) {
        return reasoner.confidence().mean(journal.tree().pathTokens(node));
    }

    private void goOn(Journal journal, List<Way> ways) throws InterruptedException {
        var jobs = new ArrayList<BranchWriter.Job>();
        for (var way : ways) {
            int branch = journal.tree().branches().size() + jobs.size();
            var request = GenerateRequest.sample(
                    way.from, reasoner.room(way.from), reasoner.sampling(branch), stops());
            jobs.add(new BranchWriter.Job(way.leaf, Event.Purpose.ROLLOUT, request, (_, _) -> Optional.empty()));
        }
        var written = new BranchWriter(reasoner.engine(), journal, reasoner.gate()).write(jobs);
        for (int i = 0; i < ways.size(); i++) {
            var way = ways.get(i);
            way.first = written.get(i);
            way.playouts.add(playout(
                    journal.tree(),
                    way.before,
                    Reasoner.visible(way.first),
                    reasoner.candidates(way.first, true),
                    cameToAnEnd(way.first)));
        }
    }

    private void thinkAgain(Journal journal, List<Way> ways) throws InterruptedException {
        var reflecting = new ArrayList<Way>();
        var kept = new ArrayList<Integer>();
        var jobs = new ArrayList<BranchWriter.Job>();
        for (var way : ways) {
            var thought = placeToRethink(journal.tree(), way);
            if (thought.isEmpty()) {
                continue;
            }
            var prefix = way.from.plus(thought.get());
            var sentence = reflectionTokens(way, thought.get());
            int room = reasoner.room(prefix.plus(sentence.toArray()));
            if (room > 0) {
                int branch = journal.tree().branches().size() + jobs.size();
                var request = new GenerateRequest(
                        prefix,
                        sentence,
                        room,
                        reasoner.sampling(branch),
                        stops(),
                        GenerateRequest.DEFAULT_TOP,
                        0);
                reflecting.add(way);
                kept.add(thought.get().size());
                jobs.add(new BranchWriter.Job(
                        way.leaf, Event.Purpose.REFLECTION, request, (_, _) -> Optional.empty()));
            }
        }
        var written = new BranchWriter(reasoner.engine(), journal, reasoner.gate()).write(jobs);
        for (int i = 0; i < reflecting.size(); i++) {
            addReflection(
                    journal.tree(),
                    reflecting.get(i),
                    kept.get(i),
                    written.get(i),
                    jobs.get(i).request().given().length());
        }
    }

    /// @param thoughtEnd tokens of the rollout that stay before the reflection
    /// @param sentence tokens of the reflection sentence
    private void addReflection(Tree tree, Way way, int thoughtEnd, BranchWriter.Written second, int sentence) {
        var tokens = Reasoner.visible(way.first);
        var steps = new ArrayList<Candidate>();
        for (var candidate : reasoner.candidates(way.first, false)) {
            if (candidate.span().to() <= thoughtEnd) {
                steps.add(candidate);
            }
        }
        steps.addAll(reasoner.candidates(second, true, sentence));
        var way2 = new ArrayList<>(tokens.subList(0, thoughtEnd));
        way2.addAll(Reasoner.visible(second));
        way.playouts.add(playout(tree, way.before, way2, steps, cameToAnEnd(second)));
    }

    /// The tokens of the rollout after which the model is to think again, if it is to and has not done so before.
    private Optional<List<TokenStep>> placeToRethink(Tree tree, Way way) {
        if (tree.path(way.leaf).stream().anyMatch(node -> tree.kind(node) == NodeKind.REFLECTION)) {
            return Optional.empty();
        }
        return doubtful(tree, way).or(() -> rethinking.atEnd() ? finishedThought(way) : Optional.empty());
    }

    /// Up to the end of the first step of which the model was not sure, the leaf itself included.
    private Optional<List<TokenStep>> doubtful(Tree tree, Way way) {
        if (rethinking.below() == 0) {
            return Optional.empty();
        }
        if (tree.kind(way.leaf) == NodeKind.STEP && tree.facts(way.leaf).ownValue() < rethinking.below()) {
            return Optional.of(List.of());
        }
        var tokens = Reasoner.visible(way.first);
        int end = reasoner.cutter().answerStart(tokens);
        return reasoner.candidates(way.first, false).stream()
                .filter(step -> step.span().to() <= end && step.ownValue() < rethinking.below())
                .findFirst()
                .map(step -> tokens.subList(0, step.span().to()));
    }

    private Optional<List<TokenStep>> finishedThought(Way way) {
        if (!cameToAnEnd(way.first)) {
            return Optional.empty();
        }
        var tokens = Reasoner.visible(way.first);
        return Optional.of(tokens.subList(0, reasoner.cutter().answerStart(tokens)));
    }

    private Sequence reflectionTokens(Way way, List<TokenStep> thought) {
        String text = TokenStep.text(way.before) + TokenStep.text(thought);
        String sentence = text.isEmpty() || text.endsWith("\n")
                ? reasoner.dialect().reflection()
                : "\n" + reasoner.dialect().reflection();
        return reasoner.engine().tokenize(sentence, false, false);
    }

    private Playout playout(
            Tree tree, List<TokenStep> before, List<TokenStep> after, List<Candidate> steps, boolean whole) {
        var all = new ArrayList<>(before);
        all.addAll(after);
        var answer = reasoner.answer(TokenStep.text(all), whole);
        return new Playout(steps, reasoner.reward().of(reasoner.confidence().mean(all), answer, tree), answer);
    }

    private static boolean cameToAnEnd(BranchWriter.Written written) {
        return written.reason() == StopReason.END_TOKEN || written.reason() == StopReason.STOP_STRING;
    }

    private List<String> stops() {
        String end = reasoner.dialect().answerEnd();
        return end.isEmpty() ? List.of() : List.of(end);
    }
}
