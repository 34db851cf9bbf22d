package dev.thoughtscope.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.session.EventLog;
import dev.thoughtscope.session.RunRequest;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlaybackTest {
    private final EventLog log =
            FakeRunner.log(new RunRequest(FakeRun.CARLA, "step", 40, 4, 4, 400, 1, 7, true, false));
    private final WindowModel model = new WindowModel(_ -> 1);
    private final Playback playback = model.playback();

    PlaybackTest() {
        model.show(log);
        model.pump(Long.MAX_VALUE / 2);
    }

    @Test
    void anyMomentIsTheFoldOfWhatHadHappened() {
        var random = new Random(1);
        for (int i = 0; i < 60; i++) {
            int events = 1 + random.nextInt(log.size() - 1);
            playback.seek(events);
            assertThat(model.tree().tree().sameAs(log.fold(events))).isTrue();
            assertThat(playback.atHead().get()).isFalse();
        }
    }

    @Test
    void shortStepsForwardKeepWhatIsBeingWritten() {
        for (int events = 1; events < 400; events += 7) {
            playback.seek(events);
            var fold = log.fold(events);
            long writing = fold.branches().stream().filter(branch -> branch.end().isEmpty()).count();
            assertThat(model.tree().boxes().ghosts()).hasSize((int) writing);
        }
    }

    @Test
    void theHeadIsTheWholeRunAndTheLiveTree() {
        playback.seek(100);
        playback.toHead();
        assertThat(model.tree().tree().sameAs(log.fold())).isTrue();
        playback.seek(log.size());
        assertThat(playback.atHead().get()).isTrue();
    }

    @Test
    void lookingBackDoesNotHoldUpTheRun() {
        var growing = new EventLog();
        for (int i = 0; i < 300; i++) {
            growing.append(log.get(i));
        }
        model.show(growing);
        model.pump(Long.MAX_VALUE / 2);
        playback.seek(120);
        for (int i = 300; i < 600; i++) {
            growing.append(log.get(i));
        }
        model.pump(Long.MAX_VALUE / 2);
        assertThat(playback.length().get()).isEqualTo(600);
        assertThat(model.tree().tree().sameAs(log.fold(120))).isTrue();
        playback.toHead();
        assertThat(model.tree().tree().sameAs(log.fold(600))).isTrue();
    }

    @Test
    void simulationsAreSteppedThroughBackAndForth() {
        playback.stepSimulation(-1);
        int before = model.tree().tree().simulations();
        playback.stepSimulation(-1);
        playback.stepSimulation(1);
        assertThat(model.tree().tree().simulations()).isEqualTo(before);
        for (int i = 0; i < 200; i++) {
            playback.stepSimulation(-1);
        }
        assertThat(playback.position().get()).isEqualTo(1);
    }

    @Test
    void findingsAreWalkedInOrder() {
        playback.seek(1);
        model.stepFinding(1);
        assertThat(model.tree().answer(model.inspector().selected().get())).isNotEmpty();
    }

    @Test
    void aReplayEndsAtTheHead() {
        playback.playOrPause();
        assertThat(playback.atHead().get()).isFalse();
        model.play(0.0001);
        assertThat(playback.playing().get()).isTrue();
        model.play(1000);
        assertThat(playback.atHead().get()).isTrue();
        assertThat(playback.playing().get()).isFalse();
    }

    @Test
    void theHistoryEndsWhereTheOutcomeStands() {
        var last = playback.history().points().getLast();
        assertThat(last.answer()).isEqualTo(model.outcome().get().best().answer());
        assertThat(last.nodes()).isEqualTo(model.tree().nodes());
    }
}
