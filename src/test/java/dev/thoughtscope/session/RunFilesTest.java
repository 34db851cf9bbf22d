package dev.thoughtscope.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFilesTest {
    @TempDir
    private Path home;

    private final List<String> notices = new CopyOnWriteArrayList<>();

    private RunFiles folder() {
        return new RunFiles(home.resolve("runs"));
    }

    private Runner runner(Autosaves saves) {
        return saves.around(Script.thinker(), notices::add);
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
        var saves = new Autosaves(folder());
        var run = runner(saves).start(request("How long, then?"));
        end(run);
        saves.close();
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
        var saves = new Autosaves(folder());
        end(runner(saves).start(request("Cut off?")));
        saves.close();
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
        var saves = new Autosaves(folder());
        var runner = runner(saves);
        var first = runner.start(request("On?"));
        end(first);
        end(runner.goOn(first.log(), first.log().size() - 1, request("").withRollouts(5)));
        saves.close();
        assertThat(folder().recent(5)).extracting(SavedRun::question).containsExactly("On?", "On?");
    }

    @Test
    void theNewestStandsFirst() throws Exception {
        var source = home.resolve("one.thoughts");
        var run = Script.thinker().start(request("Old?"));
        end(run);
        LogFile.write(run.log(), source);
        Files.createDirectories(folder().folder());
        for (int i = 0; i < 6; i++) {
            Files.copy(source, folder().next("Old " + i, Instant.ofEpochSecond(1_000_000 + 60 * i)));
        }
        Files.writeString(folder().folder().resolve("noise.thoughts"), "no run");
        Files.writeString(folder().folder().resolve("notes.txt"), "mine");
        assertThat(folder().recent(4)).extracting(one -> one.file().getFileName().toString().replaceAll("\\D*(\\d)\\.thoughts$", "$1"))
                .allMatch(name -> name.matches(".*[5432]"))
                .hasSize(4);
    }

    @Test
    void aFolderThatCannotBeMadeIsASentenceAndTheRunGoesOn() throws Exception {
        Files.writeString(home.resolve("runs"), "a file where the folder would be");
        var run = runner(new Autosaves(folder())).start(request("Anyway?"));
        end(run);
        assertThat(run.log().fold().size()).isGreaterThan(1);
        assertThat(notices).singleElement().asString().contains("is not kept");
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
