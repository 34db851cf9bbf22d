package dev.thoughtscope.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.thoughtscope.engine.llama.LlamaEngine;
import dev.thoughtscope.engine.llama.LlamaOptions;
import dev.thoughtscope.engine.llama.SelectionCost;
import dev.thoughtscope.gguf.GgufFile;
import dev.thoughtscope.gguf.TensorType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class BenchmarkTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(names = {"F32", "F16", "Q8_0"})
    void aRandomModelPassesTheCheckAndHasItsShape(TensorType type) throws Exception {
        var shape = new ModelShape(2, 64, 4, 2, 96, 600, 128, type);
        var path = folder.resolve("random.gguf");
        RandomModel.write(path, shape, 3);
        var file = GgufFile.read(path);
        // Two matrices of the vocabulary, three norms and more; key and value are half as wide.
        long layer = 2 * 64 * 64 + 2 * 64 * 32 + 3 * 64 * 96 + 2 * 64;
        assertThat(file.parameters()).isEqualTo(2 * 64 * 600 + 64 + 2 * layer);
        assertThat(file.quantisation()).isEqualTo(type.name());
        var last = file.tensors().getLast();
        assertThat(last.offset() + last.bytes()).isEqualTo(file.size());
    }

    @Test
    void measuresEveryWidthOnWhatTheContextHasRoomFor() throws Exception {
        var path = folder.resolve("tiny.gguf");
        RandomModel.write(path, ModelShape.named("tiny"), 1);
        var settings = new BenchSettings(List.of(1, 4), List.of(32, 2000), 8, true);
        var said = new ArrayList<String>();
        var options = LlamaOptions.of(path).withCells(settings.cells());
        var bare = BareRates.measure(options, settings, said::add);
        try (var engine = LlamaEngine.open(options)) {
            var result = Benchmark.run(engine, settings, bare, said::add);
            assertThat(result.rows()).extracting(BenchRow::branches).containsExactly(1, 4);
            assertThat(result.rows()).allSatisfy(row -> {
                assertThat(row.prefix()).isEqualTo(32);
                assertThat(row.tokensPerSecond()).isPositive();
                assertThat(row.baselineTokensPerSecond()).isPositive();
                assertThat(row.bareTokensPerSecond()).isPositive();
                assertThat(row.ofBare()).isPositive();
                assertThat(row.firstTokenMillis()).isPositive();
                assertThat(row.outsideShare()).isBetween(0.0, 1.0);
            });
            assertThat(result.forkMicros()).isPositive();
            assertThat(result.table().lines()).hasSize(5);
        }
        assertThat(said).anyMatch(line -> line.contains("2000 tokens is left out"));
    }

    @Test
    void theProcessOfItsOwnIsMeasuredBesideThisOne() throws Exception {
        var path = folder.resolve("tiny.gguf");
        RandomModel.write(path, ModelShape.named("tiny"), 1);
        var options = LlamaOptions.of(path).withCells(1024);
        var overhead = ProcessOverhead.measure(
                () -> LlamaEngine.open(options), () -> LlamaEngine.open(options), 32, 4, 8);
        assertThat(overhead.inProcess()).isPositive();
        assertThat(overhead.forkMicros()).isPositive();
        assertThat(overhead.share()).isLessThan(1);
        assertThat(new ProcessOverhead(16, 256, 800, 784, 1).share()).isCloseTo(0.02, within(1e-9));
        assertThat(SelectionCost.micros(20_000)).isPositive();
    }

    @Test
    void anImpossibleShapeIsRefused() {
        assertThatThrownBy(() -> new ModelShape(2, 100, 3, 2, 96, 600, 128, TensorType.F16))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ModelShape.named("gigantic")).hasMessageContaining("7b");
    }
}
