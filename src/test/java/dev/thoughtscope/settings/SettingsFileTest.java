package dev.thoughtscope.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.settings.ModelChoice.Device;
import dev.thoughtscope.settings.Settings.Choice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
    @TempDir
    private Path folder;

    private SettingsFile file() {
        return new SettingsFile(folder.resolve("deep").resolve("settings.json"));
    }

    private static Settings some(ModelChoice model) {
        return new Settings(
                Choice.ON, 125, Choice.OFF, "cividis", "de", true, List.of(Path.of("/models")), model,
                Map.of("tree.fit", List.of("G"), "stop", List.of()), List.of("fit"), Map.of());
    }

    @Test
    void whatIsWrittenIsRead() throws Exception {
        for (var model : List.of(
                ModelChoice.SHIPPED,
                new ModelChoice.File(Path.of("/m/a.gguf"), new Device(12, Optional.of(Path.of("/lib")))),
                new ModelChoice.Server("http://127.0.0.1:8080", "llama", "KEY"))) {
            file().write(some(model));
            assertThat(file().read()).isEqualTo(some(model));
        }
        try (var left = Files.list(file().file().getParent())) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void whatANewerVersionWroteIsKept() throws Exception {
        Files.createDirectories(file().file().getParent());
        Files.writeString(file().file(), "{\"theme\":\"dark\",\"future\":{\"a\":[1,2]}}");
        file().write(file().read());
        assertThat(Files.readString(file().file())).contains("\"future\"").contains("\"dark\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "null", "{\"theme\":"})
    void aDamagedFileIsPutAsideAndTheUsualSettingsUsed(String text) throws Exception {
        Files.createDirectories(file().file().getParent());
        Files.writeString(file().file(), text);
        assertThat(file().read()).isEqualTo(Settings.DEFAULT);
        assertThat(file().file().resolveSibling("settings.json.damaged")).hasContent(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"textSize\":\"huge\",\"keys\":7,\"folders\":{\"a\":1},\"model\":[]}",
                "{\"theme\":12,\"model\":{\"gpuLayers\":-99},\"recentCommands\":[1,null]}"
            })
    void aValueThatMakesNoSenseBecomesTheUsualOne(String text) throws Exception {
        Files.createDirectories(file().file().getParent());
        Files.writeString(file().file(), text);
        assertThat(file().read()).isEqualTo(Settings.DEFAULT);
    }
}
