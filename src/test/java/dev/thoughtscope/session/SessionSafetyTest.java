package dev.thoughtscope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thoughtscope.search.Event;
import dev.thoughtscope.search.RunInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionSafetyTest {
    @TempDir
    private Path folder;

    private final ConcurrentLinkedQueue<String> notices = new ConcurrentLinkedQueue<>();

    static EventLog begun() {
        var log = new EventLog();
        log.append(new Event.RunStarted(new RunInfo("q", "p", "", new TreeMap<>(), new TreeMap<>(), 1, 1)));
        return log;
    }

    private static EventLog ended() {
        var log = begun();
        log.append(new Event.Finished(Event.Ending.STOPPED));
        return log;
    }

    private static int events(Path file) throws IOException {
        return LogFile.read(file).log().size();
    }

    @Test
    void anEarlierFileIsKeptUntilTheNewOneIsWhole() throws Exception {
        var file = folder.resolve("run.thoughts");
        LogFile.write(ended(), file);
        var log = begun();
        var saved = Autosave.follow(log, file, notices::add);
        assertThat(events(folder.resolve("run.earlier.thoughts"))).isEqualTo(2);
        assertThat(events(file)).isEqualTo(1);
        log.append(new Event.Resumed());
        log.append(new Event.Finished(Event.Ending.STOPPED));
        saved.get(10, TimeUnit.SECONDS);
        assertThat(events(file)).isEqualTo(3);
        assertThat(folder.resolve("run.earlier.thoughts")).doesNotExist();
        assertThat(notices).isEmpty();
        assertThat(files()).containsExactly("run.thoughts");
    }

    @Test
    void aFileThatIsTakenAwayIsNoticedAndTheRunGoesOnBesideIt() throws Exception {
        var file = folder.resolve("run.thoughts");
        var log = begun();
        var saved = Autosave.follow(log, file, notices::add);
        Files.writeString(file, "somebody else's");
        log.append(new Event.Resumed());
        log.append(new Event.Finished(Event.Ending.STOPPED));
        saved.get(10, TimeUnit.SECONDS);
        assertThat(Files.readString(file)).isEqualTo("somebody else's");
        assertThat(events(folder.resolve("run-2.thoughts"))).isEqualTo(3);
    }

    @Test
    void theSecondProcessOnAFileIsTold() throws Exception {
        var file = folder.resolve("run.thoughts");
        LogFile.write(ended(), file);
        var other = new ProcessBuilder("sleep", "60").start();
        try {
            long start = other.info().startInstant().orElseThrow().toEpochMilli();
            Files.writeString(folder.resolve(".run.thoughts.lock"), other.pid() + " " + start);
            String told = "Another Thoughtscope is writing " + file;
            assertThatThrownBy(() -> LogFile.write(begun(), file)).isInstanceOf(IOException.class).hasMessageContaining(told);
            assertThatThrownBy(() -> Autosave.follow(begun(), file, notices::add)).hasMessageContaining(told);
            assertThat(LogFile.read(file).damage()).hasValueSatisfying(text -> assertThat(text).contains("still writing"));
            assertThat(LogFile.read(file).log().size()).isEqualTo(2);
        } finally {
            other.destroyForcibly().waitFor();
        }
        LogFile.write(begun(), file);
        assertThat(events(file)).as("a mark whose process is gone counts for nothing").isEqualTo(1);
        assertThat(files()).containsExactly("run.thoughts");
    }

    @Test
    void twoRunsOfOneProcessDoNotShareAFile() throws Exception {
        var file = folder.resolve("run.thoughts");
        var log = begun();
        var saved = Autosave.follow(log, file, notices::add);
        assertThatThrownBy(() -> Autosave.follow(begun(), file, notices::add)).hasMessageContaining("choose another name");
        log.append(new Event.Finished(Event.Ending.STOPPED));
        saved.get(10, TimeUnit.SECONDS);
        assertThat(events(file)).isEqualTo(2);
    }

    @Test
    void aFolderThatCannotBeMadeIsToldInASentence() throws Exception {
        var plain = Files.writeString(folder.resolve("plain"), "");
        assertThatThrownBy(() -> LogFile.write(ended(), plain.resolve("x").resolve("run.thoughts")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be written")
                .hasMessageEndingWith("Nothing that was saved before is lost.");
    }

    @Test
    void runsOfTheWindowAreKeptAndACutOffOneIsTold() throws Exception {
        var kept = new RunFiles(folder.resolve("kept"));
        var log = begun();
        try (var saves = new Autosaves(kept)) {
            var runner = saves.around(new OneRun(log), notices::add);
            runner.start(RunRequest.of("Tom's ../apples?\n\0"));
            assertThat(notices).isEmpty();
            log.append(new Event.Finished(Event.Ending.STOPPED));
        }
        assertThat(kept.cutOff()).isEmpty();
        var file = files(kept.folder()).getFirst();
        assertThat(file).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d-\\d\\d-\\d\\d Tom s apples\\.thoughts");
        assertThat(events(kept.folder().resolve(file))).isEqualTo(2);
        var cut = kept.folder().resolve("9999 cut.thoughts");
        LogFile.write(begun(), cut);
        assertThat(kept.unfinished()).map(SavedRun::file).contains(cut);
    }

    private record OneRun(EventLog log) implements Runner {
        @Override
        public Run start(RunRequest request) {
            return new Run(log, null);
        }

        @Override
        public String modelLine() {
            return "";
        }

        @Override
        public List<String> samples() {
            return List.of();
        }
    }

    private List<String> files() throws IOException {
        return files(folder);
    }

    private static List<String> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
