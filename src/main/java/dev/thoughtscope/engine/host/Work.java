package dev.thoughtscope.engine.host;

import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.GenerateRequest;
import dev.thoughtscope.engine.TokenStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/// All that has been asked and not yet answered, in order, to be asked again of a new process. Any thread.
final class Work {
    /// A short question.
    record Question(Frame.Ask ask, CompletableFuture<Frame.Tell> answer) {}

    private final Map<Long, Pending> branches = new LinkedHashMap<>();
    private final Map<Long, Question> questions = new LinkedHashMap<>();
    private long ids;

    synchronized Question addQuestion(LongFunction<Frame.Ask> toAsk) {
        long id = ++ids;
        var question = new Question(toAsk.apply(id), new CompletableFuture<>());
        questions.put(id, question);
        return question;
    }

    synchronized Pending addBranch(GenerateRequest request, Consumer<TokenStep> onToken, Consumer<Pending> onCancel) {
        var branch = new Pending(++ids, request, onToken, onCancel);
        branches.put(branch.id, branch);
        return branch;
    }

    /// Everything that is open, as first asked or as far as it has come.
    synchronized void sendAll(Child child) {
        questions.values().forEach(question -> child.send(question.ask));
        for (var branch : branches.values()) {
            child.send(branch.toStart());
            if (branch.isCancelled()) {
                child.send(new Frame.Cancel(branch.id));
            }
        }
    }

    void step(Frame.Step step) {
        Pending branch;
        synchronized (this) {
            branch = branches.get(step.id());
        }
        if (branch != null) {
            branch.step(step.step());
        }
    }

    void done(Frame.Done done) {
        var branch = takeBranch(done.id());
        if (branch != null) {
            branch.done(done);
        }
    }

    void refused(Frame.Refused refused) {
        var branch = takeBranch(refused.id());
        if (branch != null) {
            branch.fail(new EngineException(refused.sentence()));
        }
        answer(refused.id(), refused);
    }

    void answer(long id, Frame.Tell answer) {
        Question question;
        synchronized (this) {
            question = questions.remove(id);
        }
        if (question != null) {
            question.answer.complete(answer);
        }
    }

    private synchronized Pending takeBranch(long id) {
        return branches.remove(id);
    }

    void failAll(EngineException why) {
        List<Pending> open;
        List<Question> asked;
        synchronized (this) {
            open = List.copyOf(branches.values());
            asked = List.copyOf(questions.values());
            branches.clear();
            questions.clear();
        }
        open.forEach(branch -> branch.fail(why));
        asked.forEach(question -> question.answer.completeExceptionally(why));
    }
}
