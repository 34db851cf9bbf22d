package dev.thoughtscope.engine.host;

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
import dev.thoughtscope.engine.llama.LlamaOptions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/// An engine in a process of its own, which may die and is then started again: what was under way goes on.
///
/// [Restarts] says when that ends; the engine then refuses all with the last death's sentence.
public final class HostedEngine implements Engine {
    private final Restarts restarts;
    private final List<String> command;
    private final Consumer<String> onNotice;
    private final CompletableFuture<Frame.Opened> opened = new CompletableFuture<>();
    private final Work work = new Work();
    private Child child;
    private boolean ready;
    private boolean closed;
    private EngineException dead;
    private volatile ModelInfo model;
    private EngineStats earlier = EngineStats.ZERO;
    private EngineStats current = EngineStats.ZERO;

    private final Child.Listener listener = new Child.Listener() {
        @Override
        public void told(Child teller, Frame.Tell message) {
            hear(teller, message);
        }

        @Override
        public void died(Child dying, Child.Death death) {
            bury(dying, death);
        }
    };

    private HostedEngine(LlamaOptions options, List<String> command, Consumer<String> onNotice) {
        restarts = new Restarts(options);
        this.command = command;
        this.onNotice = onNotice;
    }

    /// Starts the process and loads the model there.
    ///
    /// @param onNotice told, in one sentence each, of deaths and new starts; on a thread of the engine's
    /// @throws EngineException in one sentence for whatever stands in the way
    public static HostedEngine open(LlamaOptions options, Consumer<String> onNotice) {
        return open(options, ChildCommand.command(), onNotice);
    }

    static HostedEngine open(LlamaOptions options, List<String> command, Consumer<String> onNotice) {
        var engine = new HostedEngine(options, command, onNotice);
        engine.launch();
        try {
            engine.opened.get();
            return engine;
        } catch (ExecutionException refused) {
            engine.close();
            throw refused.getCause() instanceof EngineException known
                    ? known
                    : new EngineException("The engine failed: " + refused.getCause(), refused.getCause());
        } catch (InterruptedException _) {
            engine.close();
            Thread.currentThread().interrupt();
            throw new EngineException("Loading the model was interrupted.");
        }
    }

    private synchronized void launch() {
        ready = false;
        var options = restarts.options();
        child = new Child(command, options.model().toString(), listener);
        child.listen();
        child.send(new Frame.Open(options));
    }

    @Override
    public ModelInfo model() {
        opened.join();
        return model;
    }

    @Override
    public synchronized Set<Ability> abilities() {
        return restarts.gpuLayers() > 0 ? Ability.ON_A_GPU : Engine.super.abilities();
    }

    @Override
    public Sequence tokenize(String text, boolean special, boolean start) {
        return ask(id -> new Frame.Tokenize(id, text, special, start)) instanceof Frame.Tokens(long _, var tokens)
                ? tokens
                : Sequence.EMPTY;
    }

    @Override
    public Piece piece(int token) {
        var pieces = opened.join().pieces();
        if (token < 0 || token >= pieces.size()) {
            throw new EngineException(
                    "Token " + token + " is outside the model's vocabulary of " + pieces.size() + " tokens.");
        }
        return pieces.get(token);
    }

    @Override
    public String chat(List<Engine.Message> messages) {
        return ask(id -> new Frame.Chat(id, List.copyOf(messages))) instanceof Frame.Text(long _, var text)
                ? text
                : "";
    }

    private Frame.Tell ask(LongFunction<Frame.Ask> toAsk) {
        Work.Question question;
        synchronized (this) {
            checkUsable();
            question = work.addQuestion(toAsk);
            if (ready) {
                child.send(question.ask());
            }
        }
        try {
            var answer = question.answer().get();
            if (answer instanceof Frame.Refused(long _, var sentence)) {
                throw new EngineException(sentence);
            }
            return answer;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof EngineException known ? known : new EngineException(failed.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new EngineException("Waiting for the engine was interrupted.");
        }
    }

    @Override
    public Running start(GenerateRequest request, Consumer<TokenStep> onToken) {
        check(request);
        synchronized (this) {
            checkUsable();
            var one = work.addBranch(request, onToken, this::cancel);
            if (ready) {
                child.send(one.toStart());
            }
            return one;
        }
    }

    private void check(GenerateRequest request) {
        long asked = (long) request.prefix().length() + request.given().length();
        int room = model().contextLength();
        if (asked > room) {
            throw new EngineException("The text has " + asked + " tokens, and the context has room for " + room + ".");
        }
        for (var part : List.of(request.prefix(), request.given())) {
            for (int i = 0; i < part.length(); i++) {
                piece(part.token(i));
            }
        }
    }

    @Override
    public synchronized void forget() {
        if (ready) {
            child.send(new Frame.Forget());
        }
    }

    private synchronized void cancel(Pending one) {
        if (ready) {
            child.send(new Frame.Cancel(one.id));
        }
    }

    @Override
    public synchronized EngineStats stats() {
        return earlier.plus(current);
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            if (child != null) {
                child.end();
            }
        }
        failAll(new EngineException("The engine is closed."));
    }

    /// Process id of the engine's process, for tests and for people who look.
    public synchronized long pid() {
        return child.pid();
    }

    private void checkUsable() {
        if (closed) {
            throw new EngineException("The engine is closed.");
        }
        if (dead != null) {
            throw dead;
        }
    }

    private void hear(Child teller, Frame.Tell message) {
        switch (message) {
            case Frame.Opened ready -> goOn(teller, ready);
            case Frame.NotOpened(var sentence) -> giveUp(new EngineException(sentence));
            case Frame.Step step -> work.step(step);
            case Frame.Done done -> {
                note(teller, done.stats());
                work.done(done);
            }
            case Frame.Refused refused -> work.refused(refused);
            case Frame.Tokens answer -> work.answer(answer.id(), answer);
            case Frame.Text answer -> work.answer(answer.id(), answer);
            case Frame.Beat(var stats) -> note(teller, stats);
            case Frame.Notice(var sentence) -> onNotice.accept(sentence);
            case Frame.LogLine _, Frame.Described _ -> {}
        }
    }

    private void goOn(Child opener, Frame.Opened message) {
        synchronized (this) {
            if (opener != child) {
                return;
            }
            ready = true;
            restarts.ready(message.gpuLayers());
            model = message.model();
            work.sendAll(child);
        }
        opened.complete(message);
    }

    private synchronized void note(Child teller, EngineStats stats) {
        if (teller == child) {
            current = stats;
        }
    }

    private void bury(Child dying, Child.Death death) {
        Optional<String> told;
        synchronized (this) {
            if (closed || dead != null || dying != child) {
                return;
            }
            ready = false;
            earlier = earlier.plus(current);
            current = EngineStats.ZERO;
            told = restarts.onDeath(death);
        }
        if (told.isEmpty()) {
            giveUp(new EngineException(Restarts.last(death)));
            return;
        }
        onNotice.accept(told.get());
        try {
            launch();
        } catch (EngineException failed) {
            giveUp(failed);
        }
    }

    private void giveUp(EngineException why) {
        synchronized (this) {
            dead = why;
            child.end();
        }
        if (!opened.completeExceptionally(why)) {
            onNotice.accept(why.getMessage());
        }
        failAll(why);
    }

    private void failAll(EngineException why) {
        work.failAll(why);
        opened.completeExceptionally(why);
    }
}
