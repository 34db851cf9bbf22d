package dev.thoughtscope.engine.host;

import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.llama.NoMemory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One life of the engine's process: its pipes, its log, and the watch over it.
final class Child {
    /// Hears what a process says and, once and last, that it has died. On the process's reading thread.
    interface Listener {
        void told(Child child, Frame.Tell message);

        void died(Child child, Death death);
    }

    /// @param noMemory whether it said that memory had run out
    record Death(String sentence, boolean noMemory) {}

    private static final Logger LOG = LoggerFactory.getLogger("native.llama");
    private static final long SILENCE_MILLIS = 7_000;

    /// A virtual machine on a busy computer may need this long for its first word.
    private static final long START_MILLIS = 60_000;

    private static final long LOOK_MILLIS = 500;
    private static final long LAST_WORDS_MILLIS = 300;

    final long startedNanos = System.nanoTime();
    private final Process process;
    private final Outbox outbox;
    private final Listener listener;
    private final String model;
    private final LastWords lastWords = new LastWords();
    private volatile long heardNanos = System.nanoTime();
    private volatile long allowedMillis = START_MILLIS;
    private volatile boolean silent;
    private Thread errors;

    /// @throws EngineException if no process can be started
    Child(List<String> command, String model, Listener listener) {
        this.listener = listener;
        this.model = model;
        try {
            var builder = new ProcessBuilder(command);
            // options for the window's virtual machine, such as a cache that it writes, are not the child's
            builder.environment().remove("JAVA_TOOL_OPTIONS");
            // Otherwise the library calls a debugger when it aborts, which takes seconds.
            builder.environment().put("GGML_NO_BACKTRACE", "1");
            process = builder.start();
        } catch (IOException failed) {
            throw new EngineException("The engine's process cannot be started: " + failed.getMessage() + ".", failed);
        }
        outbox = new Outbox(process.getOutputStream(), "engine-questions");
    }

    /// Begins to listen.
    void listen() {
        errors = Thread.ofPlatform().name("engine-stderr").daemon().start(this::readErrors);
        Thread.ofPlatform().name("engine-answers").daemon().start(this::readAnswers);
        Thread.ofPlatform().name("engine-watch").daemon().start(this::watch);
    }

    void send(Frame.Ask message) {
        outbox.send(message);
    }

    long pid() {
        return process.pid();
    }

    private void readAnswers() {
        var reader = new WireReader(process.getInputStream());
        try {
            for (var message = reader.read(); message.isPresent(); message = reader.read()) {
                heardNanos = System.nanoTime();
                allowedMillis = SILENCE_MILLIS;
                switch (message.get()) {
                    case Frame.LogLine line -> log(line);
                    case Frame.Tell tell -> listener.told(this, tell);
                    case Frame.Ask stray -> throw new IOException("a question instead of an answer");
                }
            }
        } catch (IOException broken) {
            lastWords.add("error on its pipe: " + broken.getMessage());
        }
        listener.died(this, new Death(sentence(ended()), NoMemory.isToldBy(lastWords.telling())));
    }

    private int ended() {
        try {
            // The pipe is gone: whatever is left of it is of no use.
            if (!process.waitFor(500, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
            int code = process.waitFor();
            errors.join(LAST_WORDS_MILLIS);
            return code;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private String sentence(int exitCode) {
        return silent
                ? "The engine's process, with " + model + ", did not answer for " + allowedMillis / 1000
                        + " seconds and was ended."
                : lastWords.sentence(exitCode, model);
    }

    private void log(Frame.LogLine line) {
        lastWords.add(line.text());
        var logger = LoggerFactory.getLogger(line.logger());
        if (line.level() >= Level.SEVERE.intValue()) {
            logger.error(line.text());
        } else if (line.level() >= Level.WARNING.intValue()) {
            logger.warn(line.text());
        } else if (line.level() >= Level.INFO.intValue()) {
            logger.info(line.text());
        } else {
            logger.debug(line.text());
        }
    }

    private void readErrors() {
        try (var in = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                lastWords.add(line);
                LOG.debug(line);
            }
        } catch (IOException closed) {
            // It has ended; the other pipe tells so.
        }
    }

    /// Ends a process that says nothing, not even that it lives. A watch that itself was held up, as when
    /// the machine slept, gives it another chance.
    private void watch() {
        long lookedNanos = System.nanoTime();
        try {
            while (process.isAlive()) {
                Thread.sleep(LOOK_MILLIS);
                long now = System.nanoTime();
                if (millis(now - lookedNanos) > 4 * LOOK_MILLIS) {
                    heardNanos = now;
                }
                lookedNanos = now;
                if (millis(now - heardNanos) > allowedMillis) {
                    silent = true;
                    process.destroyForcibly();
                    return;
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    /// Ends it now.
    void end() {
        process.destroyForcibly();
    }
}
