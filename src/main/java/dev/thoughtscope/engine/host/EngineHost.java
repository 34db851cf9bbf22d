package dev.thoughtscope.engine.host;

import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.Generation;
import dev.thoughtscope.engine.Running;
import dev.thoughtscope.engine.Piece;
import dev.thoughtscope.engine.EngineStats;
import dev.thoughtscope.engine.llama.LibraryProbe;
import dev.thoughtscope.engine.llama.LlamaEngine;
import dev.thoughtscope.engine.llama.NoMemory;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// The engine's own process: asked on standard input, answers on standard output.
///
/// It ends at the end of its input, whatever the library is doing then.
public final class EngineHost {
    /// First argument by which a packaged launcher knows that it is to be the engine.
    public static final String ARGUMENT = "engine-host";

    private static final int BEAT_MILLIS = 500;
    private static final int FAILED = 70;
    private static final Logger NATIVE = Logger.getLogger("native.llama");

    private final Outbox outbox;
    private final ConcurrentHashMap<Long, Running> running = new ConcurrentHashMap<>();
    private volatile LlamaEngine engine;

    private EngineHost(Outbox outbox) {
        this.outbox = outbox;
    }

    /// Never returns; takes no arguments.
    public static void main(String[] arguments) {
        var host = new EngineHost(new Outbox(AnswerStream.open(), "answers"));
        host.sendLog();
        Thread.ofPlatform().name("heartbeat").daemon().start(host::beat);
        try {
            host.serve(new WireReader(new FileInputStream(FileDescriptor.in)));
        } catch (IOException | RuntimeException failed) {
            System.err.println("The engine's process cannot read what it is asked: " + failed);
        }
        Runtime.getRuntime().halt(0);
    }

    private void sendLog() {
        var root = Logger.getLogger("");
        for (var handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        NATIVE.setLevel(Level.FINE);
        root.addHandler(new Handler() {
            @Override
            public void publish(LogRecord line) {
                if (NoMemory.isToldBy(String.valueOf(line.getMessage()))) {
                    // Some backends end the process right after it, before the outbox gets to it.
                    System.err.println(line.getMessage());
                }
                outbox.send(new Frame.LogLine(
                        line.getLevel().intValue(), String.valueOf(line.getLoggerName()), line.getMessage()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
    }

    private void beat() {
        try {
            while (true) {
                outbox.send(new Frame.Beat(stats()));
                Thread.sleep(BEAT_MILLIS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private EngineStats stats() {
        var current = engine;
        return current == null ? EngineStats.ZERO : current.stats();
    }

    private void serve(WireReader in) throws IOException {
        for (var message = in.read(); message.isPresent(); message = in.read()) {
            if (message.get() instanceof Frame.Ask ask) {
                answer(ask);
            }
        }
    }

    private void answer(Frame.Ask ask) {
        switch (ask) {
            case Frame.Open open -> open(open);
            case Frame.Describe(var folder) -> describe(folder);
            case Frame.Tokenize(long id, var text, boolean special, boolean start) ->
                orRefuse(id, () -> outbox.send(new Frame.Tokens(id, engine.tokenize(text, special, start))));
            case Frame.Chat(long id, var messages) ->
                orRefuse(id, () -> outbox.send(new Frame.Text(id, engine.chat(messages))));
            case Frame.Start start -> orRefuse(start.id(), () -> start(start));
            case Frame.Forget() -> engine.forget();
            case Frame.Cancel(long id) -> {
                var one = running.get(id);
                if (one != null) {
                    one.cancel();
                }
            }
        }
    }

    private void open(Frame.Open open) {
        try {
            var opened = LlamaEngine.open(open.options(), sentence -> outbox.send(new Frame.Notice(sentence)));
            opened.onGathered(outbox::flush);
            engine = opened;
            var pieces = new ArrayList<Piece>();
            for (int token = 0; token < opened.model().vocabularySize(); token++) {
                pieces.add(opened.piece(token));
            }
            outbox.send(new Frame.Opened(opened.model(), List.copyOf(pieces), opened.gpuLayers()));
        } catch (EngineException refused) {
            outbox.send(new Frame.NotOpened(refused.getMessage()));
        }
    }

    private void describe(Optional<Path> folder) {
        try {
            outbox.send(new Frame.Described(LibraryProbe.ask(folder)));
        } catch (EngineException refused) {
            outbox.send(new Frame.NotOpened(refused.getMessage()));
        }
    }

    private void orRefuse(long id, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException refused) {
            outbox.send(new Frame.Refused(id, sentence(refused)));
        }
    }

    private void start(Frame.Start start) {
        var one = engine.resume(
                start.request(), start.replayed(), step -> outbox.gather(new Frame.Step(start.id(), step)));
        running.put(start.id(), one);
        one.result().whenComplete((generation, failed) -> {
            running.remove(start.id());
            endIfStopped();
            if (failed != null) {
                outbox.send(new Frame.Refused(start.id(), sentence(failed)));
            } else {
                outbox.gather(done(start.id(), generation));
            }
        });
        // It may have ended before anyone listened, and on no thread that comes to send.
        outbox.flush();
    }

    /// An engine that has stopped serves nobody; the supervisor starts a new process and asks it again.
    private void endIfStopped() {
        var why = engine.failure();
        if (!why.isEmpty()) {
            System.err.println(why);
            Runtime.getRuntime().halt(FAILED);
        }
    }

    private Frame done(long id, Generation generation) {
        return new Frame.Done(
                id, generation.reason(), generation.sharedTokens(), generation.computedTokens(), stats());
    }

    private static String sentence(Throwable failed) {
        return failed instanceof EngineException known ? known.getMessage() : "The engine failed: " + failed;
    }
}
