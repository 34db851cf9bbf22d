package dev.thoughtscope.engine.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.thoughtscope.engine.Engine.Message;
import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.GenerateRequest;
import dev.thoughtscope.engine.Generation;
import dev.thoughtscope.engine.Running;
import dev.thoughtscope.engine.Sampling;
import dev.thoughtscope.engine.Sequence;
import dev.thoughtscope.engine.StopReason;
import dev.thoughtscope.engine.TokenStep;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/// What holds with every release of the library.
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LlamaEngineContract {
    static final Path MODEL = Path.of("models", "thoughtscope-small.gguf");
    private static final String QUESTION = "<|im_start|>user\nTom has 12 apples and buys 7 more. How many apples does he have?"
            + "<|im_end|>\n<|im_start|>assistant\n";

    private LlamaEngine engine;
    private Sequence question;

    /// The shipped model in the library under test.
    abstract LlamaOptions options();

    @BeforeAll
    void open() {
        engine = open(4096);
        question = engine.tokenize(QUESTION, true, true);
    }

    @AfterAll
    void close() {
        if (engine != null) {
            engine.close();
        }
    }

    private LlamaEngine open(int cells) {
        return LlamaEngine.open(options().withCells(cells));
    }

    @Test
    void tokensJoinToTheTextTheyCameFrom() {
        for (var text : List.of(" plain words, 3 + 4 = 7", " Grüße, 世界 🙂", " a\n\n  b\t", "")) {
            var tokens = engine.tokenize(text, false, false);
            assertThat(text(tokens).strip()).isEqualTo(text.strip());
        }
        assertThat(engine.tokenize("<|im_end|>", true, false).length())
                .isLessThan(engine.tokenize("<|im_end|>", false, false).length());
    }

    @Test
    void aBranchSaysTheSameAloneAndBesideOthers() throws InterruptedException {
        var prompts = new ArrayList<Sequence>();
        for (int i = 0; i < 16; i++) {
            prompts.add(engine.tokenize(QUESTION.replace("12", String.valueOf(20 + 3 * i)), true, true));
        }
        var alone = new ArrayList<String>();
        for (var prompt : prompts) {
            alone.add(greedy(engine, prompt, 40).await().text());
        }
        try (var fresh = open(4096)) {
            var together = prompts.stream().map(prompt -> greedy(fresh, prompt, 40)).toList();
            for (int i = 0; i < together.size(); i++) {
                assertThat(together.get(i).await().text()).isEqualTo(alone.get(i));
            }
            assertThat(fresh.stats().decodeCalls()).isLessThan(80);
        }
    }

    @Test
    void scoringGivesTheLogProbabilitiesOfSampling() throws InterruptedException {
        var said = sample(question, 30, Sampling.at(0.8, 7)).await();
        var ids = said.steps().stream().mapToInt(TokenStep::id).toArray();
        var scored = engine.start(GenerateRequest.score(question, Sequence.of(ids)), _ -> {}).await();
        assertThat(scored.steps()).hasSameSizeAs(said.steps());
        for (int i = 0; i < ids.length; i++) {
            assertThat(scored.steps().get(i).logProb()).isCloseTo(said.steps().get(i).logProb(), within(0.02));
            assertThat(scored.steps().get(i).entropy()).isCloseTo(said.steps().get(i).entropy(), within(0.02));
            assertThat(scored.steps().get(i).sampled()).isFalse();
        }
        assertThat(scored.reason()).isEqualTo(StopReason.MAX_TOKENS);
    }

    @Test
    void whateverTheSamplingTheNumbersAreThoseOfTheWholeDistributionAtTemperatureOne() throws InterruptedException {
        int unwanted = greedy(engine, question, 1).await().steps().getFirst().id();
        var sampling = new Sampling(0.4, 20, 0.9, 0.02, 1.3, Map.of(unwanted, -50.0), "", 4);
        var said = sample(question, 25, sampling).await();
        assertThat(said.steps().getFirst().id()).isNotEqualTo(unwanted);
        assertThat(said.steps().getFirst().top().getFirst().id()).isEqualTo(unwanted);
        var ids = said.steps().stream().mapToInt(TokenStep::id).toArray();
        var scored = engine.start(GenerateRequest.score(question, Sequence.of(ids)), _ -> {}).await();
        for (int i = 0; i < ids.length; i++) {
            var one = said.steps().get(i);
            var other = scored.steps().get(i);
            assertThat(one.logProb()).isCloseTo(other.logProb(), within(0.02 + 0.02 * Math.abs(other.logProb())));
            assertThat(one.top().getFirst().logProb()).isCloseTo(other.top().getFirst().logProb(), within(0.02));
        }
    }

    @Test
    void theAlternativesAreTheMostProbableInOrderAndHoldProbabilities() throws InterruptedException {
        var request = new GenerateRequest(question, Sequence.EMPTY, 20, Sampling.greedy(), List.of(), 100, 0);
        for (var step : engine.start(request, _ -> {}).await().steps()) {
            assertThat(step.top()).hasSize(100).isSortedAccordingTo((a, b) -> Double.compare(b.logProb(), a.logProb()));
            assertThat(step.top().getFirst().id()).isEqualTo(step.id());
            assertThat(step.top().stream().mapToDouble(one -> Math.exp(one.logProb())).sum()).isBetween(0.5, 1 + 1e-6);
            assertThat(step.entropy()).isBetween(0.0, Math.log(engine.model().vocabularySize()));
        }
    }

    @Test
    void requestsWithOnePrefixComputeItOnce() throws InterruptedException {
        try (var fresh = open(4096)) {
            var running = new ArrayList<Running>();
            for (int seed = 0; seed < 8; seed++) {
                running.add(fresh.start(
                        GenerateRequest.sample(question, 5, Sampling.at(1, seed), List.of()), _ -> {}));
            }
            int computed = 0;
            for (var one : running) {
                computed += one.await().computedTokens();
            }
            // The last token that each samples is never computed.
            assertThat(computed).isBetween(question.length() + 4, question.length() + 8 * 4 + 7);
            assertThat(fresh.stats().sharedTokens()).isGreaterThanOrEqualTo(7L * (question.length() - 1));
            assertThat(fresh.stats().computedTokens()).isEqualTo(computed);
        }
    }

    /// Prompts that share beginnings of every length, sampled and scored, all at once and one by one.
    @Test
    void requestsOfEveryKindTogetherGiveWhatEachGivesAlone() throws InterruptedException {
        var requests = new ArrayList<GenerateRequest>();
        var longText = engine.tokenize(QUESTION.repeat(5), true, true);
        var said = engine.tokenize("<Thought>\nStep by step.", true, false);
        for (int i = 0; i < 40; i++) {
            int cut = 5 + (i * 37) % (longText.length() - 5);
            var prefix = longText.prefix(i % 4 == 0 ? longText.length() : cut);
            requests.add(new GenerateRequest(
                    prefix, i % 3 == 0 ? said : Sequence.EMPTY, i % 5 == 0 ? 0 : 6, Sampling.greedy(), List.of(), 5, i % 2));
        }
        List<Generation> alone = new ArrayList<>();
        for (var request : requests) {
            alone.add(engine.start(request, _ -> {}).await());
        }
        try (var fresh = open(4096)) {
            var together = requests.stream().map(request -> fresh.start(request, _ -> {})).toList();
            for (int i = 0; i < together.size(); i++) {
                assertSame(together.get(i).await(), alone.get(i));
            }
            // Every distinct prefix is computed about once, whatever the number of requests.
            assertThat(fresh.stats().computedTokens()).isLessThan(longText.length() + 40 * (6 + 2 * said.length()));
        }
    }

    private static void assertSame(Generation one, Generation other) {
        assertThat(one.reason()).isEqualTo(other.reason());
        assertThat(one.steps()).hasSameSizeAs(other.steps());
        for (int i = 0; i < one.steps().size(); i++) {
            var a = one.steps().get(i);
            var b = other.steps().get(i);
            // Rounding in other batches, of activations to 8 bits above all, moves improbable tokens further.
            assertThat(a.logProb()).isCloseTo(b.logProb(), within(0.1 + 0.03 * Math.abs(b.logProb())));
            if (a.id() != b.id()) {
                // Two tokens as good as equally probable: which of them is chosen rests on rounding.
                assertThat(a.top().get(1).logProb()).isCloseTo(a.logProb(), within(0.05));
                return;
            }
            assertThat(a.sampled()).isEqualTo(b.sampled());
        }
    }

    @Test
    void aContinuedBranchComputesOnlyWhatIsNew() throws InterruptedException {
        var said = greedy(engine, question, 10).await();
        var longer = question.plus(said.steps());
        var goesOn = greedy(engine, longer, 10).await();
        assertThat(goesOn.sharedTokens()).isEqualTo(longer.length() - 1);
        assertThat(goesOn.computedTokens()).isEqualTo(10);
        assertThat(said.text() + goesOn.text()).isEqualTo(greedy(engine, question, 20).await().text());
    }

    @Test
    void stopsAtAStringThatSpansTokens() throws InterruptedException {
        var whole = greedy(engine, question, 30).await();
        var text = whole.text();
        var stop = text.substring(6, 12);
        var stopped = engine.start(
                        GenerateRequest.sample(question, 30, Sampling.greedy(), List.of("never said", stop)), _ -> {})
                .await();
        assertThat(stopped.reason()).isEqualTo(StopReason.STOP_STRING);
        assertThat(stopped.text()).contains(stop).isEqualTo(text.substring(0, stopped.text().length()));
        var allButLast = TokenStep.text(stopped.steps().subList(0, stopped.steps().size() - 1));
        assertThat(allButLast).doesNotContain(stop);
    }

    @Test
    void endsWithTheModelsEndToken() throws InterruptedException {
        var whole = greedy(engine, question, 400).await();
        assertThat(whole.reason()).isEqualTo(StopReason.END_TOKEN);
        assertThat(whole.steps().getLast().piece().text()).isEqualTo("<|im_end|>");
    }

    @Test
    void aFullContextEndsABranchAndATooLongTextIsRefusedWithBothNumbers() throws InterruptedException {
        int room = engine.model().contextLength();
        var filler = new int[room];
        for (int i = 0; i < room; i++) {
            filler[i] = question.token(i % question.length());
        }
        var nearly = Sequence.of(filler).prefix(room - 3);
        var bias = Map.of(engine.tokenize("<|im_end|>", true, false).token(0), -100.0);
        var sampling = new Sampling(0, 0, 1, 0, 1, bias, "", 0);
        var full = engine.start(GenerateRequest.sample(nearly, 50, sampling, List.of()), _ -> {}).await();
        assertThat(full.reason()).isIn(StopReason.CONTEXT_FULL);
        assertThat(full.steps()).hasSize(3);
        assertThatThrownBy(() -> greedy(engine, Sequence.of(filler).plus(1), 1))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining(String.valueOf(room))
                .hasMessageContaining(String.valueOf(room + 1));
        assertThatThrownBy(() -> greedy(engine, Sequence.of(engine.model().vocabularySize()), 1))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("outside the model's vocabulary");
    }

    @Test
    void cancelEndsABranchSoon() throws InterruptedException {
        var started = new CountDownLatch(1);
        var running = engine.start(
                GenerateRequest.sample(question, 400, endless(), List.of()), _ -> started.countDown());
        started.await();
        long start = System.nanoTime();
        running.cancel();
        var what = running.await();
        assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
        assertThat(what.reason()).isEqualTo(StopReason.CANCELLED);
        assertThat(greedy(engine, question, 3).await().steps()).hasSize(3);
    }

    @Test
    void closingEndsAllThatRuns() {
        var fresh = open(1024);
        var running = fresh.start(GenerateRequest.sample(question, 400, endless(), List.of()), _ -> {});
        fresh.close();
        fresh.close();
        assertThat(running.result()).isDone();
        assertThatThrownBy(() -> greedy(fresh, question, 1)).hasMessage("The engine is closed.");
        assertThatThrownBy(() -> fresh.tokenize("x", false, false)).hasMessage("The engine is closed.");
    }

    @Test
    void equalSeedsDrawEqualTextsAndOthersDiffer() throws InterruptedException {
        var one = sample(question, 40, Sampling.at(1.5, 11)).await().text();
        assertThat(sample(question, 40, Sampling.at(1.5, 11)).await().text()).isEqualTo(one);
        assertThat(sample(question, 40, Sampling.at(1.5, 12)).await().text()).isNotEqualTo(one);
    }

    @Test
    void aResumedBranchSaysWhatItWouldHaveSaid() throws InterruptedException {
        var request = GenerateRequest.sample(question, 24, Sampling.at(0.8, 21), List.of("apples"));
        var whole = engine.start(request, _ -> {}).await();
        int half = whole.steps().size() / 2;
        var begun = whole.steps().subList(0, half);
        var resumed = engine.resume(request.after(begun), half, _ -> {}).await();
        assertThat(TokenStep.text(begun) + resumed.text()).isEqualTo(whole.text());
        assertThat(resumed.reason()).isEqualTo(whole.reason());
        var ended = GenerateRequest.sample(question.plus(whole.steps()), 9, request.sampling(), List.of(whole.text()));
        assertThat(engine.resume(ended, whole.steps().size(), _ -> {}).await().reason())
                .isEqualTo(StopReason.STOP_STRING);
    }

    @Test
    void aGrammarForcesTheFormOfTheText() throws InterruptedException {
        var grammar = new Sampling(1, 0, 1, 0, 1, Map.of(), "root ::= [0-9] [0-9] [0-9] \"x\"", 3);
        for (long seed = 0; seed < 5; seed++) {
            var said = sample(question, 10, grammar.withSeed(seed)).await();
            assertThat(said.text()).matches("\\d\\d\\dx<\\|im_end\\|>|\\d\\d\\dx</s>");
        }
        // Filters that leave only what the grammar forbids give way to it.
        var narrow = new Sampling(0, 1, 0.1, 0.5, 1.2, Map.of(), grammar.grammar(), 3);
        assertThat(sample(question, 10, narrow).await().text()).matches("\\d\\d\\dx<\\|im_end\\|>|\\d\\d\\dx</s>");
        assertThatThrownBy(() -> sample(question, 5, new Sampling(1, 0, 1, 0, 1, Map.of(), "root ::= ((", 3)).await())
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("grammar");
    }

    @Test
    void writesTheModelsOwnChatFormat() {
        assertThat(engine.chat(List.of(new Message("system", "Think."), new Message("user", "hello"))))
                .isEqualTo("<|im_start|>system\nThink.<|im_end|>\n<|im_start|>user\nhello<|im_end|>\n"
                        + "<|im_start|>assistant\n");
    }

    static Running greedy(LlamaEngine engine, Sequence prefix, int tokens) {
        return engine.start(GenerateRequest.sample(prefix, tokens, Sampling.greedy(), List.of()), _ -> {});
    }

    private Running sample(Sequence prefix, int tokens, Sampling sampling) {
        return engine.start(GenerateRequest.sample(prefix, tokens, sampling, List.of()), _ -> {});
    }

    private Sampling endless() {
        return new Sampling(
                0, 0, 1, 0, 1, Map.of(engine.tokenize("<|im_end|>", true, false).token(0), -100.0), "", 0);
    }

    private String text(Sequence tokens) {
        var steps = new ArrayList<dev.thoughtscope.engine.Piece>();
        for (int token : tokens.toArray()) {
            steps.add(engine.piece(token));
        }
        return dev.thoughtscope.engine.Piece.join(steps);
    }
}
