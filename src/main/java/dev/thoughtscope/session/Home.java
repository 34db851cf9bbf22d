package dev.thoughtscope.session;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/// Where the app's own files lie: the model that ships and its sample questions.
///
/// @param folder holds `models`; from the system property `thoughtscope.home`, else the working folder
public record Home(Path folder) {
    private static final String MODEL = "thoughtscope-small.gguf";
    private static final List<String> SAMPLES = List.of(
            "Tom has 45 apples. He buys 23 more apples and then gives 12 apples to Anna. How many apples does Tom have now?");

    /// A question that the shipped model can answer.
    public record Sample(String title, String question, String answer) {}

    public static Home find() {
        return new Home(Path.of(System.getProperty("thoughtscope.home", ".")).toAbsolutePath().normalize());
    }

    public Path models() {
        return folder.resolve("models");
    }

    public Path shippedModel() {
        return models().resolve(MODEL);
    }

    /// A llama.cpp that was packed with the app, as on Windows, where the bundled library cannot be called.
    public Optional<Path> packedLibrary() {
        return Optional.of(folder.resolve("llama")).filter(Files::isDirectory);
    }

    /// The licences of all that ships, as one text; made when the app is packaged, else a sentence that says so.
    public String thirdParty() {
        try {
            return Files.readString(folder.resolve("THIRD-PARTY.txt"));
        } catch (IOException notPackaged) {
            return "The licences of what ships are gathered when the app is packaged: mvn package, then"
                    + " target/image-input/THIRD-PARTY.txt.";
        }
    }

    /// Questions in the order of the menu, at least one.
    public List<String> sampleQuestions() {
        var samples = samples();
        return samples.isEmpty() ? SAMPLES : samples.stream().map(Sample::question).toList();
    }

    /// The right answer of each sample question.
    public Map<String, String> sampleAnswers() {
        var answers = new HashMap<String, String>();
        samples().forEach(sample -> answers.put(sample.question().strip(), sample.answer()));
        return answers;
    }

    private List<Sample> samples() {
        var file = models().resolve("samples.json");
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            var samples = new ArrayList<Sample>();
            for (var node : new ObjectMapper().readTree(file.toFile())) {
                samples.add(new Sample(
                        node.path("title").asText(""), node.path("question").asText(""), node.path("answer").asText("")));
            }
            return samples;
        } catch (IOException damaged) {
            LoggerFactory.getLogger(Home.class).warn("sample questions cannot be read from {}", file, damaged);
            return List.of();
        }
    }
}
