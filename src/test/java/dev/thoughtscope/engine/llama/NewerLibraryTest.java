package dev.thoughtscope.engine.llama;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// With a current llama.cpp, where one can be fetched.
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class NewerLibraryTest {
    @Test
    void itsVersionIsTold() {
        try (var engine = LlamaEngine.open(LlamaOptions.of(LlamaEngineContract.MODEL)
                .withCells(1024)
                .withLibraryFolder(NewerLibrary.folder()))) {
            assertThat(engine.model().library()).startsWith("llama.cpp 0.5");
        }
    }

    @Nested
    class Requests extends LlamaEngineContract {
        @Override
        LlamaOptions options() {
            return LlamaOptions.of(MODEL).withLibraryFolder(NewerLibrary.folder());
        }
    }

    @Nested
    class Crowded extends CrowdedCacheContract {
        @Override
        LlamaOptions options() {
            return LlamaOptions.of(LlamaEngineContract.MODEL).withLibraryFolder(NewerLibrary.folder());
        }
    }
}
