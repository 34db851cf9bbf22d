package dev.thoughtscope.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.thoughtscope.search.TreeText;
import dev.thoughtscope.session.LogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged app, as a person starts it.
class ImageIT {
    private static final Path IMAGE = Path.of(System.getProperty("thoughtscope.image"));
    private static final String QUESTION =
            "Tom has 45 apples. He buys 23 more apples and then gives 12 apples to Anna. How many apples does Tom have now?";

    @TempDir
    private Path folder;

    private record Outcome(int exit, String out, String err) {}

    private Outcome app(String input, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(IMAGE.resolve("bin/thoughtscope").toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(Files.writeString(folder.resolve("in"), input).toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
        var process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("ended in time").isTrue();
        return new Outcome(
                process.exitValue(),
                Files.readString(folder.resolve("out")),
                Files.readString(folder.resolve("err")));
    }

    @Test
    void aSampleQuestionIsAnsweredAndReplaysToTheSameTree() throws Exception {
        var run = app("", "run", QUESTION, "--json", "--out", "run.thoughts", "--expect", "56");
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.get("answer").asText()).isEqualTo("56");
        assertThat(json.get("value").asDouble()).isBetween(0.5, 1.0);
        assertThat(json.get("chain")).isNotEmpty().allMatch(step -> step.has("text") && step.has("value") && step.has("visits"));
        assertThat(json.get("rollouts").asInt()).isEqualTo(16);
        assertThat(json.get("sharedPrefixTokens").asInt()).isGreaterThan(json.get("generatedTokens").asInt());
        assertThat(json.get("tokensPerSecond").asDouble()).isPositive();
        assertThat(json.get("model").get("parameters").asLong()).isGreaterThan(1_000_000);
        var tree = LogFile.read(folder.resolve("run.thoughts")).log().fold();
        assertThat(tree.size()).isEqualTo(json.get("nodes").asInt());
        assertThat(app("", "replay", "run.thoughts").out()).startsWith(TreeText.of(tree));
    }

    @Test
    void withoutADisplayItSaysSoAndLeavesThePicture() throws Exception {
        var run = app("");
        assertThat(run.exit()).isZero();
        assertThat(run.out().lines().findFirst().orElseThrow()).startsWith("There is no display");
        assertThat(run.out()).contains("├─").contains("Answer: ");
        var picture = Files.readAllBytes(folder.resolve("thoughtscope.png"));
        assertThat(Arrays.copyOf(picture, 4)).containsExactly(0x89, 'P', 'N', 'G');
        assertThat(picture.length).isGreaterThan(20_000);
    }

    @Test
    void whatCannotBeDoneIsOneClearSentence() throws Exception {
        Files.writeString(folder.resolve("text.gguf"), "hello, I am no model");
        var model = Files.readAllBytes(Path.of("models/thoughtscope-small.gguf"));
        Files.write(folder.resolve("cut.gguf"), Arrays.copyOf(model, model.length / 2));
        assertSentence(1, "no-such.gguf", "run", "q", "--model", "no-such.gguf");
        assertSentence(1, "text.gguf", "run", "q", "--model", "text.gguf");
        assertSentence(1, "cut.gguf", "run", "q", "--model", "cut.gguf");
        assertSentence(2, "The question is empty", "run", " ");
        assertSentence(1, "too long for this model", "run", "apples ".repeat(3000));
        assertSentence(2, "There is no action", "run", "q", "--action", "leap");
        assertSentence(3, "There is no file", "replay", "no-such.thoughts");
    }

    private void assertSentence(int exit, String about, String... arguments) throws Exception {
        var run = app("", arguments);
        assertThat(run.exit()).as(run.err()).isEqualTo(exit);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains(about).doesNotContain("Exception").endsWith(".\n");
    }

    @Test
    void itsStartIsPrepared() throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux"));
        assertThat(IMAGE.resolve("lib/app/thoughtscope.aot")).as("the virtual machine's cache").isRegularFile();
        assertThat(IMAGE.resolve("lib/runtime/lib/libprism_sw.so")).as("JavaFX beside Java").isRegularFile();
        try (var start = Files.lines(IMAGE.resolve("bin/thoughtscope"))) {
            assertThat(start.findFirst()).as("a launcher that asks no package database").contains("#!/bin/sh");
        }
        var elsewhere = Files.createSymbolicLink(folder.resolve("a link to it"), IMAGE.resolve("bin/thoughtscope").toAbsolutePath());
        var asked = new ProcessBuilder(elsewhere.toString(), "run", "one argument", "--action", "no such").redirectErrorStream(true).start();
        assertThat(new String(asked.getInputStream().readAllBytes())).contains("There is no action");
        assertThat(asked.waitFor()).isEqualTo(2);
    }

    @Test
    void theStartIsMeasuredFromCommandToAnswer() throws Exception {
        var bench = app("", "bench", "--start");
        assertThat(bench.exit()).isZero();
        assertThat(bench.out()).contains("command to first window").containsPattern("window to first node +\\d+ ms").contains("16 rollouts");
    }

    @Test
    void theDebuggerIsReachableInLinesOfJson() throws Exception {
        String commands =
                """
                {"do":"step"}
                {"do":"until"}
                {"do":"edit","node":1,"text":"Let me go slowly."}
                {"do":"until"}
                {"do":"tree"}
                {"do":"no such thing"}
                """;
        var run = app(commands, "run", QUESTION, "--control", "-", "--out", "edited.thoughts");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("@ Let me go slowly.").contains("(left out)");
        assertThat(run.err()).contains("Line 6: there is no command \"no such thing\"");
        var tree = LogFile.read(folder.resolve("edited.thoughts")).log().fold();
        assertThat(tree.isBanned(1)).isTrue();
    }
}
