package dev.thoughtscope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Disks of a few megabytes, mounted for a process alone: Linux, and a user who may mount.
class TinyDiskTest {
    @TempDir
    private Path folder;

    @Test
    void aFullDiskLosesNothing() throws Exception {
        var lines = run("mount -t tmpfs -o size=4m none $D && exec $J full $D");
        assertThat(lines.get(0)).contains("cannot be written: the disk is full").endsWith("Nothing that was saved before is lost.");
        assertThat(lines.get(1)).isEqualTo("earlier 2 events, whole");
        assertThat(lines.get(2)).contains("the disk is full");
        assertThat(lines.get(3)).contains("the disk is full").endsWith("The run goes on.");
        assertThat(lines.get(4)).isEqualTo("autosaved 3 events");
        assertThat(lines.get(5)).isEqualTo("earlier 2 events, whole");
        assertThat(lines.get(6)).isEqualTo("files [auto.thoughts, run.thoughts]");
    }

    @Test
    void aDiskThatCanOnlyBeReadIsToldAsSuch() throws Exception {
        LogFile.write(SessionSafetyTest.begun(), folder.resolve("run.thoughts"));
        var lines = run("mount --bind $D $D && mount -o remount,ro,bind $D && exec $J read-only $D");
        assertThat(lines.get(0)).contains("its disk can only be read; choose another place");
        assertThat(lines.get(1)).contains("its disk can only be read; choose another place");
        assertThat(lines.get(2)).isEqualTo("earlier 1 events");
    }

    private List<String> run(String script) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java") + " -cp " + System.getProperty("java.class.path")
                + " " + TinyDisk.class.getName();
        assumeTrue(System.getProperty("os.name").equals("Linux") && mayMount(), "a user who may mount disks");
        var output = Files.createTempFile("tiny-disk", ".txt");
        try {
            var builder = new ProcessBuilder("unshare", "--mount", "sh", "-c", script)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().put("D", folder.toString());
            builder.environment().put("J", java);
            var process = builder.start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            var lines = Files.readAllLines(output);
            assertThat(process.exitValue()).as(String.join("\n", lines)).isZero();
            return lines;
        } finally {
            Files.delete(output);
        }
    }

    private static boolean mayMount() throws InterruptedException {
        try {
            var process = new ProcessBuilder("unshare", "--mount", "true").redirectErrorStream(true).start();
            return process.waitFor() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
