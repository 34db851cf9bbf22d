package dev.thoughtscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.app.ModelDesk.Outcome;
import dev.thoughtscope.session.RunRequest;
import dev.thoughtscope.settings.ModelChoice;
import dev.thoughtscope.settings.ModelChoice.Device;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// One real model after another, each in a process of its own.
@Timeout(240)
class ModelSwapTest {
    private static final Path MODEL = Path.of("models", "thoughtscope-small.gguf").toAbsolutePath();

    private final List<String> notices = new CopyOnWriteArrayList<>();
    private final ModelDesk desk = new ModelDesk(new EngineOpener(notices::add, runner -> runner));

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        desk.close();
    }

    private Outcome next() throws InterruptedException {
        for (var outcome = desk.poll(); ; outcome = desk.poll()) {
            if (outcome != null) {
                return outcome;
            }
            Thread.sleep(10);
        }
    }

    private static List<Long> engines() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive).map(ProcessHandle::pid).toList();
    }

    private static void answers(Loaded loaded) throws InterruptedException {
        var run = loaded.runner().start(new RunRequest("Tom has 4 apples and buys 3. How many?", "step", 1, 2, 1, 60, 1, 1, false, false));
        while (!run.log().hasEnded()) {
            Thread.sleep(10);
        }
        assertThat(run.log().fold().generatedTokens()).isPositive();
    }

    @Test
    void theEngineIsSwappedAndAFailureLeavesTheOldOneAnswering() throws Exception {
        desk.begin(new ModelChoice.File(MODEL, Device.DEFAULT));
        var first = ((Outcome.Ready) next()).loaded();
        answers(first);
        var before = engines();
        assertThat(before).hasSize(1);

        var copy = Files.copy(MODEL, folder.resolve("copy.gguf"));
        desk.use(new ModelChoice.File(copy, new Device(0, first.model().choice().device().library())), "");
        var second = ((Outcome.Ready) next()).loaded();
        assertThat(second.model().info().file()).endsWith("copy.gguf");
        assertThat(second.model().facts()).isPresent();
        answers(second);
        while (ProcessHandle.of(before.getFirst()).filter(ProcessHandle::isAlive).isPresent()) {
            Thread.sleep(20);
        }
        assertThat(engines()).hasSize(1).doesNotContainAnyElementsOf(before);

        var broken = folder.resolve("broken.gguf");
        Files.write(broken, Arrays.copyOf(Files.readAllBytes(MODEL), 50_000));
        desk.use(new ModelChoice.File(broken, Device.DEFAULT), "");
        var refused = (Outcome.Refused) next();
        assertThat(refused.sentence()).contains("broken.gguf");
        desk.use(new ModelChoice.Server("http://127.0.0.1:9", "", ""), "");
        assertThat(((Outcome.Refused) next()).sentence()).contains("127.0.0.1:9");
        answers(second);
        assertThat(notices).isEmpty();
    }
}
