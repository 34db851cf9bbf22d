package dev.thoughtscope.viewmodel.study;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.thoughtscope.study.StudyFile;
import dev.thoughtscope.study.StudyFileException;
import dev.thoughtscope.study.StudyFolder;
import dev.thoughtscope.study.data.DatasetFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/// Where studies come from and where their results lie.
///
/// @param models folder of the model that ships, from which the paths of the studies that ship start
/// @param studies folder in which each study has a folder of its own
public record StudyShelf(Path models, Path studies) {
    private static final String STUDY_TEXT = "as-written.json";

    /// Those that ship, and those that were run.
    List<StudyEntry> entries() throws StudyFileException {
        var entries = new ArrayList<StudyEntry>();
        for (String name : StudyFile.PRESETS) {
            entries.add(entry(StudyFile.preset(name), models.resolve(name + ".json"), Optional.empty()));
        }
        return entries;
    }

    /// Studies with results, the latest first.
    List<StudyEntry> measured() {
        if (!Files.isDirectory(studies)) {
            return List.of();
        }
        try (var folders = Files.list(studies)) {
            var found = new ArrayList<StudyEntry>();
            for (var folder : folders.filter(one -> new StudyFolder(one).isStudy()).sorted().toList()) {
                var written = folder.resolve(STUDY_TEXT);
                String text = Files.isRegularFile(written) ? Files.readString(written) : "";
                String base = text.isEmpty() ? "" : text.lines().findFirst().orElse("");
                String study = text.isEmpty() ? "" : text.substring(text.indexOf('\n') + 1);
                found.add(new StudyEntry(
                        new StudyFolder(folder).read().manifest().name() + " · " + model(folder),
                        study,
                        Path.of(base),
                        Optional.of(folder)));
            }
            return found;
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static String model(Path folder) throws IOException {
        return new StudyFolder(folder).read().manifest().model().name();
    }

    /// @throws IOException in one sentence if the file cannot be read
    StudyEntry read(Path file) throws StudyFileException, IOException {
        StudyFile.read(file);
        return entry(Files.readString(file), file, Optional.empty());
    }

    private static StudyEntry entry(String text, Path base, Optional<Path> folder) throws StudyFileException {
        return new StudyEntry(StudyFile.parse(base, text).name(), text, base, folder);
    }

    /// The same study, on the same model, always has the same folder, so that it is gone on with.
    Path folderFor(String text, String name, String model) {
        var crc = new CRC32();
        crc.update((text + "\n" + model).getBytes(StandardCharsets.UTF_8));
        String slug = name.replaceAll("[^A-Za-z0-9]+", "-");
        slug = slug.substring(0, Math.min(40, slug.length()));
        return studies.resolve(slug + String.format("-%08x", (int) crc.getValue()));
    }

    /// Keeps how a study was written beside its results.
    void keep(StudyEntry entry, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(STUDY_TEXT), entry.base() + "\n" + entry.text());
    }

    /// The study with other problems.
    ///
    /// @throws IOException in one sentence if the file cannot be read
    static String withProblems(String text, Path file) throws IOException {
        var json = new ObjectMapper();
        if (!(json.readTree(text) instanceof ObjectNode study)) {
            throw new IOException("The study is no JSON object: choose one of the studies first.");
        }
        var dataset = json.createObjectNode();
        dataset.put("path", file.toAbsolutePath().toString());
        dataset.put("format", DatasetFormat.guess(file).label());
        if (study.path("dataset").has("limit")) {
            dataset.set("limit", study.path("dataset").path("limit"));
        }
        study.set("dataset", dataset);
        study.put("name", study.path("name").asText("Study") + ", " + file.getFileName());
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(study);
    }
}
