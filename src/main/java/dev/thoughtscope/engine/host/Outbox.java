package dev.thoughtscope.engine.host;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Sends messages from any thread, in order, without making it wait: a thread of its own writes them, as many at a
/// time as have gathered.
final class Outbox {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition something = lock.newCondition();
    private final WireWriter writer;
    private ArrayDeque<Frame> gathered = new ArrayDeque<>();
    private boolean due;

    Outbox(OutputStream stream, String name) {
        writer = new WireWriter(stream);
        Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    /// Sends a message and all that were gathered before it.
    void send(Frame message) {
        add(message, true);
    }

    /// Keeps a message until the next [#send(Frame)] or [#flush()]: waking a thread costs more than a message.
    void gather(Frame message) {
        add(message, false);
    }

    /// Sends what was gathered.
    void flush() {
        lock.lock();
        try {
            if (!gathered.isEmpty()) {
                wake();
            }
        } finally {
            lock.unlock();
        }
    }

    private void add(Frame message, boolean now) {
        lock.lock();
        try {
            gathered.add(message);
            if (now) {
                wake();
            }
        } finally {
            lock.unlock();
        }
    }

    private void wake() {
        if (!due) {
            due = true;
            something.signal();
        }
    }

    private void run() {
        var spare = new ArrayDeque<Frame>();
        try {
            while (true) {
                var messages = take(spare);
                spare = messages;
                for (var message = messages.poll(); message != null; message = messages.poll()) {
                    writer.write(message);
                }
                writer.flush();
            }
        } catch (IOException gone) {
            // The reader of the other direction notices, too, and acts.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// All messages there are once any is due.
    ///
    /// @param empty where the next ones gather
    private ArrayDeque<Frame> take(ArrayDeque<Frame> empty) throws InterruptedException {
        lock.lock();
        try {
            while (!due) {
                something.await();
            }
            due = false;
            var messages = gathered;
            gathered = empty;
            return messages;
        } finally {
            lock.unlock();
        }
    }
}
