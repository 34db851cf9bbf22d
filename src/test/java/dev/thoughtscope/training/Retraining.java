package dev.thoughtscope.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The model's training in short, with `mvn test -Ptraining`; its name keeps it out of `mvn verify`.
class Retraining {
    private static final Path TRAINING = Path.of("models", "training");
    private static final String MISSING =
            "Skipped: no Python with PyTorch and NumPy is here (Debian: apt-get install python3-torch python3-numpy g++; or name one in PYTHON).";

    @TempDir
    Path folder;

    @Test
    void oneCommandTrainsExportsAndMeasures() throws IOException, InterruptedException {
        assertThat(said("sh", "train.sh", "--smoke", "--threads", "1")).endsWith("smoke run complete\n");
    }

    @Test
    void theTrainersOwnTestsPass() throws IOException, InterruptedException {
        assertThat(said(python(), "-m", "unittest")).contains("\nOK");
    }

    private String said(String... command) throws IOException, InterruptedException {
        var output = folder.resolve("output.txt");
        var builder = new ProcessBuilder(command)
                .directory(TRAINING.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("PYTHON", python());
        var process = builder.start();
        try {
            var ended = process.waitFor(15, TimeUnit.MINUTES);
            var text = Files.readString(output);
            assertThat(ended).as("ended in 15 minutes").isTrue();
            assertThat(process.exitValue()).as(text).isZero();
            return text;
        } finally {
            process.destroy();
        }
    }

    private static String python() {
        var found = Stream.concat(Optional.ofNullable(System.getenv("PYTHON")).stream(), Stream.of("python3", "/usr/bin/python3"))
                .filter(Retraining::hasTorch)
                .findFirst();
        Assumptions.assumeTrue(found.isPresent(), MISSING);
        return found.orElseThrow();
    }

    private static boolean hasTorch(String python) {
        try {
            var process = new ProcessBuilder(List.of(python, "-c", "import torch, numpy"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
