package dev.thoughtscope.engine.llama;

import dev.thoughtscope.engine.Ability;
import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.EngineStats;
import dev.thoughtscope.engine.GenerateRequest;
import dev.thoughtscope.engine.ModelInfo;
import dev.thoughtscope.engine.Piece;
import dev.thoughtscope.engine.Running;
import dev.thoughtscope.engine.Sequence;
import dev.thoughtscope.engine.TokenStep;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// llama.cpp in this process.
///
/// A daemon thread named `llama` owns the context: it takes requests from a queue, advances all of them
/// in one forward pass per token, and completes their futures.
public final class LlamaEngine implements Engine {
    private final LlamaModel model;
    private final LlamaContext context;
    private final Placement placement;
    private final ModelInfo info;
    private final ChatTemplate chat;
    private final Ledger ledger = new Ledger();
    private final PrefixCache cache;
    private final Scheduler scheduler;
    private final ForwardPasses passes;
    private final LinkedBlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final AtomicLong arrivals = new AtomicLong();
    private final AtomicInteger live = new AtomicInteger();
    private final ReentrantReadWriteLock inUse = new ReentrantReadWriteLock();
    private final Thread owner;
    private volatile Runnable onGathered = () -> {};
    private volatile boolean closing;
    private volatile String failure = "";

    private LlamaEngine(Loading.Loaded loaded) {
        model = loaded.model();
        context = loaded.context();
        placement = loaded.placement();
        info = loaded.info();
        chat = new ChatTemplate(model.library, loaded.file().text("tokenizer.chat_template").orElse(""));
        cache = new PrefixCache(context, model.library.layout().maxSequences());
        scheduler = new Scheduler(cache, ledger);
        passes = new ForwardPasses(context, scheduler, cache, ledger, model.vocabularySize, bestRows());
        owner = Thread.ofPlatform().name("llama").daemon().unstarted(this::run);
    }

    /// As [#open(LlamaOptions, Consumer)], with nobody to tell.
    public static LlamaEngine open(LlamaOptions options) {
        return open(options, _ -> {});
    }

    /// Checks the model file, loads it and starts the engine. Takes as long as the file is large.
    ///
    /// @param onNotice told, in a sentence each, of what is not as asked: layers that found no room on a GPU
    /// @throws EngineException in one sentence for whatever stands in the way
    public static LlamaEngine open(LlamaOptions options, Consumer<String> onNotice) {
        var engine = new LlamaEngine(Loading.load(options, onNotice));
        engine.owner.start();
        return engine;
    }

    /// A GPU is the better the more rows it gets.
    private int bestRows() {
        return placement.layers() == 0 ? model.library.layout().bestRows() : context.maxBatch;
    }

    /// Has this called on the engine's thread once what happened together has been told, steps of one forward pass for
    /// example: for whoever hands it on together.
    public void onGathered(Runnable action) {
        onGathered = action;
    }

    /// Layers that are on GPUs, the output among them.
    public int gpuLayers() {
        return placement.layers();
    }

    @Override
    public ModelInfo model() {
        return info;
    }

    @Override
    public Set<Ability> abilities() {
        return placement.layers() > 0 ? Ability.ON_A_GPU : Engine.super.abilities();
    }

    @Override
    public Sequence tokenize(String text, boolean special, boolean start) {
        return whileOpen(() -> {
            var tokens = Sequence.of(model.tokenize(text, special));
            return start
                    ? model.firstToken().map(first -> Sequence.of(first).plus(tokens.toArray())).orElse(tokens)
                    : tokens;
        });
    }

    @Override
    public Piece piece(int token) {
        return whileOpen(() -> model.piece(token));
    }

    @Override
    public String chat(List<Message> messages) {
        return whileOpen(() -> chat.render(messages));
    }

    @Override
    public Running start(GenerateRequest request, Consumer<TokenStep> onToken) {
        return resume(request, 0, onToken);
    }

    /// Goes on with a generation that another engine began: samples what that one would have sampled next.
    ///
    /// @param replayed tokens at the end of `request.prefix()` that were sampled there
    public Running resume(GenerateRequest request, int replayed, Consumer<TokenStep> onToken) {
        checkOpen();
        check(request);
        if (replayed < 0 || replayed >= request.prefix().length()) {
            throw new IllegalArgumentException(replayed + " tokens replayed in " + request.prefix().length());
        }
        live.incrementAndGet();
        var counted = new AtomicBoolean(true);
        Runnable noMore = () -> {
            if (counted.compareAndSet(true, false)) {
                oneLess();
            }
        };
        var branch =
                new Branch(request, replayed, arrivals.getAndIncrement(), model, info.contextLength(), onToken, noMore);
        branch.result().whenComplete((_, _) -> noMore.run());
        inbox.add(() -> scheduler.add(branch));
        if (closing) {
            // It may have come too late for the owner to see.
            branch.result().completeExceptionally(closed());
        }
        return branch;
    }

    private void check(GenerateRequest request) {
        long asked = (long) request.prefix().length() + request.given().length();
        if (asked > info.contextLength()) {
            throw new EngineException("The text has " + asked + " tokens, and the context has room for "
                    + info.contextLength() + ".");
        }
        for (var part : List.of(request.prefix(), request.given())) {
            for (int i = 0; i < part.length(); i++) {
                model.check(part.token(i));
            }
        }
    }

    /// A forward pass that nobody waits for any more is not worth finishing.
    private void oneLess() {
        if (live.decrementAndGet() == 0) {
            context.abort(true);
        }
    }

    /// Why it stopped by itself, empty while it has not.
    public String failure() {
        return failure;
    }

    /// Mean time to fork a branch from a prefix that is held, in microseconds; NaN before the first.
    public double meanForkMicros() {
        return cache.meanForkMicros();
    }

    @Override
    public void forget() {
        checkOpen();
        inbox.add(() -> {
            scheduler.sweep();
            cache.evictAll();
        });
    }

    @Override
    public EngineStats stats() {
        return ledger.snapshot();
    }

    @Override
    public synchronized void close() {
        if (closing) {
            return;
        }
        closing = true;
        context.abort(true);
        inbox.add(() -> {});
        if (Thread.currentThread() == owner) {
            return;
        }
        try {
            owner.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// The model is not freed under the feet of another thread.
    private <T> T whileOpen(Supplier<T> read) {
        inUse.readLock().lock();
        try {
            checkOpen();
            return read.get();
        } finally {
            inUse.readLock().unlock();
        }
    }

    private void checkOpen() {
        if (closing) {
            throw closed();
        }
    }

    private static EngineException closed() {
        return new EngineException("The engine is closed.");
    }

    private void run() {
        var why = closed();
        try {
            while (!closing) {
                work();
            }
        } catch (InterruptedException _) {
            // Nobody but this class knows the thread; treated as closing.
        } catch (RuntimeException | Error failed) {
            why = new EngineException("The engine stopped: " + failed.getMessage(), failed);
            failure = why.getMessage();
        }
        closing = true;
        for (var late = inbox.poll(); late != null; late = inbox.poll()) {
            late.run();
        }
        scheduler.failAll(why);
        inUse.writeLock().lock();
        try {
            context.close();
            model.close();
        } finally {
            inUse.writeLock().unlock();
        }
    }

    private void work() throws InterruptedException {
        if (scheduler.isEmpty()) {
            inbox.take().run();
            gather();
        }
        long start = System.nanoTime();
        for (var command = inbox.poll(); command != null; command = inbox.poll()) {
            command.run();
        }
        scheduler.sweep();
        scheduler.admit();
        context.abort(false);
        if (closing || live.get() == 0) {
            context.abort(true);
        }
        onGathered.run();
        passes.step();
        onGathered.run();
        ledger.busy(System.nanoTime() - start);
        ledger.publish();
    }

    /// Requests mostly come several at once; a moment's wait lets the first share its first pass with the others.
    private void gather() throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            var more = inbox.poll(50, TimeUnit.MICROSECONDS);
            if (more == null) {
                return;
            }
            more.run();
        }
    }
}
