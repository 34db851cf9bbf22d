package dev.thoughtscope.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.thoughtscope.engine.Alternative;
import dev.thoughtscope.engine.Piece;
import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.search.Event;
import dev.thoughtscope.session.RunRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowModelTest {
    private static final RunRequest REQUEST =
            new RunRequest(FakeRun.CARLA, "step", 12, 4, 4, 400, 1, 7, true, false);

    private static WindowModel model() {
        return new WindowModel(step -> Math.exp(step.logProb()));
    }

    private static WindowModel finished() {
        var model = model();
        model.show(FakeRunner.log(REQUEST));
        model.pump(Long.MAX_VALUE / 2);
        return model;
    }

    @Test
    void aLogIsShownAsItsFold() {
        var log = FakeRunner.log(REQUEST);
        var model = model();
        model.show(log);
        model.pump(Long.MAX_VALUE / 2);
        assertThat(model.tree().tree().sameAs(log.fold())).isTrue();
        assertThat(model.state().get()).isEqualTo(RunState.FINISHED);
        assertThat(model.progress().get().nodes()).isEqualTo(log.fold().size());
        assertThat(model.progress().get().rollouts()).isEqualTo(12);
    }

    @Test
    void aPumpWithoutTimeTakesOneBatchAndTheNextOnesTheRest() {
        var log = FakeRunner.log(REQUEST);
        var model = model();
        model.show(log);
        int pumps = 0;
        while (model.pump(0)) {
            pumps++;
        }
        assertThat(pumps).isGreaterThan(3);
        assertThat(model.state().get()).isEqualTo(RunState.FINISHED);
    }

    @Test
    void theAnswerIsTheOneWithTheMostConfidenceBehindIt() {
        var outcome = finished().outcome().get();
        assertThat(outcome.best().answer()).isEqualTo("160");
        assertThat(outcome.best().mark()).isEqualTo(Mark.RIGHT);
        assertThat(outcome.answers()).extracting(AnswerRow::answer).contains("120");
        assertThat(outcome.answers().stream().mapToDouble(AnswerRow::share).sum()).isCloseTo(1, within(1e-9));
    }

    @Test
    void everyBoxHasItsParentBeforeIt() {
        var boxes = finished().tree().boxes();
        for (int box = 1; box < boxes.parent().length; box++) {
            assertThat(boxes.parent()[box]).isBetween(0, box - 1);
        }
    }

    @Test
    void theDetailOfANodeTellsItsTokensAndWhatLiesBelow() {
        var model = finished();
        model.inspector().selected().set(1);
        var detail = model.inspector().detail().get();
        assertThat(detail.path()).containsExactly(0, 1);
        assertThat(detail.tokens()).isNotEmpty().allMatch(token -> token.choices().size() == 5);
        assertThat(detail.below()).isNotEmpty();
        model.inspector().selected().set(2);
        model.inspector().travel(-1);
        assertThat(model.inspector().selected().get()).isEqualTo(1);
    }

    @Test
    void aQuestionThatCannotBeAskedIsASentenceAndNothingIsLost() {
        var model = finished();
        model.ready(new FakeRunner(0));
        int nodes = model.tree().nodes();
        model.question().question().set("  ");
        model.ask(false);
        assertThat(model.trouble().get()).isEqualTo("Please type a question first.");
        assertThat(model.tree().nodes()).isEqualTo(nodes);
    }

    @Test
    void aModelThatCannotBeLoadedIsASentence() {
        var model = model();
        model.noModel("There is no file x.gguf.");
        assertThat(model.state().get()).isEqualTo(RunState.NO_MODEL);
        assertThat(model.trouble().get()).isEqualTo("There is no file x.gguf.");
    }

    @Test
    void steppingBeginsARunAndHoldsIt() throws InterruptedException {
        var model = model();
        model.ready(new FakeRunner(0));
        assertThat(model.question().question().get()).isEqualTo(FakeRun.CARLA);
        model.step();
        for (int i = 0; i < 200 && model.progress().get().simulations() == 0; i++) {
            Thread.sleep(10);
            model.pump(1_000_000);
        }
        assertThat(model.progress().get().simulations()).isEqualTo(1);
        assertThat(model.state().get()).isEqualTo(RunState.PAUSED);
        model.stop();
    }

    @Test
    void theScaleOnlyGrowsAndNeverBelowWhereConfidenceStarts() {
        var scale = HeatScale.NARROW.spanning(new double[] {0.97, 0.93, 0.99});
        assertThat(scale).isEqualTo(HeatScale.NARROW);
        var wider = scale.spanning(new double[] {0.71, 0.72, 0.9});
        assertThat(wider.low()).isEqualTo(0.7);
        assertThat(wider.spanning(new double[] {0.99})).isEqualTo(wider);
        assertThat(wider.spanning(new double[] {0.01}).low()).isEqualTo(0.2);
        assertThat(wider.place(0.85)).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void aCharacterSplitAcrossTokensShowsAtTheTokenThatCompletesIt() {
        byte[] umlaut = "ü".getBytes(StandardCharsets.UTF_8);
        var steps = List.of(token(Arrays.copyOf(umlaut, 1)), token(Arrays.copyOfRange(umlaut, 1, 2)), token("b".getBytes(StandardCharsets.UTF_8)));
        var views = new TokenViews(_ -> 1).of(steps);
        assertThat(views).extracting(TokenView::text).containsExactly("", "ü", "b");
    }

    @Test
    void aTokenOutsideTheFiveIsListedAfterThem() {
        var top = List.of(new Alternative(1, Piece.of("a"), Math.log(0.9)));
        var view = new TokenViews(_ -> 0.01)
                .of(List.of(new TokenStep(7, Piece.of("z"), Math.log(0.01), top, 0, true)))
                .getFirst();
        assertThat(view.choices()).extracting(TokenView.Choice::text).containsExactly("a", "z");
        assertThat(view.choices().getLast().taken()).isTrue();
    }

    @Test
    void whatIsBeingWrittenIsAGhost() {
        var log = new dev.thoughtscope.session.EventLog();
        var full = FakeRunner.log(REQUEST);
        int started = 0;
        for (int i = 0; started < 4; i++) {
            log.append(full.get(i));
            started += full.get(i).event() instanceof Event.BranchStarted ? 1 : 0;
        }
        var model = model();
        model.show(log);
        model.pump(Long.MAX_VALUE / 2);
        assertThat(model.tree().boxes().ghosts()).hasSize(4);
        assertThat(model.tree().boxes().nodes()).isEqualTo(1);
    }

    private static TokenStep token(byte[] bytes) {
        return new TokenStep(1, Piece.of(bytes), 0, List.of(), 0, true);
    }
}
