package dev.thoughtscope.endurance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// Runs an exact study of the model that ships in one go, and once more with `kill -9` at random moments, each followed by
/// the same command; then compares all that was measured, the clock aside, to the last bit.
public final class StudyKills {
    private static final int MOST_MILLIS = 40_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path image;
    private final Path folder = Files.createTempDirectory("study-kills");

    private StudyKills(Path image) throws IOException {
        this.image = image;
    }

    /// @param arguments the image's folder, how often, a seed, and the problems of each file
    public static void main(String[] arguments) throws Exception {
        var study = new StudyKills(Path.of(arguments[0]));
        int kills = Integer.parseInt(arguments[1]);
        var random = new Random(Long.parseLong(arguments[2]));
        int problems = Integer.parseInt(arguments[3]);
        study.toItsEnd("at-once", problems);
        int landed = 0;
        for (int i = 1; i <= kills; i++) {
            var process = study.start("in-pieces", problems);
            if (!process.waitFor(random.nextInt(MOST_MILLIS), TimeUnit.MILLISECONDS)) {
                var children = process.descendants().toList();
                process.destroyForcibly().waitFor();
                children.forEach(ProcessHandle::destroyForcibly);
                landed++;
            }
            System.out.println(i + ": killed with " + study.measured("in-pieces").size() + " runs measured");
        }
        study.toItsEnd("in-pieces", problems);
        study.compare(landed);
    }

    private Process start(String name, int problems) throws IOException {
        return new ProcessBuilder(
                        image.resolve("bin").resolve("thoughtscope").toString(),
                        "study", "run", "--exact", "--limit", String.valueOf(problems), "--out", folder.resolve(name).toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
    }

    private void toItsEnd(String name, int problems) throws IOException, InterruptedException {
        int code = start(name, problems).waitFor();
        if (code != 0) {
            throw new IOException("the study ended with " + code + ": " + Files.readString(folder.resolve("output.txt")));
        }
    }

    private void compare(int landed) throws IOException {
        var atOnce = measured("at-once");
        var inPieces = measured("in-pieces");
        long different = atOnce.entrySet().stream()
                .filter(one -> !one.getValue().equals(inPieces.get(one.getKey())))
                .count();
        System.out.printf(
                "%d kills of a study; %d runs and texts at once, %d in pieces, %d of them different%n",
                landed, atOnce.size(), inPieces.size(), different);
        System.exit(different == 0 && atOnce.keySet().equals(inPieces.keySet()) ? 0 : 1);
    }

    /// Everything that was measured, by what it belongs to, without what the clock told. A last line that a kill has cut is
    /// left out.
    private Map<String, JsonNode> measured(String name) throws IOException {
        var all = new TreeMap<String, JsonNode>();
        for (var file : new String[] {"results.jsonl", "thinking.jsonl"}) {
            var path = folder.resolve(name).resolve(file);
            for (var line : Files.exists(path) ? Files.readAllLines(path) : List.<String>of()) {
                try {
                    var one = (ObjectNode) JSON.readTree(line);
                    forgetTime(one);
                    String key = one.path("id").asText() + one.path("problem").asText() + " " + one.path("method").asText();
                    if (all.put(key, one) != null) {
                        throw new IllegalStateException(key + " was measured twice");
                    }
                } catch (JsonProcessingException cut) {
                    // the line that a kill met
                }
            }
        }
        return all;
    }

    private static void forgetTime(ObjectNode one) {
        one.remove(List.of("nanos", "inFlight"));
        one.path("attempts").forEach(attempt -> ((ObjectNode) attempt).remove("nanos"));
    }
}
