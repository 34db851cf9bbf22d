package dev.thoughtscope.reasoning;

import dev.thoughtscope.engine.GenerateRequest;
import dev.thoughtscope.engine.Sequence;
import dev.thoughtscope.engine.StopReason;
import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.search.Candidate;
import dev.thoughtscope.search.Event;
import dev.thoughtscope.search.Expander;
import dev.thoughtscope.search.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Samples what may come next, one action long, all children of all leaves side by side.
public final class StepExpander implements Expander {
    private final Reasoner reasoner;

    public StepExpander(Reasoner reasoner) {
        this.reasoner = reasoner;
    }

    @Override
    public List<List<Candidate>> expand(Journal journal, List<Integer> leaves, int width)
            throws InterruptedException {
        var jobs = new ArrayList<BranchWriter.Job>();
        int branch = journal.tree().branches().size();
        for (int leaf : leaves) {
            var from = reasoner.sequence(journal.tree(), leaf);
            for (int copy = 0; copy < width && reasoner.room(from) > 0; copy++) {
                jobs.add(job(leaf, from, branch++));
            }
        }
        var written = new BranchWriter(reasoner.engine(), journal, reasoner.gate()).write(jobs);
        var perLeaf = new ArrayList<List<Candidate>>();
        for (int leaf : leaves) {
            var candidates = new ArrayList<Candidate>();
            for (int i = 0; i < jobs.size(); i++) {
                if (jobs.get(i).node() == leaf) {
                    first(written.get(i), jobs.get(i).request().prefix()).ifPresent(candidates::add);
                }
            }
            perLeaf.add(candidates);
        }
        return perLeaf;
    }

    private BranchWriter.Job job(int leaf, Sequence from, int branch) {
        return new BranchWriter.Job(
                leaf,
                Event.Purpose.EXPANSION,
                request(from, List.of(), branch),
                (written, reason) -> carryOn(from, written, reason, branch));
    }

    /// The request that carries on a node which is not whole yet.
    Optional<GenerateRequest> carryOn(
            Sequence from, List<TokenStep> written, StopReason reason, int branch) {
        boolean over = reason == StopReason.END_TOKEN || reason == StopReason.CONTEXT_FULL;
        if (over || reasoner.cutter().isWhole(written) || reasoner.room(from.plus(written)) == 0) {
            return Optional.empty();
        }
        return Optional.of(request(from.plus(written), written, branch));
    }

    private GenerateRequest request(Sequence from, List<TokenStep> written, int branch) {
        var dialect = reasoner.dialect();
        int room = reasoner.room(from);
        boolean answering = dialect.answerPart(TokenStep.text(written)).isPresent();
        var stops = new ArrayList<String>();
        if (!dialect.answerEnd().isEmpty()) {
            stops.add(dialect.answerEnd());
        }
        if (!answering && !dialect.thoughtEnd().isEmpty()) {
            stops.add(dialect.thoughtEnd());
        }
        int length = room;
        if (!answering) {
            switch (reasoner.action()) {
                case Action.Step _ -> stops.add(dialect.stepEnd());
                case Action.MiniStep(int tokens) -> length = Math.clamp(tokens - (long) written.size(), 1, room);
            }
        }
        return GenerateRequest.sample(from, length, reasoner.sampling(branch + written.size() * 7919), stops);
    }

    /// The first node of what was written after `from`.
    Optional<Candidate> first(BranchWriter.Written written, Sequence from) {
        boolean full = reasoner.room(from.plus(written.tokens())) == 0;
        boolean ended = written.reason() == StopReason.END_TOKEN
                || full
                || reasoner.dialect().isFinished(TokenStep.text(written.tokens()));
        return reasoner.candidates(written, ended).stream().findFirst();
    }
}
