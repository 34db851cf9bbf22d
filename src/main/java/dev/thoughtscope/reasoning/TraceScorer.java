package dev.thoughtscope.reasoning;

import dev.thoughtscope.engine.Ability;
import dev.thoughtscope.engine.GenerateRequest;
import dev.thoughtscope.engine.Sequence;
import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.search.Candidate;
import dev.thoughtscope.search.Event;
import dev.thoughtscope.search.ImportedPath;
import dev.thoughtscope.search.Journal;
import dev.thoughtscope.search.NodeKind;
import dev.thoughtscope.search.Playout;
import dev.thoughtscope.search.StepChecker;
import dev.thoughtscope.search.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts a trace of some other system into the tree as one path: in the loaded model's own marks, cut into steps, each
/// token with the probability that the loaded model gives it there (teacher forcing).
public final class TraceScorer {
    private final Reasoner reasoner;
    private final TraceText trace;
    private final Sequence all;
    private final int fitting;

    /// @throws dev.thoughtscope.engine.EngineException if the engine cannot score a text
    public TraceScorer(Reasoner reasoner, TraceText trace) {
        Ability.SCORING.require(reasoner.engine(), "Importing a trace");
        boolean paragraphs = trace.thought().contains(reasoner.dialect().stepEnd());
        this.reasoner = paragraphs ? reasoner : reasoner.in(reasoner.dialect().byLines());
        this.trace = trace;
        all = tokens();
        fitting = Math.min(all.length(), this.reasoner.room(reasoner.prompt().tokens()));
    }

    /// Tokens of the trace in the loaded model's vocabulary.
    public int length() {
        return all.length();
    }

    /// Those of them for which the model has room; the others are left out.
    public int fitting() {
        return fitting;
    }

    /// Scores the trace and records it; blocks until that is done.
    public void record(Journal journal, StepChecker checker) throws InterruptedException {
        journal.record(new Event.Selected(0, List.of(Tree.ROOT)));
        var request = GenerateRequest.score(reasoner.prompt().tokens(), all.prefix(fitting));
        var job = new BranchWriter.Job(Tree.ROOT, Event.Purpose.IMPORT, request, (_, _) -> Optional.empty());
        var written = new BranchWriter(reasoner.engine(), journal, reasoner.gate()).writeAtOnce(List.of(job)).getFirst();
        boolean whole = written.tokens().size() == all.length();
        var steps = new ArrayList<Candidate>();
        for (var step : reasoner.candidates(written, whole && isFinished())) {
            steps.add(turnsRound(journal, step) ? withKind(step, NodeKind.REFLECTION) : step);
        }
        var answer = whole ? reasoner.answer(TokenStep.text(written.tokens()), isFinished()) : Optional.<Tree.Found>empty();
        double value = reasoner.confidence().meanOfAll(written.tokens());
        new ImportedPath(journal, checker).put(new Playout(steps, value, answer), Answers::soFar);
    }

    private boolean turnsRound(Journal journal, Candidate step) {
        return step.kind() == NodeKind.STEP
                && !step.terminal()
                && TraceText.turnsRound(TokenStep.text(journal.tree().tokens(step.span())));
    }

    private static Candidate withKind(Candidate step, NodeKind kind) {
        return new Candidate(kind, step.span(), step.prior(), step.ownValue(), step.terminal());
    }

    /// Whether the trace came to its end; one without an answer can be gone on with.
    private boolean isFinished() {
        return !trace.answer().isEmpty();
    }

    /// The marks are the model's own control tokens where it has such; the words of the trace never are.
    private Sequence tokens() {
        var marks = reasoner.dialect().marks();
        boolean marked = !marks.thoughtEnd().isEmpty() && !marks.inside();
        var tokens = words(Sequence.EMPTY, trace.thought());
        if (trace.answer().isEmpty()) {
            return tokens;
        }
        String between = trace.thought().isEmpty() ? "" : "\n";
        if (!marked) {
            return words(tokens, (trace.thought().isEmpty() ? "" : "\n\n") + trace.answer());
        }
        tokens = marks(tokens, between + marks.thoughtEnd() + (marks.answerStart().isEmpty() ? "\n\n" : "\n" + marks.answerStart()));
        return marks(words(tokens, trace.answer()), marks.answerEnd());
    }

    private Sequence words(Sequence before, String text) {
        return text.isEmpty() ? before : before.plus(reasoner.engine().tokenize(text, false, false).toArray());
    }

    private Sequence marks(Sequence before, String text) {
        return text.isEmpty() ? before : before.plus(reasoner.engine().tokenize(text, true, false).toArray());
    }
}
