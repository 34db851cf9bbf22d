package dev.thoughtscope.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.host.HostedEngine;
import dev.thoughtscope.engine.llama.LlamaEngine;
import dev.thoughtscope.engine.llama.LlamaOptions;
import dev.thoughtscope.reasoning.Confidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The shipped model, side by side and one by one.
@Timeout(400)
class ProbeModelTest {
    private static final String TEXT =
            "In 3 boxes with 14 apples each there are 42 apples. The dog is running in the park.";
    private static final ProbeSettings SETTINGS = ProbeSettings.STANDARD.withThoughtTokens(16);

    private static Engine fresh() {
        var model = Path.of("models", "thoughtscope-small.gguf");
        return LlamaEngine.open(LlamaOptions.of(model).withCells(2048).withThreads(2));
    }

    /// With room for a whole wave: where cells are given up and filled again, attention sums in another order.
    private static Engine roomy() {
        return LlamaEngine.open(LlamaOptions.of(Path.of("models", "thoughtscope-small.gguf")).withThreads(2));
    }

    @Test
    void allAtOnceEqualsEachByItself() throws InterruptedException {
        var naive = new NaiveProbe(ProbeModelTest::fresh, Confidence.TOP5::mean).run(TEXT, SETTINGS, 1);
        try (var engine = fresh()) {
            var strip = new Probe(engine, Confidence.TOP5::mean)
                    .run(ProbeText.of(engine, TEXT), SETTINGS, new ProbeControl(), StripListener.NONE);
            assertThat(strip.measured()).hasSameSizeAs(naive.thoughts().keySet()).hasSizeGreaterThan(15);
            for (var position : strip.measured()) {
                var alone = naive.thoughts().get(position.index()).getFirst();
                assertThat(position.thoughts().getFirst().text()).isEqualTo(alone.text());
                assertThat(position.gain()).isCloseTo(alone.gain(), within(1e-4));
            }
            assertThat(strip.decodeCalls()).isLessThan(naive.decodeCalls() / 4);
        }
    }

    @Test
    void allAtOnceEqualsEachByItselfInALongText() throws Exception {
        var bench = StripBench.measure(
                ProbeModelTest::roomy, Confidence.TOP5::mean, heldOut(12), 256, SETTINGS, 32);
        assertThat(bench.positions()).isEqualTo(256);
        assertThat(bench.sameThoughts()).isEqualTo(bench.naivePositions()).isEqualTo(8);
        assertThat(bench.largestDifference()).isLessThan(1e-4);
        assertThat(bench.calls()).isLessThan(bench.naiveCalls() / 10);
    }

    @Test
    void allAtOnceEqualsEachByItselfOverManyWaves() throws Exception {
        var bench = StripBench.measure(
                ProbeModelTest::roomy, Confidence.TOP5::mean, heldOut(60), 992, SETTINGS, 96);
        assertThat(bench.positions()).isGreaterThan(990);
        assertThat(bench.sameThoughts()).isEqualTo(bench.naivePositions()).isGreaterThan(10);
        assertThat(bench.largestDifference()).isLessThan(1e-4);
    }

    private static String heldOut(int lines) throws IOException {
        var text = new StringBuilder();
        for (String line : Files.readAllLines(Path.of("models", "heldout", "strip.jsonl")).stream().limit(lines).toList()) {
            text.append(new ObjectMapper().readTree(line).path("text").asText()).append(' ');
        }
        return text.toString();
    }

    @Test
    void anEngineThatDiesInMidWaveLosesNothing() throws Exception {
        var notices = new CopyOnWriteArrayList<String>();
        var options = LlamaOptions.of(Path.of("models", "thoughtscope-small.gguf")).withCells(2048).withThreads(2);
        try (var engine = HostedEngine.open(options, notices::add)) {
            var probe = new Probe(engine, Confidence.TOP5::mean);
            var text = ProbeText.of(engine, TEXT);
            var settings = SETTINGS.withWave(8);
            var whole = probe.run(text, settings, new ProbeControl(), StripListener.NONE);
            var killed = new AtomicBoolean();
            var again = probe.run(text, settings, new ProbeControl(), new StripListener() {
                @Override
                public void measured(Position position) {
                    if (position.index() == 9 && killed.compareAndSet(false, true)) {
                        ProcessHandle.of(engine.pid()).orElseThrow().destroyForcibly();
                    }
                }
            });
            assertThat(killed).isTrue();
            assertThat(notices).isNotEmpty();
            assertThat(again.ending()).isEqualTo(StripResult.Ending.COMPLETE);
            assertThat(again.measured()).hasSameSizeAs(whole.measured());
        }
    }

    @Test
    void aWaveTakesNoMoreForwardPassesThanOneThoughtAndItsTokens() throws InterruptedException {
        try (var engine = fresh()) {
            var probe = new Probe(engine, Confidence.TOP5::mean);
            var text = ProbeText.of(engine, TEXT);
            probe.run(text, SETTINGS, new ProbeControl(), StripListener.NONE);
            var strip = probe.run(text, SETTINGS, new ProbeControl(), StripListener.NONE);
            int once = 1;
            assertThat(strip.decodeCalls())
                    .isLessThanOrEqualTo(once + SETTINGS.thoughtTokens() + SETTINGS.ahead() + 1);
        }
    }

    @Test
    void thinkingHelpsWhereSomethingHasToBeComputed() throws Exception {
        var file = Path.of("models", "heldout", "strip.jsonl");
        assumeTrue(Files.exists(file), "no held-out texts beside this model");
        try (var engine = fresh()) {
            var gains = HeldOutGains.measure(engine, Confidence.TOP5::mean, file, ProbeSettings.STANDARD, 6);
            var result = gains.get(HeldOutGains.Kind.RESULT);
            var other = gains.get(HeldOutGains.Kind.OTHER);
            assertThat(result.mean()).isGreaterThan(other.mean() + 2 * result.standardError());
            assertThat(gains.get(HeldOutGains.Kind.TRIVIAL).mean()).isBetween(-0.3, 0.3);
        }
    }

    @Test
    void aTextLongerThanTheContextIsMeasuredInWindows() throws InterruptedException {
        try (var engine = fresh()) {
            String text = (TEXT + " ").repeat(45);
            var settings = SETTINGS.withPositions(new Positions.Range(1000, 1024)).withThoughtTokens(4);
            var strip = new Probe(engine, Confidence.TOP5::mean)
                    .run(ProbeText.of(engine, text), settings, new ProbeControl(), StripListener.NONE);
            assertThat(strip.positions().size()).isGreaterThan(engine.model().contextLength());
            assertThat(strip.windows()).isGreaterThan(1);
            assertThat(strip.ending()).isEqualTo(StripResult.Ending.COMPLETE);
        }
    }
}
