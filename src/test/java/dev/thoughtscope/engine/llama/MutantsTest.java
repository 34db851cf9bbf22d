package dev.thoughtscope.engine.llama;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutantsTest {
    @TempDir
    private Path folder;

    /// The single seeds once ended the process: equal tokens, a missing byte, a negative epsilon.
    @Test
    void noDamagedHeaderPassesTheCheckAndThenEndsTheProcess() throws Exception {
        var output = folder.resolve("output.txt");
        var builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-CreateCoredumpOnCrash",
                "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"),
                MutantLoader.class.getName(), folder.toString(),
                "157", "297", "924", "1165", "2765", "3013", "3314", "5694", "0-120"));
        builder.environment().put("GGML_NO_BACKTRACE", "1");
        var process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        boolean ended = process.waitFor(240, TimeUnit.SECONDS);
        process.destroyForcibly();
        var lines = Files.readAllLines(output);
        assertThat(ended).as("hung after %s", lines.getLast()).isTrue();
        assertThat(process.exitValue()).as(String.join("\n", lines)).isZero();
        assertThat(lines.getLast()).matches("passed the check: [1-9]\\d*");
    }
}
