package dev.thoughtscope.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.thoughtscope.settings.ModelChoice.Device;
import dev.thoughtscope.settings.Settings.Choice;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Settings as JSON. A value that cannot be understood becomes its default; names that are not known are kept.
final class SettingsJson {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> KNOWN = Set.of(
            "theme", "textSize", "reducedMotion", "palette", "language", "offline", "folders", "model", "keys", "recentCommands");

    private SettingsJson() {}

    static Settings read(JsonNode all) {
        var unknown = new LinkedHashMap<String, JsonNode>();
        all.properties().forEach(entry -> {
            if (!KNOWN.contains(entry.getKey())) {
                unknown.put(entry.getKey(), entry.getValue());
            }
        });
        return new Settings(
                choice(all.path("theme"), "dark", "light"),
                all.path("textSize").asInt(Settings.DEFAULT.textSize()),
                choice(all.path("reducedMotion"), "on", "off"),
                all.path("palette").asText(""),
                all.path("language").asText(""),
                all.path("offline").asBoolean(false),
                paths(all.path("folders")),
                model(all.path("model")),
                keys(all.path("keys")),
                texts(all.path("recentCommands")),
                unknown);
    }

    static ObjectNode write(Settings settings) {
        var all = JSON.createObjectNode();
        all.put("theme", word(settings.theme(), "dark", "light"));
        all.put("textSize", settings.textSize());
        all.put("reducedMotion", word(settings.motion(), "on", "off"));
        all.put("palette", settings.palette());
        all.put("language", settings.language());
        all.put("offline", settings.offline());
        var folders = all.putArray("folders");
        settings.folders().forEach(folder -> folders.add(folder.toString()));
        all.set("model", model(settings.model()));
        var keys = all.putObject("keys");
        settings.keys().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            var names = keys.putArray(entry.getKey());
            entry.getValue().forEach(names::add);
        });
        var recent = all.putArray("recentCommands");
        settings.recentCommands().forEach(recent::add);
        settings.unknown().forEach(all::set);
        return all;
    }

    private static Choice choice(JsonNode node, String on, String off) {
        String word = node.asText("");
        return word.equals(on) ? Choice.ON : word.equals(off) ? Choice.OFF : Choice.SYSTEM;
    }

    private static String word(Choice choice, String on, String off) {
        return switch (choice) {
            case SYSTEM -> "system";
            case ON -> on;
            case OFF -> off;
        };
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        for (var item : array) {
            if (item.isTextual()) {
                texts.add(item.asText());
            }
        }
        return texts;
    }

    private static List<Path> paths(JsonNode array) {
        return texts(array).stream().map(SettingsJson::path).flatMap(Optional::stream).toList();
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException unusable) {
            return Optional.empty();
        }
    }

    private static Map<String, List<String>> keys(JsonNode object) {
        var keys = new LinkedHashMap<String, List<String>>();
        object.properties().forEach(entry -> keys.put(entry.getKey(), texts(entry.getValue())));
        return keys;
    }

    private static ModelChoice model(JsonNode node) {
        String address = node.path("server").asText("");
        if (!address.isBlank()) {
            return new ModelChoice.Server(address, node.path("name").asText(""), node.path("keyVariable").asText(""));
        }
        int layers = Math.max(Device.AUTOMATIC, node.path("gpuLayers").asInt(Device.AUTOMATIC));
        var device = new Device(layers, path(node.path("library").asText("")));
        return path(node.path("file").asText(""))
                .<ModelChoice>map(file -> new ModelChoice.File(file, device))
                .orElse(new ModelChoice.Shipped(device));
    }

    private static ObjectNode model(ModelChoice choice) {
        var node = JSON.createObjectNode();
        switch (choice) {
            case ModelChoice.Server(var address, var name, var variable) ->
                node.put("server", address).put("name", name).put("keyVariable", variable);
            case ModelChoice.File(var file, var device) -> device(node.put("file", file.toString()), device);
            case ModelChoice.Shipped(var device) -> device(node, device);
        }
        return node;
    }

    private static void device(ObjectNode node, Device device) {
        if (device.gpuLayers() != Device.AUTOMATIC) {
            node.put("gpuLayers", device.gpuLayers());
        }
        device.library().ifPresent(folder -> node.put("library", folder.toString()));
    }

    static String pretty(Settings settings) {
        return String.format(Locale.ROOT, "%s%n", write(settings).toPrettyString());
    }
}
