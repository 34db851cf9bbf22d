package dev.thoughtscope.engine.host;

import dev.thoughtscope.engine.GenerateRequest;
import dev.thoughtscope.engine.Generation;
import dev.thoughtscope.engine.Running;
import dev.thoughtscope.engine.TokenStep;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A generation that some process is at work on, with all that it has given so far, so that another
/// process can go on where one died.
final class Pending implements Running {
    final long id;

    private final GenerateRequest request;
    private final Consumer<TokenStep> onToken;
    private final Runnable onCancel;
    private final CompletableFuture<Generation> result = new CompletableFuture<>();
    private final List<TokenStep> steps = new ArrayList<>();
    private int computedBefore;
    private volatile boolean cancelled;

    Pending(long id, GenerateRequest request, Consumer<TokenStep> onToken, Consumer<Pending> onCancel) {
        this.id = id;
        this.request = request;
        this.onToken = onToken;
        this.onCancel = () -> onCancel.accept(this);
    }

    @Override
    public CompletableFuture<Generation> result() {
        return result;
    }

    @Override
    public void cancel() {
        cancelled = true;
        onCancel.run();
    }

    boolean isCancelled() {
        return cancelled;
    }

    synchronized void step(TokenStep step) {
        steps.add(step);
        try {
            onToken.accept(step);
        } catch (RuntimeException failed) {
            // It must not end the thread that serves all branches.
            fail(failed);
            cancel();
        }
    }

    synchronized void done(Frame.Done done) {
        result.complete(new Generation(
                steps, done.reason(), done.sharedTokens(), computedBefore + done.computedTokens()));
    }

    void fail(RuntimeException why) {
        result.completeExceptionally(why);
    }

    /// What is left to ask for.
    synchronized Frame.Start toStart() {
        int sampled = Math.max(0, steps.size() - request.given().length());
        computedBefore = sampled;
        return new Frame.Start(id, request.after(steps), sampled);
    }
}
