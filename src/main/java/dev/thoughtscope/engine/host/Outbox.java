package dev.thoughtscope.engine.host;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.LinkedBlockingQueue;

/// Sends messages from any thread without making it wait: a thread of its own writes them, as many at a
/// time as have gathered.
final class Outbox {
    private final LinkedBlockingQueue<Frame> queue = new LinkedBlockingQueue<>();
    private final WireWriter writer;

    Outbox(OutputStream stream, String name) {
        writer = new WireWriter(stream);
        Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    void send(Frame message) {
        queue.add(message);
    }

    private void run() {
        try {
            while (true) {
                var message = queue.poll();
                if (message == null) {
                    writer.flush();
                    message = queue.take();
                }
                writer.write(message);
            }
        } catch (IOException gone) {
            // The reader of the other direction notices, too, and acts.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
