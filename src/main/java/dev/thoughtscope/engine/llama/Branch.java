package dev.thoughtscope.engine.llama;

import dev.thoughtscope.engine.Alternative;
import dev.thoughtscope.engine.GenerateRequest;
import dev.thoughtscope.engine.Generation;
import dev.thoughtscope.engine.Running;
import dev.thoughtscope.engine.StopReason;
import dev.thoughtscope.engine.TokenStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// One request on its way: its tokens so far, which of them are computed, and what it has given.
/// All but [#cancel()] and [#result()] belongs to the owning thread.
final class Branch implements Running {
    private static final int YOUNG = 8;

    /// Decides who is served first.
    final long arrival;
    final GenerateRequest request;

    /// Prefix, given tokens, and those sampled so far; `length` of them.
    int[] tokens;
    int length;

    /// Where the computed tokens are; null while the branch waits.
    Slot slot;

    /// Branches whose own first logits come from a row that this one is about to compute, and which that is.
    final List<Branch> followers = new ArrayList<>();

    /// Set while it waits for `leader` to have computed `waitFor` tokens that both share.
    Branch leader;

    int waitFor;

    private final LlamaModel model;
    private final Runnable onCancel;
    private final Consumer<TokenStep> onToken;
    private final CompletableFuture<Generation> result = new CompletableFuture<>();
    private final List<TokenStep> steps = new ArrayList<>();
    private final TokenSampler sampler;
    private final StopMatcher stops;
    private final int contextLength;
    private final int replayed;
    private final StopReason endedBefore;
    private Grammar grammar;
    private int next;
    private int chosen;
    private int sampled;
    private int shared = -1;
    private int computed;
    private volatile boolean cancelled;

    /// @param replayed tokens at the end of the prefix that an earlier run of this branch had sampled
    Branch(
            GenerateRequest request,
            int replayed,
            long arrival,
            LlamaModel model,
            int contextLength,
            Consumer<TokenStep> onToken,
            Runnable onCancel) {
        this.request = request;
        this.arrival = arrival;
        this.model = model;
        this.contextLength = contextLength;
        this.onToken = onToken;
        this.onCancel = onCancel;
        var start = request.prefix().plus(request.given().toArray());
        length = start.length();
        next = request.prefix().length();
        tokens = Arrays.copyOf(start.toArray(), length + Math.min(request.maxTokens(), 256) + 1);
        sampler = new TokenSampler(request.sampling());
        stops = new StopMatcher(request.stops());
        this.replayed = replayed;
        sampler.skip(replayed);
        endedBefore = replay();
    }

    /// Reads what was sampled before; it may have ended there without anyone having heard of it.
    private StopReason replay() {
        StopReason ended = null;
        for (int i = next - replayed; i < next; i++) {
            if (model.isEnd(tokens[i])) {
                ended = StopReason.END_TOKEN;
            } else if (stops.accept(model.piece(tokens[i]).bytes())) {
                ended = StopReason.STOP_STRING;
            }
        }
        return ended;
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

    /// Whether it has only just begun.
    boolean isYoung() {
        return computed < YOUNG;
    }

    /// The position whose logits this branch needs first: those of the token before `next`.
    int anchor() {
        return next - 1;
    }

    /// Tokens that must be computed; the last one only if something follows it.
    int target() {
        return wantsMore() ? length : length - 1;
    }

    private boolean wantsMore() {
        return sampled < request.maxTokens() && length < contextLength;
    }

    /// Tokens still to be computed, 1 for a branch that generates.
    int pending() {
        return target() - slot.length;
    }

    /// Tokens that it may still add, for planning room.
    int remaining() {
        return Math.min(request.maxTokens() - sampled, contextLength - length);
    }

    boolean wantsLogits(int position) {
        return position >= anchor();
    }

    int top() {
        return request.top();
    }

    /// Notes how many leading tokens others had computed; only the first time counts.
    ///
    /// @return the tokens newly counted
    int noteShared(int count) {
        if (shared >= 0) {
            return 0;
        }
        shared = count;
        return count;
    }

    void noteComputed(int count) {
        computed += count;
    }

    /// Whether the token behind this position is not given but to be chosen.
    boolean samplesAfter(int position) {
        return position == length - 1;
    }

    /// Whether [#choose] goes through all of the vocabulary and touches nothing but this branch and its scratch memory.
    boolean weighsAll() {
        return sampler.weighsAll();
    }

    /// Chooses the token that [#accept] then takes.
    void choose(LogitRow row, Candidates scratch) {
        if (!request.sampling().grammar().isEmpty() && grammar == null) {
            startGrammar();
        }
        chosen = sampler.choose(row, tokens, length, grammar, scratch);
    }

    /// Takes the logits of the position before `next`: scores the given token there, or the chosen one.
    ///
    /// @return why the branch ends here, null if it goes on
    StopReason accept(LogitRow row) {
        if (next < length) {
            emit(step(row, tokens[next], false));
            return next < length ? null : reasonNotToSample();
        }
        int token = chosen;
        if (length == tokens.length) {
            tokens = Arrays.copyOf(tokens, length * 2);
        }
        tokens[length++] = token;
        sampled++;
        var step = step(row, token, true);
        emit(step);
        if (model.isEnd(token)) {
            return StopReason.END_TOKEN;
        }
        return stops.accept(step.piece().bytes()) ? StopReason.STOP_STRING : reasonNotToSample();
    }

    private void startGrammar() {
        grammar = new Grammar(model, request.sampling().grammar());
        for (int i = request.prefix().length() - replayed; i < request.prefix().length(); i++) {
            grammar.accept(tokens[i]);
        }
    }

    /// Why nothing more can be sampled, null if it can.
    StopReason reasonNotToSample() {
        if (endedBefore != null) {
            return endedBefore;
        }
        if (next < length || wantsMore()) {
            return null;
        }
        return sampled >= request.maxTokens() ? StopReason.MAX_TOKENS : StopReason.CONTEXT_FULL;
    }

    private void emit(TokenStep step) {
        next++;
        steps.add(step);
        onToken.accept(step);
    }

    private TokenStep step(LogitRow row, int token, boolean isSampled) {
        int count = Math.min(request.top(), row.topCount());
        var top = new Alternative[count];
        for (int i = 0; i < count; i++) {
            int id = row.topId(i);
            top[i] = new Alternative(id, model.piece(id), row.logProb(id));
        }
        return new TokenStep(token, model.piece(token), row.logProb(token), List.of(top), row.entropy(), isSampled);
    }

    int sampled() {
        return sampled;
    }

    void finish(StopReason reason) {
        closeGrammar();
        result.complete(new Generation(steps, reason, Math.max(0, shared), computed));
    }

    void fail(RuntimeException why) {
        closeGrammar();
        result.completeExceptionally(why);
    }

    private void closeGrammar() {
        if (grammar != null) {
            grammar.close();
            grammar = null;
        }
    }
}
