package dev.thoughtscope.reasoning;

import dev.thoughtscope.engine.GenerateRequest;
import dev.thoughtscope.engine.Sequence;
import dev.thoughtscope.engine.StopReason;
import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.search.Candidate;
import dev.thoughtscope.search.Editor;
import dev.thoughtscope.search.Event;
import dev.thoughtscope.search.Journal;
import dev.thoughtscope.search.NodeKind;
import dev.thoughtscope.search.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes a person's changes: their words are scored by the model, token by token, as if it had said them.
public final class LanguageEditor implements Editor {
    private final Reasoner reasoner;
    private final StepExpander expander;

    public LanguageEditor(Reasoner reasoner, StepExpander expander) {
        this.reasoner = reasoner;
        this.expander = expander;
    }

    @Override
    public Candidate force(Journal journal, int node, int keep, int alternative) throws InterruptedException {
        var tree = journal.tree();
        int parent = tree.parent(node);
        var kept = tree.tokens(node).subList(0, keep);
        var given = Sequence.EMPTY.plus(kept).plus(alternative);
        var written = write(journal, parent, given, true);
        var from = reasoner.sequence(tree, parent);
        return asPerson(expander.first(written, from).orElseThrow(LanguageEditor::nothingToWrite));
    }

    @Override
    public List<Candidate> write(Journal journal, int parent, String text) throws InterruptedException {
        var engine = reasoner.engine();
        var tokens = RunningThought.tokens(engine, text)
                .orElseGet(() -> engine.tokenize(lineOfItsOwn(journal.tree(), parent, text), false, false));
        return all(write(journal, parent, tokens, false)).stream()
                .map(LanguageEditor::asPerson)
                .toList();
    }

    @Override
    public Candidate reflection(Journal journal, int parent) throws InterruptedException {
        String sentence = lineOfItsOwn(journal.tree(), parent, reasoner.dialect().reflection());
        var tokens = reasoner.engine().tokenize(sentence, false, false);
        return reasoner.candidates(write(journal, parent, tokens, false), false, tokens.length())
                .getFirst();
    }

    private BranchWriter.Written write(Journal journal, int parent, Sequence given, boolean goOn)
            throws InterruptedException {
        var from = reasoner.sequence(journal.tree(), parent);
        if (reasoner.room(from) < given.length()) {
            throw new IllegalArgumentException("There is no room for that: the path may still grow by "
                    + reasoner.room(from) + " tokens, and this takes " + given.length() + ".");
        }
        int branch = journal.tree().branches().size();
        var job = new BranchWriter.Job(
                parent,
                Event.Purpose.PERSON,
                GenerateRequest.score(from, given),
                (written, reason) -> goOn ? expander.carryOn(from, written, reason, branch) : Optional.empty());
        return new BranchWriter(reasoner.engine(), journal, reasoner.gate())
                .writeAtOnce(List.of(job))
                .getFirst();
    }

    private List<Candidate> all(BranchWriter.Written written) {
        boolean finished = reasoner.dialect().isFinished(TokenStep.text(written.tokens()));
        var candidates = reasoner.candidates(written, finished || written.reason() == StopReason.END_TOKEN);
        if (candidates.isEmpty()) {
            throw nothingToWrite();
        }
        return candidates;
    }

    /// A thought that stands on a line of its own, where its parent's text has not ended its line.
    private String lineOfItsOwn(Tree tree, int parent, String text) {
        String before = TokenStep.text(new ArrayList<>(tree.pathTokens(parent)));
        String line = text.endsWith("\n") ? text : text + reasoner.dialect().stepEnd();
        return before.isEmpty() || before.endsWith("\n") ? line : "\n" + line;
    }

    private static Candidate asPerson(Candidate candidate) {
        return new Candidate(
                NodeKind.PERSON, candidate.span(), candidate.prior(), candidate.ownValue(), candidate.terminal());
    }

    private static IllegalArgumentException nothingToWrite() {
        return new IllegalArgumentException("The model wrote nothing there: the place is at the end of its text.");
    }
}
