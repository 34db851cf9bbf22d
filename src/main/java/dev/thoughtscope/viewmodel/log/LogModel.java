package dev.thoughtscope.viewmodel.log;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The latest of what happened: the engine's own lines, the app's, and the sentences that were shown.
public final class LogModel {
    static final int KEPT = 2_000;

    private final Queue<LogLine> news = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final ObservableList<LogLine> lines = FXCollections.observableArrayList();

    /// Notes a line. Any thread; more than the latest few thousand are not kept.
    public void add(LogLine line) {
        news.add(line);
        if (waiting.incrementAndGet() > KEPT && news.poll() != null) {
            waiting.decrementAndGet();
        }
    }

    /// Takes in what other threads have noted.
    public void pump() {
        for (var line = news.poll(); line != null; line = news.poll()) {
            waiting.decrementAndGet();
            lines.add(line);
        }
        if (lines.size() > KEPT) {
            lines.remove(0, lines.size() - KEPT);
        }
    }

    /// In the order of time.
    public ObservableList<LogLine> lines() {
        return lines;
    }
}
