package dev.thoughtscope.engine.llama;

import static dev.thoughtscope.engine.llama.LlamaEngineContract.greedy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.engine.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A load far larger than the cache completes, with the texts that it has with room enough.
@Timeout(120)
abstract class CrowdedCacheContract {
    private static final int CELLS = 512;
    private static final int BRANCHES = 32;
    private static final int TOKENS = 60;

    /// The shipped model in the library under test.
    abstract LlamaOptions options();

    @Test
    void branchesOfFourTimesTheCellsGiveTheSameTexts() throws InterruptedException {
        List<String> roomy;
        try (var engine = LlamaEngine.open(options().withCells(8192))) {
            roomy = texts(engine);
            assertThat(engine.stats().recomputedTokens()).isZero();
        }
        try (var engine = LlamaEngine.open(options().withCells(CELLS))) {
            assertThat(texts(engine)).isEqualTo(roomy);
            // Branches were pushed out on their way and came back.
            assertThat(engine.stats().recomputedTokens()).isPositive();
        }
    }

    @Test
    void whatWasGivenUpIsComputedAgainAndCounted() throws InterruptedException {
        try (var engine = LlamaEngine.open(options().withCells(CELLS))) {
            var prompts = prompts(engine);
            var first = greedy(engine, prompts.getFirst(), 20).await();
            for (var prompt : prompts) {
                greedy(engine, prompt, 60).await();
            }
            long before = engine.stats().recomputedTokens();
            var again = greedy(engine, prompts.getFirst().plus(first.steps()), 20).await();
            assertThat(engine.stats().recomputedTokens()).isGreaterThan(before);
            assertThat(again.sharedTokens()).isLessThan(prompts.getFirst().length());
        }
    }

    private static List<String> texts(LlamaEngine engine) throws InterruptedException {
        var prompts = prompts(engine);
        assertThat(prompts.stream().mapToInt(prompt -> prompt.length() + TOKENS).sum()).isGreaterThan(4 * CELLS);
        var running = prompts.stream().map(prompt -> greedy(engine, prompt, TOKENS)).toList();
        var texts = new ArrayList<String>();
        for (var one : running) {
            texts.add(one.await().text());
        }
        return texts;
    }

    private static List<Sequence> prompts(LlamaEngine engine) {
        var prompts = new ArrayList<Sequence>();
        for (int i = 0; i < BRANCHES; i++) {
            prompts.add(engine.tokenize("<|im_start|>user\nAnna has " + (10 + i) + " pears and gives away " + (3 + i % 7)
                    + ". How many pears does she have?<|im_end|>\n<|im_start|>assistant\n", true, true));
        }
        return prompts;
    }
}
