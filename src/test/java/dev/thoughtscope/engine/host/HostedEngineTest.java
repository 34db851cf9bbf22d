package dev.thoughtscope.engine.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thoughtscope.engine.Engine.Message;
import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.GenerateRequest;
import dev.thoughtscope.engine.Running;
import dev.thoughtscope.engine.Sampling;
import dev.thoughtscope.engine.Sequence;
import dev.thoughtscope.engine.StopReason;
import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.engine.llama.LlamaEngine;
import dev.thoughtscope.engine.llama.LlamaOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
class HostedEngineTest {
    private static final LlamaOptions OPTIONS =
            LlamaOptions.of(Path.of("models", "thoughtscope-small.gguf")).withCells(2048);
    private static final String QUESTION =
            "<|im_start|>user\nTom has 12 apples and buys 7 more. How many apples does he have?<|im_end|>\n"
                    + "<|im_start|>assistant\n";

    private final List<String> notices = new CopyOnWriteArrayList<>();
    private HostedEngine engine;
    private Sequence question;

    @BeforeEach
    void open() {
        engine = HostedEngine.open(OPTIONS, notices::add);
        question = engine.tokenize(QUESTION, true, true);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void answersAsTheEngineInProcessDoes() throws InterruptedException {
        try (var direct = LlamaEngine.open(OPTIONS)) {
            var chat = List.of(new Message("user", "How much is 3 + 4?"));
            assertThat(engine.model()).isEqualTo(direct.model());
            assertThat(question).isEqualTo(direct.tokenize(QUESTION, true, true));
            assertThat(engine.chat(chat)).isEqualTo(direct.chat(chat));
            assertThat(engine.piece(40)).isEqualTo(direct.piece(40));
            var request = GenerateRequest.sample(question, 30, Sampling.at(0.9, 5), List.of());
            var heard = new ArrayList<TokenStep>();
            var said = engine.start(request, heard::add).await();
            assertThat(said).isEqualTo(direct.start(request, _ -> {}).await());
            assertThat(heard).isEqualTo(said.steps());
            assertThat(engine.stats().generatedTokens()).isEqualTo(said.steps().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"KILL", "ABRT", "SEGV"})
    void aDeathIsNoticedWithinASecondAndWhatWasUnderWayGoesOn(String signal) throws Exception {
        var whole = engine.start(endless(7), _ -> {}).await();
        var heard = new ArrayList<TokenStep>();
        var enough = new CountDownLatch(20);
        var running = engine.start(endless(7), step -> {
            heard.add(step);
            enough.countDown();
        });
        enough.await();
        long pid = engine.pid();
        signal(signal, pid);
        long start = System.nanoTime();
        while (notices.isEmpty()) {
            Thread.sleep(5);
        }
        // A crash report takes the virtual machine some of this second.
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(20));
        assertThat(notices.getFirst()).containsIgnoringCase("sig").contains("It is started again.");
        var said = running.await();
        assertThat(engine.pid()).isNotEqualTo(pid);
        assertThat(TokenStep.text(heard)).isEqualTo(said.text());
        assertThat(said.reason()).isEqualTo(StopReason.MAX_TOKENS);
        // Later tokens may differ: a prefix computed in one go has slightly other logits than token by token.
        assertThat(said.text()).startsWith(TokenStep.text(whole.steps().subList(0, 20)));
        assertThat(engine.tokenize(QUESTION, true, true)).isEqualTo(question);
    }

    @Test
    void cancelEndsABranchSoon() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var running = engine.start(endless(1), _ -> begun.countDown());
        begun.await();
        long start = System.nanoTime();
        running.cancel();
        assertThat(running.await().reason()).isEqualTo(StopReason.CANCELLED);
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(2));
    }

    @Test
    void noProcessOutlivesItsEngine() throws Exception {
        var process = ProcessHandle.of(engine.pid()).orElseThrow();
        engine.close();
        process.onExit().get(5, TimeUnit.SECONDS);
        assertThatThrownBy(() -> engine.start(endless(1), _ -> {})).hasMessage("The engine is closed.");
    }

    @Test
    void aProcessEndsWithItsInput() throws Exception {
        var process = new ProcessBuilder(ChildCommand.command()).start();
        process.getOutputStream().close();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void threeQuickDeathsInARowEndTheRetries() {
        var command = List.of("sh", "-c", "echo 'GGML_ASSERT(n > 0) failed' >&2; kill -ABRT $$");
        assertThatThrownBy(() -> HostedEngine.open(OPTIONS, command, notices::add))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("signal 6")
                .hasMessageContaining("GGML_ASSERT(n > 0) failed")
                .hasMessageContaining("3 times in a row");
        assertThat(notices).hasSize(2);
    }

    @Test
    void memoryThatRunsOutOnTheGpuMeansFewerLayersThere() throws InterruptedException {
        var command = new ArrayList<>(ChildCommand.command());
        command.set(command.size() - 1, CrampedHost.class.getName());
        try (var cramped = HostedEngine.open(OPTIONS, command, notices::add)) {
            assertThat(cramped.model().library()).isEqualTo("8 layers");
            while (!cramped.model().library().equals("4 layers")) {
                Thread.sleep(10);
            }
            assertThat(notices).hasSize(2);
            assertThat(notices.getFirst()).contains("out of memory").endsWith("It is started again with 6 layers on the GPU.");
            assertThat(notices.getLast()).endsWith("It is started again with 4 layers on the GPU.");
        }
    }

    @Test
    void aGpuThatEndsTheProcessTwiceIsLeftAlone() throws InterruptedException {
        var command = new ArrayList<>(ChildCommand.command());
        command.set(command.size() - 1, CrampedHost.class.getName());
        var options = LlamaOptions.of(Path.of("incompatible"));
        try (var faulty = HostedEngine.open(options, command, notices::add)) {
            while (!faulty.model().library().equals("0 layers")) {
                Thread.sleep(10);
            }
            assertThat(notices).hasSize(2);
            assertThat(notices.getFirst()).contains("unsupported toolchain").endsWith("It is started again.");
            assertThat(notices.getLast())
                    .endsWith("That was twice in a row with layers on the GPU; it is started again on the processor alone.");
        }
    }

    @Test
    void aFileThatIsNoModelIsRefusedInOneSentence() {
        var absent = LlamaOptions.of(Path.of("models", "absent.gguf"));
        assertThatThrownBy(() -> HostedEngine.open(absent, notices::add))
                .isInstanceOf(EngineException.class)
                .hasMessage("There is no file " + absent.model() + ".");
        assertThat(notices).isEmpty();
    }

    private GenerateRequest endless(long seed) {
        int end = engine.tokenize("<|im_end|>", true, false).token(0);
        return GenerateRequest.sample(
                question, 400, new Sampling(0.7, 0, 1, 0, 1, Map.of(end, -100.0), "", seed), List.of());
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start().waitFor()).isZero();
    }
}
