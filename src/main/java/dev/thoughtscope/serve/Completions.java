package dev.thoughtscope.serve;

import com.fasterxml.jackson.databind.JsonNode;
import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.Generation;
import dev.thoughtscope.engine.Running;
import dev.thoughtscope.engine.StopReason;
import dev.thoughtscope.engine.TokenStep;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/// Runs completions on the engine and writes them as they come; a client that goes away ends its own.
final class Completions implements AutoCloseable {
    private static final long BEAT_SECONDS = 5;

    private final Engine engine;
    private final Semaphore places;
    private final Set<Running> live = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    Completions(Engine engine, int places) {
        this.engine = engine;
        this.places = new Semaphore(places);
    }

    void answer(Exchange exchange, BiFunction<Engine, JsonNode, Format> formats) throws IOException {
        var format = formats.apply(engine, exchange.body());
        if (!places.tryAcquire()) {
            throw new Refusal(429, "All places are taken: come again in a moment.");
        }
        try {
            run(exchange, format);
        } catch (InterruptedException _) {
            throw closed();
        } finally {
            places.release();
        }
    }

    private void run(Exchange exchange, Format format) throws IOException, InterruptedException {
        var request = format.request();
        var steps = new LinkedBlockingQueue<Optional<TokenStep>>();
        var running = engine.start(request, step -> steps.add(Optional.of(step)));
        live.add(running);
        try {
            if (closing) {
                throw closed();
            }
            running.result().whenComplete((_, _) -> steps.add(Optional.empty()));
            var hold = new TextHold(request.stops());
            if (format.streams()) {
                stream(exchange, format, steps, running, hold);
            } else {
                var generation = finished(running);
                exchange.reply(200, format.whole(generation, text(generation, hold)));
            }
        } finally {
            running.cancel();
            live.remove(running);
        }
    }

    /// A token waits for the next one: only the end tells whether it is the end's, whose text is not shown.
    private static void stream(
            Exchange exchange, Format format, BlockingQueue<Optional<TokenStep>> steps, Running running, TextHold hold)
            throws IOException, InterruptedException {
        exchange.beginEvents();
        Optional<TokenStep> waiting = Optional.empty();
        while (true) {
            var next = steps.poll(BEAT_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                exchange.beat();
                continue;
            }
            if (next.isEmpty()) {
                break;
            }
            if (waiting.isPresent()) {
                exchange.event(format.step(waiting.get(), text(waiting.get(), hold)).toString());
            }
            waiting = next;
            if (steps.isEmpty()) {
                exchange.flush();
            }
        }
        var generation = finished(running);
        if (waiting.isPresent()) {
            boolean end = generation.reason() == StopReason.END_TOKEN;
            exchange.event(format.step(waiting.get(), end ? "" : text(waiting.get(), hold)).toString());
        }
        for (String data : format.end(generation, hold.rest())) {
            exchange.event(data);
        }
        exchange.flush();
    }

    private static String text(TokenStep step, TextHold hold) {
        return step.sampled() ? hold.add(step.piece()) : "";
    }

    private static String text(Generation generation, TextHold hold) {
        var text = new StringBuilder();
        shown(generation).forEach(step -> text.append(hold.add(step.piece())));
        return text.append(hold.rest()).toString();
    }

    /// The sampled tokens that are text: not the one that ends it.
    static List<TokenStep> shown(Generation generation) {
        var sampled = generation.steps().stream().filter(TokenStep::sampled).toList();
        boolean ended = generation.reason() == StopReason.END_TOKEN && !sampled.isEmpty();
        return ended ? sampled.subList(0, sampled.size() - 1) : sampled;
    }

    private static Generation finished(Running running) throws InterruptedException {
        var generation = running.await();
        if (generation.reason() == StopReason.CANCELLED) {
            throw closed();
        }
        return generation;
    }

    private static Refusal closed() {
        return new Refusal(503, "The server is closing.");
    }

    @Override
    public void close() {
        closing = true;
        live.forEach(Running::cancel);
    }
}
