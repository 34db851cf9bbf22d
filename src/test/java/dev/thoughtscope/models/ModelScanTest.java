package dev.thoughtscope.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.thoughtscope.models.ModelPlaces.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelScanTest {
    private static final Path MODEL = Path.of("models", "thoughtscope-small.gguf");
    private static final String DIGEST = "a".repeat(64);

    @TempDir
    private Path home;

    private ModelPlaces places(Map<String, String> environment) {
        return new ModelPlaces(home, environment::get, "linux");
    }

    private List<FoundModel> scan(List<Place> places) throws Exception {
        var found = new ArrayList<FoundModel>();
        new ModelScan(found::add).run(places);
        return found;
    }

    private void put(String file) throws IOException {
        var path = home.resolve(file);
        Files.createDirectories(path.getParent());
        Files.copy(MODEL, path);
    }

    @Test
    void findsModelsWhereEachProgramKeepsThem() throws Exception {
        put(".lmstudio/models/acme/tiny/tiny-q8.gguf");
        put(".local/share/Jan/data/llamacpp/models/small/model.gguf");
        put(".local/share/nomic.ai/GPT4All/gpt.gguf");
        put("elsewhere/hub/models--a--b/blobs/0123");
        var snapshot = home.resolve("elsewhere/hub/models--a--b/snapshots/1/b-q4.gguf");
        Files.createDirectories(snapshot.getParent());
        Files.createSymbolicLink(snapshot, home.resolve("elsewhere/hub/models--a--b/blobs/0123"));
        put("cache/one.gguf");
        ollama();
        var found = scan(places(Map.of("HF_HOME", home.resolve("elsewhere").toString(), "LLAMA_CACHE", home.resolve("cache").toString()))
                .all());
        assertThat(found)
                .extracting(FoundModel::origin, FoundModel::title)
                .contains(
                        tuple(Origin.LM_STUDIO, "tiny-q8"),
                        tuple(Origin.JAN, "small"),
                        tuple(Origin.GPT4ALL, "gpt"),
                        tuple(Origin.HUGGING_FACE, "b-q4"),
                        tuple(Origin.LLAMA_CPP, "one"),
                        tuple(Origin.OLLAMA, "little:3b"));
        assertThat(found).allMatch(FoundModel::usable);
        assertThat(found.getFirst().facts().orElseThrow().parameters()).isGreaterThan(1_000_000);
        assertThat(found.getFirst().facts().orElseThrow().memory()).isGreaterThan(Files.size(MODEL));
    }

    private void ollama() throws IOException {
        put(".ollama/models/blobs/sha256-" + DIGEST);
        var manifest = home.resolve(".ollama/models/manifests/registry.ollama.ai/library/little/3b");
        Files.createDirectories(manifest.getParent());
        Files.writeString(
                manifest,
                "{\"layers\":[{\"mediaType\":\"application/vnd.ollama.image.license\",\"digest\":\"sha256:00\"},"
                        + "{\"mediaType\":\"application/vnd.ollama.image.model\",\"digest\":\"sha256:" + DIGEST + "\"}]}");
        Files.writeString(manifest.resolveSibling("damaged"), "{");
    }

    @Test
    void whatIsNoModelIsToldWithItsReasonAndPlace() throws Exception {
        Files.write(home.resolve("cut.gguf"), Arrays.copyOf(Files.readAllBytes(MODEL), 20_000));
        Files.writeString(home.resolve("text.gguf"), "hello");
        Files.writeString(home.resolve("notes.txt"), "hello");
        Files.createSymbolicLink(home.resolve("gone.gguf"), home.resolve("nowhere"));
        var found = scan(List.of(new Place(Origin.FOLDER, home)));
        assertThat(found).hasSize(2).noneMatch(FoundModel::usable);
        assertThat(found.getFirst().problem()).contains("cut.gguf").containsPattern("\\d");
    }

    @Test
    void oneModelIsToldOnceAndLaterPartsAreNot() throws Exception {
        put("a/big-00001-of-00002.gguf");
        put("a/big-00002-of-00002.gguf");
        put("a/mmproj-big.gguf");
        Files.createSymbolicLink(home.resolve("b"), home.resolve("a"));
        Files.createSymbolicLink(home.resolve("a/loop"), home);
        var found = scan(List.of(new Place(Origin.FOLDER, home), new Place(Origin.FOLDER, home.resolve("a"))));
        assertThat(found).extracting(FoundModel::title).containsExactly("big-00001-of-00002");
    }

    @Test
    void aFolderThatIsNotThereHoldsNothing() throws Exception {
        assertThat(scan(List.of(new Place(Origin.FOLDER, home.resolve("absent"))))).isEmpty();
    }
}
