package dev.thoughtscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.session.LogFile;
import dev.thoughtscope.session.RunRequest;
import dev.thoughtscope.viewmodel.FakeRun;
import dev.thoughtscope.viewmodel.FakeRunner;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    @TempDir
    private Path folder;

    private final List<Integer> drawn = new ArrayList<>();
    private Path run;

    private record Ended(int code, String told) {}

    @BeforeEach
    void saveARun() throws Exception {
        run = folder.resolve("run.thoughts");
        LogFile.write(FakeRunner.log(new RunRequest(FakeRun.CARLA, "step", 4, 3, 4, 400, 1, 7, true, false)), run);
    }

    private Ended execute(String... arguments) {
        var told = new ByteArrayOutputStream();
        var errors = System.err;
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
        try {
            int code = Commands.execute((log, _) -> drawn.add(log.size()), (_, _) -> {}, arguments);
            return new Ended(code, told.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(errors);
        }
    }

    @Test
    void theTreeGoesIntoFilesByTheirEndings() throws Exception {
        var svg = folder.resolve("new/tree.svg");
        var markdown = folder.resolve("way.md");
        var ended = execute("export", run.toString(), "--to", svg.toString(), "-o", markdown.toString());
        assertThat(ended.code()).isEqualTo(Exit.OK);
        assertThat(Files.readString(svg)).startsWith("<svg");
        assertThat(Files.readString(markdown)).startsWith("# Carla is downloading").contains("**Answer: 160**");
    }

    @Test
    void aMomentOfTheRunCanBeWritten() throws Exception {
        var all = folder.resolve("all.csv");
        var some = folder.resolve("some.csv");
        execute("export", run.toString(), "-o", all.toString());
        execute("export", run.toString(), "-o", some.toString(), "--at", "40");
        assertThat(Files.readAllLines(some)).hasSizeLessThan(Files.readAllLines(all).size());
        execute("export", run.toString(), "-o", folder.resolve("window.png").toString(), "--at", "40");
        assertThat(drawn).containsExactly(40);
    }

    @Test
    void whatCannotBeWrittenIsASentence() {
        var unknown = execute("export", run.toString(), "-o", folder.resolve("tree.doc").toString());
        assertThat(unknown.code()).isEqualTo(Exit.USAGE);
        assertThat(unknown.told()).contains("no ending that is known: choose .svg, .dot, .csv, .json, .md, .txt or .png.");
        assertThat(execute("export", run.toString()).told()).contains("Say what to write");
        assertThat(execute("export", run.toString(), "-o", "-", "--palette", "rainbow").told()).contains("choose viridis");
        assertThat(execute("export", folder.resolve("none.thoughts").toString(), "-o", "-").code()).isEqualTo(Exit.FILE);
    }
}
