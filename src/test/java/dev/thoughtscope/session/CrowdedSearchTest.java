package dev.thoughtscope.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.engine.llama.LlamaEngine;
import dev.thoughtscope.engine.llama.LlamaOptions;
import dev.thoughtscope.engine.llama.NewerLibrary;
import dev.thoughtscope.reasoning.Dialect;
import dev.thoughtscope.search.Tree;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A search whose tree needs four times the KV cells completes and gives the tree that it gives with room enough.
@Timeout(120)
class CrowdedSearchTest {
    private static final int CELLS = 512;
    private static final int CELLS_ENOUGH = 16_384;
    @TempDir
    private Path folder;

    @Test
    void withTheBundledLibrary() throws Exception {
        completesWithTheSameTree(LlamaOptions.of(RandomText.model(folder)));
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void withACurrentLibrary() throws Exception {
        completesWithTheSameTree(LlamaOptions.of(RandomText.model(folder)).withLibraryFolder(NewerLibrary.folder()));
    }

    private static void completesWithTheSameTree(LlamaOptions options) throws InterruptedException {
        Tree roomy;
        long before;
        try (var engine = LlamaEngine.open(options.withCells(CELLS_ENOUGH))) {
            roomy = search(engine);
            before = engine.stats().recomputedTokens();
        }
        assertThat(roomy.generatedTokens()).isGreaterThan(4L * CELLS);
        try (var engine = LlamaEngine.open(options.withCells(CELLS))) {
            var crowded = search(engine);
            assertThat(crowded.message()).isEqualTo("BUDGET_SPENT");
            assertThat(RandomText.told(crowded)).isEqualTo(RandomText.told(roomy));
            assertThat(engine.stats().recomputedTokens()).isGreaterThan(before);
        }
    }

    private static Tree search(LlamaEngine engine) throws InterruptedException {
        return RandomText.finished(new Thinker(engine, Dialect.MARCO_O1, List.of()).start(RandomText.request(24, 5)));
    }
}
