package dev.thoughtscope.probe;

/// Time spent at work, pauses left out.
final class Stopwatch {
    private long worked;
    private long since = System.nanoTime();
    private boolean stopped;

    void stop() {
        if (!stopped) {
            worked = nanos();
            stopped = true;
        }
    }

    void start() {
        if (stopped) {
            since = System.nanoTime();
            stopped = false;
        }
    }

    long nanos() {
        return stopped ? worked : worked + System.nanoTime() - since;
    }
}
