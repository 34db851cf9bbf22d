package dev.thoughtscope.probe;

import static dev.thoughtscope.engine.ScriptedEngine.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.Sampling;
import dev.thoughtscope.engine.ScriptedEngine;
import dev.thoughtscope.engine.ScriptedEngine.ScriptedToken;
import dev.thoughtscope.engine.TokenStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ProbeTest {
    private static final String TEXT = "two and two makes four today";
    private static final String START = Markers.QUIET_STAR.start();
    private static final String END = Markers.QUIET_STAR.end();
    private static final ProbeSettings SETTINGS = ProbeSettings.STANDARD.withAhead(1).withThoughtTokens(3);

    /// Every word of the text has probability 0.5 where it stands, and " four" 0.9 after a thought of a sum.
    private static List<ScriptedToken> script(String prefix, Sampling sampling) {
        if (prefix.endsWith(START)) {
            return prefix.startsWith("two and two makes" + START)
                    ? List.of(ScriptedToken.of(" 2+2=4", 0.8), ScriptedToken.of(END, 0.8))
                    : say(" hm" + sampling.seed() % 7, 0.8);
        }
        boolean thought = prefix.contains("=4" + END);
        String plain = prefix.replaceAll("\\Q" + START + "\\E.*?\\Q" + END + "\\E", "");
        if (!TEXT.startsWith(plain) || plain.length() == TEXT.length()) {
            return List.of();
        }
        String rest = TEXT.substring(plain.length());
        String word = say(rest, 1).getFirst().text();
        return List.of(new ScriptedToken(word, thought ? 0.9 : 0.5, Map.of(" five", thought ? 0.1 : 0.5)));
    }

    private final ScriptedEngine engine = ScriptedEngine.of(ProbeTest::script);

    private static double confidence(List<TokenStep> tokens) {
        return tokens.stream().mapToDouble(step -> Math.exp(step.logProb())).average().orElse(0);
    }

    private StripResult strip(ProbeSettings settings) throws InterruptedException {
        return strip(settings, new ProbeControl(), StripListener.NONE);
    }

    private StripResult strip(ProbeSettings settings, ProbeControl control, StripListener listener)
            throws InterruptedException {
        return new Probe(engine, ProbeTest::confidence).run(ProbeText.of(engine, TEXT), settings, control, listener);
    }

    @Test
    void aThoughtHelpsWhereItComputesWhatFollows() throws InterruptedException {
        var result = strip(SETTINGS);
        var four = result.positions().get(4);
        assertThat(four.text()).isEqualTo(" four");
        assertThat(four.gain()).isCloseTo(Math.log(0.9 / 0.5), within(1e-12));
        assertThat(four.entropy()).isCloseTo(Math.log(2), within(1e-12));
        var thought = four.thoughts().getFirst();
        assertThat(thought.text()).isEqualTo(" 2+2=4");
        assertThat(thought.confidence()).isCloseTo(0.8, within(1e-12));
        assertThat(thought.timesMoreLikely()).isCloseTo(1.8, within(1e-12));
        assertThat(thought.divergence())
                .isCloseTo(0.9 * Math.log(1.8) + 0.1 * Math.log(0.2), within(1e-9));
        assertThat(thought.after().getFirst().logProb()).isCloseTo(Math.log(0.9), within(1e-12));
        assertThat(result.positions().get(2).gain()).isZero();
        var summary = result.summary();
        assertThat(summary.sum()).isCloseTo(Math.log(1.8), within(1e-12));
        assertThat(summary.topTenthShare()).isEqualTo(1);
        assertThat(summary.mixWeight()).isEqualTo(1);
        assertThat(summary.basePerplexity()).isCloseTo(2, within(1e-9));
        assertThat(summary.mixedNll()).isLessThan(summary.baseNll());
    }

    @Test
    void nothingComesBeforeTheFirstTokenOfAModelWithoutAStart() throws InterruptedException {
        var first = strip(SETTINGS).positions().getFirst();
        assertThat(first.isMeasured()).isFalse();
        assertThat(first.logProb()).isNaN();
    }

    @Test
    void thoughtsOfNoLengthGainExactlyNothing() throws InterruptedException {
        var result = strip(SETTINGS.withThoughtTokens(0).withThoughts(3, 1).withAhead(4));
        assertThat(result.measured()).hasSize(5).allSatisfy(position -> {
            assertThat(position.gain()).isZero();
            assertThat(position.best()).isZero();
            assertThat(position.thoughts().getFirst().divergence()).isZero();
        });
        var summary = result.summary();
        assertThat(summary.sum()).isZero();
        assertThat(summary.mixWeight()).isZero();
        assertThat(summary.thoughtNll()).isEqualTo(summary.baseNll());
    }

    @Test
    void theSameSeedThinksTheSameInWavesOfAnySize() throws InterruptedException {
        var several = SETTINGS.withThoughts(4, 1).withSeed(7);
        var whole = strip(several);
        assertThat(strip(several.withWave(1)).positions()).isEqualTo(whole.positions());
        assertThat(strip(several.withWave(9)).positions()).isEqualTo(whole.positions());
        assertThat(strip(several.withSeed(8)).positions()).isNotEqualTo(whole.positions());
        assertThat(whole.positions().get(2).thoughts().stream().map(Thought::text).distinct())
                .hasSizeGreaterThan(1);
    }

    @Test
    void onlyTheChosenPositionsAreMeasured() throws InterruptedException {
        var some = strip(SETTINGS.withPositions(new Positions.Range(3, 5)));
        assertThat(some.measured().stream().map(Position::index)).containsExactly(3, 4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> strip(SETTINGS.withPositions(new Positions.EntropyAbove(2))))
                .withMessageContaining("lower the entropy");
    }

    @Test
    void theStripFillsAsItIsMeasuredAndTellsHowFarItIs() throws InterruptedException {
        var heard = new ArrayList<String>();
        strip(SETTINGS.withWave(2), new ProbeControl(), new StripListener() {
            @Override
            public void started(List<Position> positions, int windows) {
                heard.add("started " + positions.size() + " in " + windows);
            }

            @Override
            public void measured(Position position) {
                heard.add("measured " + position.index());
            }

            @Override
            public void progress(Progress progress) {
                heard.add(progress.done() + "/" + progress.total());
            }
        });
        assertThat(heard)
                .containsExactly(
                        "started 6 in 1", "measured 1", "1/5", "measured 2", "2/5", "measured 3", "3/5", "measured 4",
                        "4/5", "measured 5", "5/5");
    }

    @Test
    void cancellingKeepsWhatIsMeasured() throws InterruptedException {
        var control = new ProbeControl();
        var result = strip(SETTINGS.withWave(2), control, whenMeasured(2, _ -> control.cancel()));
        assertThat(result.ending()).isEqualTo(StripResult.Ending.CANCELLED);
        assertThat(result.measured().stream().map(Position::index)).containsExactly(1, 2);
        assertThat(StripJson.of(result)).contains("\"gain\" : null");
    }

    @Test
    void aPauseChangesNothing() throws InterruptedException {
        var control = new ProbeControl();
        var paused = strip(SETTINGS.withWave(3), control, whenMeasured(1, _ -> {
            control.pause();
            Thread.ofVirtual().start(() -> {
                sleep();
                control.resume();
            });
        }));
        assertThat(paused.positions()).isEqualTo(strip(SETTINGS).positions());
        assertThat(paused.ending()).isEqualTo(StripResult.Ending.COMPLETE);
    }

    @Test
    void anEngineThatStartsAgainLosesNothing() throws InterruptedException {
        assertThat(StripCsv.of(failing(1))).isEqualTo(StripCsv.of(strip(SETTINGS)));
    }

    @Test
    void anEngineThatKeepsFailingLeavesWhatWasMeasured() throws InterruptedException {
        var result = failing(1000);
        assertThat(result.ending()).isEqualTo(StripResult.Ending.FAILED);
        assertThat(result.trouble()).isEqualTo("The engine stopped.");
        assertThat(result.measured()).hasSize(2);
    }

    /// Fails so many times from the third thought on.
    private StripResult failing(int times) throws InterruptedException {
        var thoughts = new AtomicInteger();
        var broken = ScriptedEngine.of((prefix, sampling) -> {
            if (prefix.endsWith(START) && thoughts.incrementAndGet() > 2 && thoughts.get() <= 2 + times) {
                throw new EngineException("The engine stopped.");
            }
            return script(prefix, sampling);
        });
        return new Probe(broken, ProbeTest::confidence)
                .run(ProbeText.of(broken, TEXT), SETTINGS.withWave(2), new ProbeControl(), StripListener.NONE);
    }

    @Test
    void theCurveStartsAtNothingAndCanBeCancelled() throws InterruptedException {
        var probe = new Probe(engine, ProbeTest::confidence);
        var text = ProbeText.of(engine, TEXT);
        var control = new ProbeControl();
        var points = GainCurve.measure(probe, text, SETTINGS, List.of(3, 0, 1, 3), control, point -> {
            if (point.length() == 1) {
                control.cancel();
            }
        });
        assertThat(points).extracting(GainCurve.Point::length).containsExactly(0, 1);
        assertThat(points.getFirst().summary().sum()).isZero();
        assertThat(points.getLast().summary().sum()).isPositive();
    }

    @Test
    void badInputIsToldInOneSentence() {
        refused("The text is empty", () -> ProbeText.of(engine, " \n"));
        refused("single token", () -> ProbeText.of(engine, "alone"));
        refused("no thought markers", () -> strip(SETTINGS.withMarkers(Markers.tokens("< a >", "</a>"))));
        refused("At temperature 0", () -> SETTINGS.withThoughts(2, 0));
        refused("from 1 to 64", () -> SETTINGS.withAhead(0));
    }

    @Test
    void aModelWithoutMarkersThinksInFreeText() throws InterruptedException {
        var free = strip(SETTINGS.withMarkers(Markers.freeText(" ( let me think :", " )")));
        assertThat(free.measured()).hasSize(5);
    }

    @Test
    void anEndInsideALongerTokenStaysAsTheModelWroteIt() throws InterruptedException {
        var model = ScriptedEngine.of((prefix, _) -> prefix.endsWith(" (") ? say(" so 4). Then", 0.5) : say(" c", 0.5));
        var settings = SETTINGS.withThoughtTokens(9).withMarkers(Markers.freeText(" (", ")"));
        var result = new Probe(model, ProbeTest::confidence)
                .run(ProbeText.of(model, "a b c"), settings, new ProbeControl(), StripListener.NONE);
        var thought = result.positions().get(2).thoughts().getFirst();
        assertThat(thought.text()).isEqualTo(" so 4");
        assertThat(TokenStep.text(thought.tokens())).isEqualTo(" so 4).");
    }

    private static StripListener whenMeasured(int index, Consumer<Position> then) {
        return new StripListener() {
            @Override
            public void measured(Position position) {
                if (position.index() == index) {
                    then.accept(position);
                }
            }
        };
    }

    private interface Attempt {
        Object run() throws Exception;
    }

    private static void refused(String words, Attempt attempt) {
        assertThatIllegalArgumentException().isThrownBy(attempt::run).withMessageContaining(words);
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
