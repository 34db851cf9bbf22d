package dev.thoughtscope.app;

import dev.thoughtscope.viewmodel.RunState;
import dev.thoughtscope.viewmodel.WindowModel;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// How long a person waits: from the command to the first window, to the first node, to the answer.
///
/// Opens the real window, without a display into memory, asks the sample question and closes it at the answer.
final class StartBench extends AnimationTimer {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final WindowModel model;
    private Optional<Instant> window = Optional.empty();
    private int pulses;
    private Optional<Duration> processorTime = Optional.empty();
    private Optional<Instant> node = Optional.empty();

    private StartBench(WindowModel model) {
        this.model = model;
    }

    /// Prints the figures.
    ///
    /// @return the exit code
    static int run() {
        if (!Display.isThere()) {
            Display.useNone();
        }
        Window.open(() -> Wiring.plainStart(model -> new StartBench(model).start()));
        return 0;
    }

    @Override
    public void handle(long now) {
        // The second pulse comes after the first frame.
        if (++pulses == 2) {
            window = Optional.of(Instant.now());
            processorTime = ProcessHandle.current().info().totalCpuDuration();
        }
        if (node.isEmpty() && model.tree().nodes() > 1) {
            node = Optional.of(Instant.now());
        }
        boolean answered = node.isPresent() && model.state().get() == RunState.FINISHED;
        boolean hopeless = model.state().get() == RunState.NO_MODEL || model.state().get() == RunState.FAILED;
        if (answered || hopeless || sinceStart(Instant.now()) > LONGEST.toMillis()) {
            stop();
            tell();
            Platform.exit();
        }
    }

    private void tell() {
        var progress = model.progress().get();
        System.out.printf(
                Locale.ROOT,
                "command to first window    %5d ms (%d ms of processor time)%nwindow to first node       %5d ms%nwindow to answer           %5d ms%n"
                        + "%d rollouts, %d nodes, %d tokens, %.0f tokens/s%n",
                sinceStart(window.orElseThrow()),
                processorTime.map(Duration::toMillis).orElse(-1L),
                node.map(at -> Duration.between(window.orElseThrow(), at).toMillis()).orElse(-1L),
                Duration.between(window.orElseThrow(), Instant.now()).toMillis(),
                progress.rollouts(),
                progress.nodes(),
                progress.tokens(),
                progress.tokensPerSecond());
    }

    private static long sinceStart(Instant instant) {
        var start = ProcessHandle.current().info().startInstant().orElse(instant);
        return Duration.between(start, instant).toMillis();
    }
}
