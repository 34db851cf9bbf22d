package dev.thoughtscope.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.host.HostedEngine;
import dev.thoughtscope.engine.llama.LlamaEngine;
import dev.thoughtscope.engine.llama.LlamaOptions;
import dev.thoughtscope.reasoning.Dialect;
import dev.thoughtscope.search.Event;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A search whose engine's process is killed under it says so and is the same search in the end.
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledSearchTest {
    private static final int ROLLOUTS = 10;

    private LlamaOptions options;
    private List<String> undisturbed;

    @BeforeAll
    void searchUndisturbed(@TempDir Path folder) throws Exception {
        options = LlamaOptions.of(RandomText.model(folder)).withCells(8192).withThreads(1);
        try (var engine = LlamaEngine.open(options)) {
            undisturbed = RandomText.told(RandomText.finished(start(engine)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ABRT, signal 6 (SIGABRT",
        "SEGV, signal 11 (SIGSEGV",
        "KILL, signal 9 (SIGKILL",
        "STOP, did not answer for 7 seconds"
    })
    void theSearchGoesOnAsIfNothingHadBeen(String signal, String sentence) throws Exception {
        var notices = new CopyOnWriteArrayList<String>();
        var noticedNanos = new AtomicLong();
        try (var engine = HostedEngine.open(options, notice -> {
            noticedNanos.set(System.nanoTime());
            notices.add(notice);
        })) {
            var run = start(engine);
            while (run.log().size() < 40) {
                Thread.sleep(1);
            }
            long pid = engine.pid();
            long killedNanos = System.nanoTime();
            assertThat(new ProcessBuilder("kill", "-" + signal, String.valueOf(pid)).start().waitFor()).isZero();
            assertThat(run.log().hasEnded()).isFalse();
            var tree = RandomText.finished(run);
            assertThat(engine.pid()).isNotEqualTo(pid);
            assertThat(run.log().read(0, run.log().size())).noneMatch(one -> one.event() instanceof Event.Failed);
            assertThat(tree.message()).isEqualTo("BUDGET_SPENT");
            assertThat(tree.simulations()).isEqualTo(ROLLOUTS);
            assertThat(RandomText.told(tree)).isEqualTo(undisturbed);
            // Within a second or, of a hang, ten; on a machine that does other things besides.
            assertThat(noticedNanos.get() - killedNanos).isLessThan(TimeUnit.SECONDS.toNanos(20));
        }
        assertThat(notices).hasSize(1);
        assertThat(notices.getFirst()).contains(sentence, options.model().toString()).endsWith("It is started again.");
    }

    private static Run start(Engine engine) {
        return new Thinker(engine, Dialect.MARCO_O1, List.of()).start(RandomText.request(ROLLOUTS, 3));
    }
}
