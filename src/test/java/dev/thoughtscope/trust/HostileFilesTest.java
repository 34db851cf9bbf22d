package dev.thoughtscope.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each hostile file is refused within two seconds in 256 MB, in one sentence, and nothing is written.
class HostileFilesTest {
    private static final int FEWEST = 60;
    private static final int MOST_MILLIS = 2000;
    private static final int LONGEST_SENTENCE = 900;

    @TempDir
    private Path folder;

    private static List<Hostile> all() {
        return Stream.of(HostileSessions.all(), HostileStudies.all(), HostileModels.all(), HostileWires.all())
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void eachIsRefusedInASentence() throws Exception {
        var hostile = all();
        assertThat(hostile).hasSizeGreaterThanOrEqualTo(FEWEST);
        assertThat(hostile.stream().map(Hostile::name)).doesNotHaveDuplicates();
        var files = Files.createDirectory(folder.resolve("files"));
        for (var one : hostile) {
            one.maker().write(files.resolve(one.name()));
        }
        var before = listing(folder);
        var lines = readAll(files);
        assertThat(lines).hasSameSizeAs(hostile);
        var softly = new SoftAssertions();
        for (String line : lines) {
            var parts = line.split("\t", 3);
            String sentence = parts[2].substring(parts[2].indexOf(' ') + 1);
            softly.assertThat(parts[2]).as(parts[0]).matches("(?s)(REFUSED|TOLD) .*");
            softly.assertThat(Integer.parseInt(parts[1])).as("milliseconds for " + parts[0]).isLessThan(MOST_MILLIS);
            softly.assertThat(sentence).as(parts[0]).endsWith(".").doesNotContain("LINE-END", "Exception", "null").doesNotContainPattern("\\p{Cc}");
            softly.assertThat(sentence.length()).as("length for " + parts[0]).isLessThan(LONGEST_SENTENCE);
        }
        softly.assertAll();
        assertThat(listing(folder)).isEqualTo(before);
    }

    private List<String> readAll(Path files) throws IOException, InterruptedException {
        var output = Files.createTempFile("hostile", ".txt");
        try {
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-Xmx256m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError",
                            "-cp", System.getProperty("java.class.path"),
                            HostileReader.class.getName(), files.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(180, TimeUnit.SECONDS);
            process.destroyForcibly();
            var lines = Files.readAllLines(output);
            assertThat(ended).as("hung after %s", lines.isEmpty() ? "nothing" : lines.getLast()).isTrue();
            assertThat(process.exitValue()).as(String.join("\n", lines)).isZero();
            return lines;
        } finally {
            Files.delete(output);
        }
    }

    /// Every path with its size and time.
    private static List<String> listing(Path folder) throws IOException {
        var all = new ArrayList<String>();
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted().toList()) {
                all.add(path + " " + (Files.isRegularFile(path) ? Files.size(path) : 0) + " " + Files.getLastModifiedTime(path));
            }
        }
        return all;
    }
}
