package dev.thoughtscope.viewmodel.study;

import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/// Work that takes longer than a frame, and what is to be done with its outcome, which waits here to be taken.
final class Background {
    private final ConcurrentLinkedQueue<Runnable> done = new ConcurrentLinkedQueue<>();
    private final Consumer<String> onTrouble;

    /// @param onTrouble hears a sentence, on the thread that takes outcomes, when work failed
    Background(Consumer<String> onTrouble) {
        this.onTrouble = onTrouble;
    }

    <T> void run(Callable<T> work, Consumer<T> then) {
        Thread.ofVirtual().start(() -> {
            try {
                T found = work.call();
                done.add(() -> then.accept(found));
            } catch (Exception failed) {
                done.add(() -> onTrouble.accept(String.valueOf(failed.getMessage())));
            }
        });
    }

    /// Takes what is done, on the calling thread.
    void take() {
        for (var next = done.poll(); next != null; next = done.poll()) {
            next.run();
        }
    }
}
