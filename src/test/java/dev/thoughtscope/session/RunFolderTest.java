package dev.thoughtscope.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    @TempDir
    private Path home;

    private final List<String> notices = new CopyOnWriteArrayList<>();

    private RunFolder folder() {
        return new RunFolder(home.resolve("runs"));
    }

    private Runner runner(KeepingRunner.Keeper keeper) {
        return keeper.before(Script.thinker());
    }

    private static RunRequest request(String question) {
        return new RunRequest(question, "step", 3, 4, 2, 200, 1, 7, false, false);
    }

    private static void end(Run run) throws InterruptedException {
        while (!run.log().hasEnded()) {
            Thread.sleep(5);
        }
    }

    @Test
    void everyRunIsKeptWithItsQuestion() throws Exception {
        var keeper = new KeepingRunner.Keeper(folder(), notices::add);
        var run = runner(keeper).start(request("How long, then?"));
        end(run);
        keeper.await(20_000);
        var runs = folder().recent(5);
        assertThat(runs).hasSize(1);
        assertThat(runs.getFirst().question()).isEqualTo("How long, then?");
        assertThat(runs.getFirst().ended()).isTrue();
        assertThat(folder().unfinished()).isEmpty();
        assertThat(LogFile.read(runs.getFirst().file()).log().fold().size()).isEqualTo(run.log().fold().size());
        assertThat(notices).isEmpty();
    }

    @Test
    void whatACrashLeftIsFoundAndOpensAsFarAsItGoes() throws Exception {
        var keeper = new KeepingRunner.Keeper(folder(), notices::add);
        end(runner(keeper).start(request("Cut off?")));
        keeper.await(20_000);
        var file = folder().recent(1).getFirst().file();
        var bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length * 2 / 3));
        var left = folder().unfinished().orElseThrow();
        assertThat(left.question()).isEqualTo("Cut off?");
        var opened = LogFile.read(left.file());
        assertThat(opened.log().size()).isPositive();
        assertThat(opened.damage()).isPresent();
    }

    @Test
    void aRunGoneOnWithIsKeptToo() throws Exception {
        var keeper = new KeepingRunner.Keeper(folder(), notices::add);
        var runner = runner(keeper);
        var first = runner.start(request("On?"));
        end(first);
        end(runner.goOn(first.log(), first.log().size() - 1, request("").withRollouts(5)));
        keeper.await(20_000);
        assertThat(folder().recent(5)).extracting(SavedRun::question).containsExactly("On?", "On?");
    }

    @Test
    void theNewestStandsFirstAndOldOnesAreDeleted() throws Exception {
        var source = home.resolve("one.thoughts");
        var run = Script.thinker().start(request("Old?"));
        end(run);
        LogFile.write(run.log(), source);
        Files.createDirectories(folder().folder());
        for (int i = 0; i < 6; i++) {
            var file = folder().newFile("Old?", Instant.ofEpochSecond(1_000_000 + i));
            Files.copy(source, file);
            Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_000_000 + i)));
        }
        Files.writeString(folder().folder().resolve("notes.txt"), "mine");
        folder().prune(4);
        assertThat(folder().recent(10)).hasSize(4).extracting(one -> one.changed().getEpochSecond())
                .containsExactly(1_000_005L, 1_000_004L, 1_000_003L, 1_000_002L);
        assertThat(folder().folder().resolve("notes.txt")).exists();
    }

    @Test
    void aFolderThatCannotBeMadeIsASentenceAndTheRunGoesOn() throws Exception {
        Files.writeString(home.resolve("runs"), "a file where the folder would be");
        var run = runner(new KeepingRunner.Keeper(folder(), notices::add)).start(request("Anyway?"));
        end(run);
        assertThat(run.log().fold().size()).isGreaterThan(1);
        assertThat(notices).singleElement().asString().contains("The run goes on");
    }

    @Test
    void aFileOfALaterFormatOpensAsFarAsItIsUnderstood() throws Exception {
        var run = Script.thinker().start(request("Later?"));
        end(run);
        var file = home.resolve("later.thoughts");
        LogFile.write(run.log(), file);
        var text = Files.readString(file).replaceFirst("\"version\":1", "\"version\":7");
        Files.writeString(file, text + "{\"seq\":" + run.log().size() + ",\"nanos\":1,\"event\":{\"type\":\"Teleported\"}}\n");
        var opened = LogFile.read(file);
        assertThat(opened.log().size()).isEqualTo(run.log().size());
        assertThat(opened.damage().orElseThrow()).contains("newer Thoughtscope").contains("format 7");
    }
}
