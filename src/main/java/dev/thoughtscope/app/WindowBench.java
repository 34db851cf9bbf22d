package dev.thoughtscope.app;

import dev.thoughtscope.layout.TreeLayout;
import dev.thoughtscope.reasoning.Confidence;
import dev.thoughtscope.session.EventLog;
import dev.thoughtscope.view.shell.ShellView;
import dev.thoughtscope.view.theme.Themes;
import dev.thoughtscope.viewmodel.WindowModel;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.DoubleConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// How fast the window draws: frames a second while one pans over a finished tree, and while a search runs.
///
/// Starts the toolkit at full speed, so it must be the first to use it.
public final class WindowBench {
    private static final double SECONDS = 4;
    private static final int EVENTS_PER_SECOND = 2000;
    private static final int SEEK_EVENTS = 300_000;
    private static final int WARM_UPS = 20;
    private static final int SEEKS = 60;

    private final PrintStream out;
    private final WindowModel model = new WindowModel(Confidence.TOP5::of);
    private ShellView shell;
    private Stage stage;

    private WindowBench(PrintStream out) {
        this.out = out;
    }

    public static void run(PrintStream out) throws InterruptedException, ExecutionException {
        System.setProperty("javafx.animation.fullspeed", "true");
        var bench = new WindowBench(out);
        var started = new CountDownLatch(1);
        Platform.setImplicitExit(false);
        Platform.startup(started::countDown);
        started.await();
        try {
            bench.measure();
        } finally {
            onFx(() -> {
                bench.stage.close();
                bench.shell.tree().close();
                return null;
            });
            Platform.exit();
        }
    }

    private void measure() throws InterruptedException, ExecutionException {
        onFx(this::open);
        var large = log(50_000);
        layout(large);
        onFx(() -> show(large));
        tell("50,000 nodes, all in sight", pan());
        for (double scale : new double[] {0.05, 0.14, 0.6}) {
            onFx(() -> zoomTo(scale));
            tell("50,000 nodes at scale " + scale, pan());
        }
        onFx(() -> show(log(2_000)));
        tell("2,000 nodes, all in sight", pan());
        onFx(() -> zoomTo(0.2));
        tell("2,000 nodes at scale 0.2", pan());
        seeks();
        double[] live = live();
        tell("a search that adds " + EVENTS_PER_SECOND + " events/s", live[0]);
        out.printf(Locale.ROOT, "its longest frame: %.0f ms%n", live[1]);
    }

    private void tell(String what, double framesPerSecond) {
        out.printf(Locale.ROOT, "%-40s %5d boxes in sight %5.0f frames/s%n", what, shell.tree().boxesInSight(), framesPerSecond);
    }

    private Void open() {
        shell = new ShellView(model, new Themes());
        stage = new Stage();
        stage.setScene(new Scene(shell.root(), 1280, 800));
        stage.show();
        return null;
    }

    private Void show(EventLog log) {
        model.show(log);
        model.pump(Long.MAX_VALUE / 2);
        shell.settle();
        return null;
    }

    private Void zoomTo(double scale) {
        shell.tree().steering().lookAt(scale);
        return null;
    }

    private void layout(EventLog log) {
        var tree = log.fold();
        var parent = new int[tree.size()];
        var height = new double[tree.size()];
        for (int node = 0; node < parent.length; node++) {
            parent[node] = tree.parent(node);
            height[node] = 70;
        }
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            long start = System.nanoTime();
            TreeLayout.of(parent, height, 14);
            best = Math.min(best, (System.nanoTime() - start) / 1e6);
        }
        out.printf(Locale.ROOT, "layout of %,d nodes: %.1f ms%n", parent.length, best);
    }

    /// Goes to moments all over a long run; what the whole window needs until it shows each.
    private void seeks() throws InterruptedException, ExecutionException {
        var log = new EventLog();
        var tree = new WindowBenchTree(2, log::append);
        while (log.size() < SEEK_EVENTS) {
            tree.grow();
        }
        onFx(() -> show(log));
        var random = new Random(1);
        var times = new double[SEEKS];
        for (int i = 0; i < WARM_UPS + SEEKS; i++) {
            int target = 1 + random.nextInt(log.size() - 1);
            double seconds = i;
            long start = System.nanoTime();
            onFx(() -> {
                model.playback().seek(target);
                model.pump(0);
                shell.frame(seconds);
                return null;
            });
            times[Math.max(0, i - WARM_UPS)] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        out.printf(Locale.ROOT, "seeking in a run of %,d events, %,d nodes: median %.0f ms, 95 of 100 within %.0f ms, longest %.0f ms%n",
                log.size(), tree.size(), times[SEEKS / 2], times[SEEKS * 95 / 100], times[SEEKS - 1]);
    }

    private double pan() throws InterruptedException, ExecutionException {
        double[] last = {0, 0};
        return frames(time -> {
            double x = 150 * Math.sin(time * 3);
            double y = 150 * Math.sin(time * 2);
            shell.tree().steering().pan(x - last[0], y - last[1]);
            last[0] = x;
            last[1] = y;
        })[0];
    }

    private double[] live() throws InterruptedException, ExecutionException {
        var log = new EventLog();
        var tree = new WindowBenchTree(3, log::append);
        onFx(() -> {
            model.show(log);
            return null;
        });
        int[] due = {0};
        return frames(time -> {
            due[0] = (int) (time * EVENTS_PER_SECOND);
            while (log.size() < due[0]) {
                tree.grow();
            }
            if (model.pump(6_000_000)) {
                shell.tree().changed();
            }
        });
    }

    /// @return frames a second, longest frame in milliseconds
    private double[] frames(DoubleConsumer step) throws InterruptedException, ExecutionException {
        var done = new CountDownLatch(1);
        double[] result = new double[2];
        var timer = new AnimationTimer() {
            private long start;
            private long last;
            private int count;

            @Override
            public void handle(long now) {
                long time = System.nanoTime();
                if (start == 0) {
                    start = time;
                } else {
                    count++;
                    result[1] = Math.max(result[1], count < 20 ? 0 : (time - last) / 1e6);
                }
                last = time;
                double seconds = (time - start) / 1e9;
                step.accept(seconds);
                shell.frame(seconds + 1);
                if (seconds >= SECONDS) {
                    result[0] = count / seconds;
                    stop();
                    done.countDown();
                }
            }
        };
        onFx(() -> {
            timer.start();
            return null;
        });
        done.await();
        return result;
    }

    private static EventLog log(int nodes) {
        var log = new EventLog();
        var tree = new WindowBenchTree(1, log::append);
        while (tree.size() < nodes) {
            tree.grow();
        }
        tree.finish();
        return log;
    }

    private static <T> T onFx(Callable<T> action) throws InterruptedException, ExecutionException {
        var task = new FutureTask<>(action);
        Platform.runLater(task);
        return task.get();
    }
}
