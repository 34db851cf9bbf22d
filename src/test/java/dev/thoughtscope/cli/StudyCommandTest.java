package dev.thoughtscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyCommandTest {
    @TempDir
    private Path folder;

    /// @param told what the command wrote as errors
    private record Ended(int code, String told) {}

    private static Ended execute(String... arguments) {
        var told = new ByteArrayOutputStream();
        var errors = System.err;
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
        try {
            int code = Commands.execute((_, _) -> {}, (_, _) -> {}, arguments);
            return new Ended(code, told.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(errors);
        }
    }

    @Test
    void aStudyFileIsCheckedWithoutAModel() throws Exception {
        var file = folder.resolve("s.json");
        Files.writeString(file, """
                {"thoughtscope": "study", "version": 1, "name": "S", "dataset": {"path": "d.jsonl"},
                 "methods": [{"method": "guess"}]}
                """);
        var ended = execute("study", "run", file.toString(), "--check", "--out", folder.toString());
        assertThat(ended.code()).isEqualTo(Exit.USAGE);
        assertThat(ended.told()).contains("s.json, line 2: there is no method \"guess\"");
        Files.writeString(file, Files.readString(file).replace("guess", "direct"));
        assertThat(execute("study", "run", file.toString(), "--check", "--out", folder.toString()).code()).isEqualTo(Exit.OK);
    }

    @Test
    void aFolderThatHoldsNoStudy() {
        for (String command : new String[] {"report", "compare"}) {
            var ended = command.equals("report")
                    ? execute("study", command, folder.toString())
                    : execute("study", command, folder.toString(), folder.toString(), "--out", folder.toString());
            assertThat(ended.code()).isEqualTo(Exit.FILE);
            assertThat(ended.told().strip()).isEqualTo(folder + " holds no study: there is no study.json in it.");
        }
    }

    @Test
    void studyAloneTellsItsCommands() {
        assertThat(execute("study").code()).isEqualTo(Exit.USAGE);
        assertThat(execute("study", "--help").code()).isEqualTo(Exit.OK);
    }
}
