package dev.thoughtscope.viewmodel.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.session.EventLog;
import dev.thoughtscope.session.LogFile;
import dev.thoughtscope.session.RunRequest;
import dev.thoughtscope.viewmodel.FakeRun;
import dev.thoughtscope.viewmodel.FakeRunner;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two runs are shown at the same share of their simulations, and what differs is told.
class CompareModelTest {
    private EventLog current = FakeRunner.log(request(6, 7));
    private final CompareModel model =
            new CompareModel(step -> Math.exp(step.logProb()), () -> current, () -> request(4, 3));

    private static RunRequest request(int rollouts, long seed) {
        return new RunRequest(FakeRun.CARLA, "step", rollouts, 4, 4, 400, 1, seed, true, false);
    }

    private void await(BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(5);
            model.pump(5_000_000);
        }
    }

    @Test
    void aRunBesideItselfDiffersInNothing() throws Exception {
        model.takeCurrent(model.first());
        model.takeCurrent(model.second());
        await(() -> model.differences().get() != Differences.NONE);
        var same = model.differences().get();
        assertThat(same.twins()).hasSize(current.fold().size());
        assertThat(same.firstPart()).isEqualTo(-1);
        assertThat(same.settings()).isEmpty();
    }

    @Test
    void bothSidesStandAtTheSameShareOfTheirSimulations(@TempDir Path folder) throws Exception {
        var file = folder.resolve("other.thoughts");
        LogFile.write(FakeRunner.log(request(12, 5)), file);
        model.takeCurrent(model.first());
        model.open(model.second(), file);
        await(() -> model.second().simulations() > 0);
        int one = model.first().simulations();
        int other = model.second().simulations();
        model.share().set(0.5);
        assertThat(model.first().window().playback().position().get())
                .isEqualTo(model.first().window().playback().history().points().get((int) Math.round(one * 0.5) - 1).events());
        assertThat(model.second().window().playback().position().get())
                .isEqualTo(model.second().window().playback().history().points().get((int) Math.round(other * 0.5) - 1).events());
        model.share().set(1);
        assertThat(model.first().window().playback().atHead().get()).isTrue();
        await(() -> model.differences().get().settings().stream().anyMatch(setting -> setting.name().equals("seed")));
    }

    @Test
    void theSameQuestionIsAskedTwiceOneAfterTheOther() throws Exception {
        model.ready(new FakeRunner(0));
        model.prepare();
        assertThat(model.secondAsk().seed().get()).isEqualTo(model.firstAsk().seed().get() + 1);
        model.secondAsk().question().bind(model.firstAsk().question());
        model.askBoth();
        await(() -> !model.isAsking() && model.second().log().hasEnded());
        model.pump(Long.MAX_VALUE / 4);
        assertThat(model.first().window().tree().text(0)).isEqualTo(FakeRun.CARLA);
        assertThat(model.second().window().tree().text(0)).isEqualTo(FakeRun.CARLA);
    }

    @Test
    void whatIsSelectedOnOneSideIsSelectedOnTheOther() throws Exception {
        model.takeCurrent(model.first());
        model.takeCurrent(model.second());
        await(() -> model.differences().get() != Differences.NONE);
        model.first().window().inspector().selected().set(2);
        assertThat(model.second().window().inspector().selected().get()).isEqualTo(2);
    }

    @Test
    void aMissingFileIsToldInASentence(@TempDir Path folder) throws Exception {
        model.open(model.first(), folder.resolve("none.thoughts"));
        await(() -> model.trouble().get().startsWith("There is no file"));
    }
}
