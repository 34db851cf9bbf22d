package dev.thoughtscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.app.ModelDesk.Outcome;
import dev.thoughtscope.settings.ModelChoice;
import dev.thoughtscope.settings.ModelChoice.Device;
import dev.thoughtscope.viewmodel.models.FakeHost;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ModelDeskTest {
    private final List<String> diary = new CopyOnWriteArrayList<>();
    private long needed = 1;
    private String broken = "";

    private final ModelDesk desk = new ModelDesk(new ModelDesk.Opener() {
        @Override
        public Loaded open(ModelChoice choice, String key) {
            if (!broken.isEmpty() && name(choice).matches(broken)) {
                diary.add("failed " + name(choice));
                throw new IllegalStateException(name(choice) + " cannot be loaded.");
            }
            diary.add("opened " + name(choice));
            return new Loaded(null, null, Optional.empty(), null, FakeHost.inUse(choice), () -> diary.add("ended " + name(choice)));
        }

        @Override
        public long bytes(ModelChoice choice) {
            return needed;
        }
    });

    @AfterEach
    void close() {
        desk.close();
    }

    private static ModelChoice file(String name) {
        return new ModelChoice.File(Path.of(name), Device.DEFAULT);
    }

    private static String name(ModelChoice choice) {
        return choice instanceof ModelChoice.File(var file, var _) ? file.toString() : "shipped";
    }

    private Outcome next() throws InterruptedException {
        for (var outcome = desk.poll(); ; outcome = desk.poll()) {
            if (outcome != null) {
                return outcome;
            }
            Thread.sleep(5);
        }
    }

    private void until(String line) throws InterruptedException {
        while (!diary.contains(line)) {
            Thread.sleep(5);
        }
    }

    @Test
    void theOldModelEndsWhenTheNewOneIsThere() throws Exception {
        desk.begin(file("a"));
        assertThat(next()).isInstanceOf(Outcome.Ready.class);
        desk.use(file("b"), "");
        assertThat(next()).isInstanceOf(Outcome.Ready.class);
        until("ended a");
        assertThat(diary).containsExactly("opened a", "opened b", "ended a");
    }

    @Test
    void aModelThatFailsLeavesTheOldOneRunning() throws Exception {
        desk.begin(file("a"));
        next();
        broken = "b";
        desk.use(file("b"), "");
        assertThat(next()).isEqualTo(new Outcome.Refused("b cannot be loaded."));
        assertThat(diary).containsExactly("opened a", "failed b");
    }

    @Test
    void whereBothDoNotFitTheOldOneEndsFirstAndComesBackIfTheNewOneFails() throws Exception {
        desk.begin(file("a"));
        next();
        needed = Long.MAX_VALUE;
        broken = "b";
        desk.use(file("b"), "");
        var outcome = (Outcome.Ready) next();
        assertThat(outcome.loaded().model().choice()).isEqualTo(file("a"));
        assertThat(outcome.sentence()).isEqualTo("b cannot be loaded.");
        assertThat(diary).containsExactly("opened a", "ended a", "failed b", "opened a");
    }

    @Test
    void aChoiceThatFailsAtTheStartIsStoodInForByTheShippedModel() throws Exception {
        broken = "a";
        desk.begin(file("a"));
        var outcome = (Outcome.Ready) next();
        assertThat(outcome.loaded().model().choice()).isEqualTo(ModelChoice.SHIPPED);
        assertThat(outcome.sentence()).isEqualTo("a cannot be loaded.");
    }

    @Test
    void ifNothingCanBeLoadedTheReasonIsTheFirstOne() throws Exception {
        broken = "a|shipped";
        desk.begin(file("a"));
        assertThat(next()).isEqualTo(new Outcome.Nothing("a cannot be loaded."));
    }
}
