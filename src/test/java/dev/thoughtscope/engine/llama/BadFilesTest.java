package dev.thoughtscope.engine.llama;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thoughtscope.engine.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadFilesTest {
    @TempDir
    private Path folder;

    @Test
    void oneSentenceForEachFileThatCannotBeAModel() throws IOException {
        assertRefused(folder.resolve("none.gguf"), "There is no file");
        assertRefused(folder, "is a folder");
        assertRefused(Files.write(folder.resolve("page.gguf"), "<html>".getBytes()), "is not a GGUF file");
        var whole = Files.readAllBytes(LlamaEngineContract.MODEL);
        assertRefused(Files.write(folder.resolve("cut.gguf"), Arrays.copyOf(whole, whole.length / 2)), "is cut short");
    }

    @Test
    void aFolderWithoutTheLibraryIsNamed() {
        var options = LlamaOptions.of(LlamaEngineContract.MODEL).withLibraryFolder(folder);
        assertThatThrownBy(() -> LlamaEngine.open(options))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("libllama");
    }

    @Test
    void aLibraryThatCannotBeLoadedGivesTheSystemsReason() throws IOException {
        Files.write(folder.resolve(System.mapLibraryName("llama")), "no library".getBytes());
        var options = LlamaOptions.of(LlamaEngineContract.MODEL).withLibraryFolder(folder);
        assertThatThrownBy(() -> LlamaEngine.open(options))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("cannot be loaded")
                .hasMessageMatching("(?s).*(too short|invalid ELF|not valid|not a mach-o).*");
    }

    private static void assertRefused(Path file, String reason) {
        assertThatThrownBy(() -> LlamaEngine.open(LlamaOptions.of(file)))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(reason);
    }
}
