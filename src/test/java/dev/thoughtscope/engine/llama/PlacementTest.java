package dev.thoughtscope.engine.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thoughtscope.engine.Device;
import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.bench.ModelShape;
import dev.thoughtscope.engine.bench.RandomModel;
import dev.thoughtscope.gguf.GgufFile;
import dev.thoughtscope.gguf.TensorType;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlacementTest {
    private static final int LAYERS = 4;
    private static final int WIDTH = 256;
    private static final int FEED_FORWARD = 512;
    private static final int VOCABULARY = 20_000;
    private static final int CELLS = 1024;

    /// Weights of a layer at 32 bits: four square matrices, three of the feed-forward part, two norms.
    private static final long LAYER = 4L * (4 * WIDTH * WIDTH + 3 * WIDTH * FEED_FORWARD + 2 * WIDTH);

    /// Keys and values at 16 bits of one layer.
    private static final long CACHE = 2L * 2 * WIDTH * CELLS;

    private static final long OUTPUT = 4L * (WIDTH * VOCABULARY + WIDTH);

    private GgufFile file;

    @BeforeAll
    void write(@TempDir Path folder) throws Exception {
        var path = folder.resolve("model.gguf");
        RandomModel.write(path, new ModelShape(LAYERS, WIDTH, 4, 4, FEED_FORWARD, VOCABULARY, 4096, TensorType.F32), 1);
        file = GgufFile.read(path);
    }

    @Test
    void theOutputIsOneMoreLayerWhetherItComesFirstOrLast() {
        long working = MemoryEstimate.of(file, CELLS).working();
        assertThat(OUTPUT).isGreaterThan(LAYER + CACHE);
        assertThat(Placement.bytes(file, 0, CELLS)).isZero();
        for (int layers = 1; layers <= LAYERS + 1; layers++) {
            assertThat(Placement.bytes(file, layers, CELLS))
                    .isEqualTo((layers - 1) * (LAYER + CACHE) + OUTPUT + working);
        }
    }

    @Test
    void asManyLayersAsHaveRoom() {
        for (int layers = 0; layers <= LAYERS + 1; layers++) {
            // What is told free, of which a part is left alone, has room for exactly so many.
            long free = (long) ((Placement.bytes(file, layers, CELLS) + (192L << 20)) / 0.94) + 1000;
            var placement = Placement.of(file, Offload.AUTO, List.of(cpu(), gpu("CUDA0", free)), CELLS);
            assertThat(placement.layers()).isEqualTo(layers);
            assertThat(placement.of()).isEqualTo(LAYERS + 1);
        }
        assertThat(Placement.of(file, Offload.AUTO, List.of(gpu("CUDA0", 0)), CELLS).layers())
                .as("one that does not tell its memory is tried")
                .isEqualTo(LAYERS + 1);
    }

    @Test
    void whatIsAskedForIsDoneWithinWhatThereIs() {
        var devices = List.of(cpu(), gpu("CUDA0", 1 << 30), gpu("CUDA1", 1 << 30), shared());
        assertThat(Placement.of(file, Offload.AUTO.withLayers(2), devices, CELLS).words())
                .isEqualTo("2 of 5 layers on CUDA0 and CUDA1");
        assertThat(Placement.of(file, Offload.AUTO.withLayers(99), devices, CELLS).layers()).isEqualTo(5);
        assertThat(Placement.of(file, Offload.AUTO.withLayers(Offload.ALL), devices, CELLS).layers()).isEqualTo(5);
        assertThat(Placement.of(file, Offload.AUTO.withLayers(0), devices, CELLS).devices()).isEmpty();
        assertThat(Placement.of(file, Offload.AUTO, List.of(cpu()), CELLS).layers()).isZero();
        var second = new Offload(Offload.ALL, List.of("cuda1"), Offload.Split.LAYER);
        assertThat(Placement.of(file, second, devices, CELLS).devices()).extracting(Device::name).containsExactly("CUDA1");
        assertThat(Placement.of(file, Offload.AUTO, List.of(cpu(), shared()), CELLS).devices())
                .as("a GPU in the processor's memory is used where there is no other")
                .containsExactly(shared());
        assertThatThrownBy(() -> Placement.of(file, new Offload(1, List.of("CUDA7"), Offload.Split.LAYER), devices, CELLS))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("CUDA7")
                .hasMessageContaining("CUDA0, CUDA1, Vulkan1");
    }

    @Test
    void fewerEndsAtNone() {
        var placement = Placement.of(file, Offload.AUTO.withLayers(5), List.of(gpu("CUDA0", 1)), CELLS);
        assertThat(placement.fewer().layers()).isEqualTo(3);
        assertThat(placement.fewer().fewer().fewer().fewer().layers()).isZero();
        assertThat(placement.fewer().fewer().fewer().fewer().words()).isEmpty();
    }

    @Test
    void theCacheUsesWhatTheWeightsLeaveFree() {
        long weights = MemoryEstimate.of(file, 16_384).total() - MemoryEstimate.of(file, 16_384).cache();
        long cells = 6000;
        long free = (long) ((weights + cells * LAYERS * CACHE / CELLS + (192L << 20)) / 0.94) + 1000;
        var options = LlamaOptions.of(file.path());
        assertThat(Sizing.cells(file, List.of(gpu("CUDA0", free)), options)).isBetween(6000, 6000 + 256);
        assertThat(Sizing.cells(file, List.of(gpu("CUDA0", 64L << 30)), options)).isEqualTo(16_384);
        assertThat(Sizing.cells(file, List.of(), options.withCells(1000))).isEqualTo(1024);
    }

    @Test
    void theWordsForNoMemoryAreKnown() {
        assertThat(List.of(
                        "ggml_vulkan: Requested buffer size exceeds device buffer size limit: ErrorOutOfDeviceMemory",
                        "CUDA error: out of memory",
                        "ggml_backend_cuda_buffer_type_alloc_buffer: allocating 99 MiB on device 0: cudaMalloc failed: x",
                        "alloc_tensor_range: failed to allocate Vulkan0 buffer of size 1",
                        "llama_init_from_model: failed to allocate compute pp buffers"))
                .allMatch(NoMemory::isToldBy);
        assertThat(NoMemory.isToldBy("llama_model_load: error loading model vocabulary")).isFalse();
    }

    private static Device cpu() {
        return new Device("CPU", "a processor", Device.Kind.PROCESSOR, 1L << 34, 1L << 34);
    }

    private static Device gpu(String name, long free) {
        return new Device(name, "a GPU", Device.Kind.GPU, free, 1L << 40);
    }

    private static Device shared() {
        return new Device("Vulkan1", "in the processor", Device.Kind.INTEGRATED_GPU, 1L << 33, 1L << 33);
    }
}
