package dev.thoughtscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.thoughtscope.engine.bench.ModelShape;
import dev.thoughtscope.engine.bench.RandomModel;
import dev.thoughtscope.engine.llama.LlamaOptions;
import dev.thoughtscope.engine.llama.Offload;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Timeout(60)
class ModelsCommandTest {
    @TempDir
    private Path folder;

    private record Ended(int code, String out, String err) {}

    private static Ended execute(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = new CommandLine(new ModelsCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler((failed, command, _) -> {
                    command.getErr().println(failed.getMessage());
                    return failed instanceof IOException ? Exit.FILE : Exit.USAGE;
                })
                .execute(arguments);
        return new Ended(code, out.toString(), err.toString());
    }

    @Test
    void infoTellsWhatAModelNeeds() throws IOException {
        var file = folder.resolve("tiny.gguf");
        RandomModel.write(file, ModelShape.named("tiny"), 1);
        var ended = execute("info", file.toString(), "--cells", "1000");
        assertThat(ended.code()).isEqualTo(Exit.OK);
        // Keys and values: two of 128 numbers in each of 4 layers, two bytes each, are 2 MB of 1,000 tokens.
        assertThat(ended.out()).contains("a cache of 1,000 tokens 2,").contains("4 and the output");
        var with = execute("info", file.toString(), "--library", folder.toString());
        assertThat(with.out()).contains("holds no libllama");
    }

    @Test
    void aLibraryIsAskedAndTold() throws IOException {
        var ended = execute("libraries", "--json", folder.toString());
        assertThat(ended.code()).isEqualTo(Exit.FAILED);
        var line = new ObjectMapper().readTree(ended.out());
        assertThat(line.path("usable").asBoolean(true)).isFalse();
        assertThat(line.path("problem").asText()).contains(folder.toString());
    }

    @Test
    void nothingIsFetchedWhereThatIsSwitchedOff() {
        var model = execute("fetch", "--offline", "--yes", "Some-One/Model-GGUF:Q4_K_M");
        assertThat(model.code()).isEqualTo(Exit.FILE);
        assertThat(model.err()).startsWith("Nothing is fetched from huggingface.co: fetching is switched off.");
        assertThat(execute("fetch", "--offline", "--yes", "--llama", "vulkan").err()).startsWith("Nothing is fetched from ");
        assertThat(execute("fetch").err()).contains("Name either a model");
        assertThat(execute("fetch", "--offline", "no model").err()).contains("names no model");
    }

    @Test
    void layersAndDevicesAreUnderstood() {
        assertThat(options().offload()).isEqualTo(Offload.AUTO);
        assertThat(options("--gpu-layers", "all", "--device", "CUDA0,CUDA1", "--split", "row").offload())
                .isEqualTo(new Offload(Offload.ALL, List.of("CUDA0", "CUDA1"), Offload.Split.ROW));
        assertThat(options("--gpu-layers", "12").offload().layers()).isEqualTo(12);
        assertThatThrownBy(() -> options("--gpu-layers", "some")).hasMessageContaining("a number, all or auto, not some");
    }

    private static LlamaOptions options(String... arguments) {
        var options = new EngineOptions();
        new CommandLine(new Holder(options)).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
        return options.options();
    }

    @CommandLine.Command
    private static final class Holder {
        @CommandLine.Mixin
        private final EngineOptions options;

        Holder(EngineOptions options) {
            this.options = options;
        }
    }
}
