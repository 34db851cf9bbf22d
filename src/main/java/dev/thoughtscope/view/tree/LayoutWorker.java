package dev.thoughtscope.view.tree;

import dev.thoughtscope.layout.TreeLayout;
import dev.thoughtscope.viewmodel.Boxes;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/// Lays trees out on a thread of its own, one at a time. The asking thread looks in for the result.
final class LayoutWorker implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("tree layout").factory());
    private final AtomicReference<Result> done = new AtomicReference<>();
    private boolean busy;

    record Result(Boxes boxes, TreeLayout layout) {}

    boolean isBusy() {
        return busy;
    }

    void start(Boxes boxes) {
        busy = true;
        thread.execute(() -> done.set(new Result(boxes, boxes.layout())));
    }

    /// The layout asked for, or null while it is not ready.
    Result poll() {
        var result = done.getAndSet(null);
        if (result != null) {
            busy = false;
        }
        return result;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
