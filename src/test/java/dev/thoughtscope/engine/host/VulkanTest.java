package dev.thoughtscope.engine.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.thoughtscope.engine.Device;
import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.Generation;
import dev.thoughtscope.engine.GenerateRequest;
import dev.thoughtscope.engine.Sampling;
import dev.thoughtscope.engine.Sequence;
import dev.thoughtscope.engine.bench.ModelShape;
import dev.thoughtscope.engine.bench.RandomModel;
import dev.thoughtscope.engine.llama.LlamaOptions;
import dev.thoughtscope.engine.llama.NewerLibrary;
import dev.thoughtscope.engine.llama.Offload;
import dev.thoughtscope.gguf.TensorType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A real GPU backend on the software device of Debian's `mesa-vulkan-drivers`. Its first run in a home folder
/// compiles for half a minute; the driver keeps what it compiled.
@Timeout(240)
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VulkanTest {
    /// The library leaves a processor posing as a GPU aside unless it is named.
    private static final String SOFTWARE_DEVICE = "GGML_VK_VISIBLE_DEVICES=0";

    private final List<String> notices = new CopyOnWriteArrayList<>();
    private LlamaOptions options;

    @BeforeAll
    void look(@TempDir Path folder) throws Exception {
        var library = NewerLibrary.vulkanFolder();
        var found = new LibraryFinder(folder, Optional.empty(), command()).describe(library);
        Assumptions.assumeTrue(
                found.gpus().stream().anyMatch(gpu -> gpu.name().equals("Vulkan0")),
                "There is no Vulkan device here: install mesa-vulkan-drivers and libvulkan1. " + found.problem());
        assertThat(found.backends()).contains("Vulkan", "CPU");
        assertThat(found.gpus().getFirst().kind()).isEqualTo(Device.Kind.GPU);
        assertThat(found.gpus().getFirst().freeBytes()).isPositive();
        var file = folder.resolve("random.gguf");
        RandomModel.write(file, new ModelShape(2, 64, 2, 2, 96, 600, 512, TensorType.F32), 5);
        options = LlamaOptions.of(file).withCells(512).withThreads(1).withLibraryFolder(library);
    }

    @Test
    void allLayersGoThereByThemselvesAndSayWhatTheProcessorSays() throws Exception {
        List<Generation> there;
        try (var engine = open(options)) {
            assertThat(engine.model().library()).endsWith("3 of 3 layers on Vulkan0");
            there = say(engine);
            assertThat(notices).isEmpty();
        }
        try (var engine = open(options.withOffload(Offload.AUTO.withLayers(0)))) {
            assertThat(engine.model().library()).doesNotContain("Vulkan");
            var here = say(engine);
            for (int i = 0; i < here.size(); i++) {
                for (int j = 0; j < here.get(i).steps().size(); j++) {
                    assertThat(there.get(i).steps().get(j).id()).isEqualTo(here.get(i).steps().get(j).id());
                    assertThat(there.get(i).steps().get(j).logProb())
                            .isCloseTo(here.get(i).steps().get(j).logProb(), within(2e-3));
                }
            }
        }
    }

    @Test
    void whatFindsNoRoomIsTriedWithFewerLayersAndSaid() throws Exception {
        notices.clear();
        // The keys and values of a layer need a buffer larger than the device is made to allow.
        var crowded = options.withCells(16_384).withOffload(Offload.AUTO.withLayers(Offload.ALL));
        try (var engine = open(crowded, "GGML_VK_FORCE_MAX_BUFFER_SIZE=1000000")) {
            assertThat(notices).containsExactly(
                    "There was no room for 3 of 3 layers on Vulkan0: now 1 of 3 layers on Vulkan0.");
            assertThat(engine.model().library()).endsWith("1 of 3 layers on Vulkan0");
            assertThat(say(engine)).isNotEmpty();
        }
    }

    @Test
    void aDeviceThatIsNotThereIsNamedWithThoseThatAre() {
        var absent = options.withOffload(new Offload(Offload.ALL, List.of("CUDA3"), Offload.Split.LAYER));
        assertThatThrownBy(() -> open(absent))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("CUDA3")
                .hasMessageContaining("it has Vulkan0.");
    }

    private HostedEngine open(LlamaOptions asked, String... environment) {
        return HostedEngine.open(asked, command(environment), notices::add);
    }

    private static List<String> command(String... environment) {
        return Stream.of(Stream.of("env", SOFTWARE_DEVICE), Stream.of(environment), ChildCommand.command().stream())
                .flatMap(words -> words)
                .toList();
    }

    /// Two branches behind one prefix.
    private static List<Generation> say(HostedEngine engine) throws InterruptedException {
        var running = Stream.of(1L, 2L)
                .map(seed -> engine.start(
                        GenerateRequest.sample(Sequence.of(300, 301, 302, 303), 4, Sampling.at(1, seed), List.of()), _ -> {}))
                .toList();
        var said = new ArrayList<Generation>();
        for (var one : running) {
            said.add(one.await());
        }
        return said;
    }
}
