package dev.thoughtscope.viewmodel.strip;

import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.probe.GainCurve;
import dev.thoughtscope.probe.ProbeControl;
import dev.thoughtscope.probe.ProbeSettings;
import dev.thoughtscope.probe.ProbeText;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Total gain of the text against the length of the thoughts, measured on a thread of its own.
public final class StripCurve {
    private final ObservableList<Point> points = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ConcurrentLinkedQueue<Runnable> news = new ConcurrentLinkedQueue<>();
    private ProbeControl control = new ProbeControl();

    /// @param length tokens of a thought at most
    /// @param sum of the gains in nats
    public record Point(int length, double sum) {}

    void measure(StripSource source, Supplier<ProbeText> text, ProbeSettings settings, Consumer<String> trouble) {
        stop();
        points.clear();
        running.set(true);
        control = new ProbeControl();
        var mine = control;
        Thread.ofPlatform().daemon().name("strip curve").start(() -> {
            try {
                GainCurve.measure(source::run, text.get(), settings, GainCurve.LENGTHS, mine, point -> tell(
                        mine, () -> points.add(new Point(point.length(), point.summary().sum()))));
            } catch (IllegalArgumentException | EngineException known) {
                tell(mine, () -> trouble.accept(known.getMessage()));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } finally {
                tell(mine, () -> running.set(false));
            }
        });
    }

    private void tell(ProbeControl teller, Runnable what) {
        news.add(() -> {
            if (teller == control) {
                what.run();
            }
        });
    }

    void stop() {
        control.cancel();
    }

    boolean pump() {
        boolean any = false;
        for (var next = news.poll(); next != null; next = news.poll()) {
            next.run();
            any = true;
        }
        return any;
    }

    /// By length, shortest first.
    public ObservableList<Point> points() {
        return points;
    }

    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }
}
