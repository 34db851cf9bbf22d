package dev.thoughtscope.engine.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/// A stream that is closed when nothing has come for too long: a read alone would wait for ever.
final class Watch extends FilterInputStream {
    private final Duration stall;
    private final Call call;
    private final Thread guard;
    private volatile long last = System.nanoTime();
    private volatile boolean stalled;

    Watch(InputStream in, Duration stall, Call call) {
        super(in);
        this.stall = stall;
        this.call = call;
        guard = Thread.ofVirtual().name("stall watch").start(this::guard);
    }

    private void guard() {
        try {
            for (long left = stall.toNanos(); left > 0; left = last + stall.toNanos() - System.nanoTime()) {
                Thread.sleep(Duration.ofNanos(left));
            }
            stalled = true;
            in.close();
        } catch (InterruptedException | IOException _) {
            // The reply has ended.
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count;
        try {
            count = super.read(into, from, length);
        } catch (IOException failed) {
            if (stalled) {
                return -1;
            }
            throw failed;
        }
        last = System.nanoTime();
        return count;
    }

    /// Tells apart why a stream ended.
    ///
    /// @throws CancellationException if it was cancelled
    void check(Failures failures) {
        if (call.isCancelled()) {
            throw new CancellationException();
        }
        if (stalled) {
            throw failures.silent(stall);
        }
    }

    @Override
    public void close() throws IOException {
        guard.interrupt();
        super.close();
    }
}
