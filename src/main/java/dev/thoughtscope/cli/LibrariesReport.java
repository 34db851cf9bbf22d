package dev.thoughtscope.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.thoughtscope.engine.Device;
import dev.thoughtscope.engine.LibraryInfo;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Libraries as text for people and as a line of JSON each.
final class LibrariesReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private LibrariesReport() {}

    static String text(LibraryInfo library) {
        var text = new StringBuilder(place(library));
        if (!library.usable()) {
            return text.append("\n    cannot be used: ").append(library.problem()).toString();
        }
        text.append("\n    ").append(library.version()).append("; ").append(String.join(", ", library.backends()));
        if (!library.features().isEmpty()) {
            text.append("\n    uses ").append(String.join(" ", library.features()));
        }
        for (var device : library.devices()) {
            text.append("\n    ").append(text(device));
        }
        return text.toString();
    }

    private static String place(LibraryInfo library) {
        return words(library.origin()) + library.folder().map(folder -> ": " + folder).orElse("");
    }

    private static String text(Device device) {
        var text = String.format(Locale.ROOT, "%-12s %s, %s", device.name(), words(device.kind()), device.description());
        return device.totalBytes() == 0
                ? text
                : text + String.format(
                        Locale.ROOT, ", %.1f of %.1f GB free", device.freeBytes() / 1e9, device.totalBytes() / 1e9);
    }

    /// Which to prefer, and how.
    static String advice(List<LibraryInfo> libraries) {
        Optional<LibraryInfo> best = LibraryInfo.best(libraries);
        return best.map(library -> library.folder()
                        .map(folder -> "Best for this machine: --library " + folder)
                        .orElse("Best for this machine: the one that ships, which needs no option."))
                .orElse("None can be used: choose a folder with a llama.cpp release by --library.");
    }

    static String json(LibraryInfo library) {
        var line = JSON.createObjectNode();
        line.put("origin", library.origin().name().toLowerCase(Locale.ROOT));
        library.folder().ifPresent(folder -> line.put("folder", folder.toString()));
        line.put("usable", library.usable());
        if (library.usable()) {
            line.put("version", library.version());
            library.backends().forEach(line.putArray("backends")::add);
            library.features().forEach(line.putArray("features")::add);
            var devices = line.putArray("devices");
            library.devices().forEach(device -> put(devices.addObject(), device));
        } else {
            line.put("problem", library.problem());
        }
        return line.toString();
    }

    private static void put(ObjectNode line, Device device) {
        line.put("name", device.name());
        line.put("description", device.description());
        line.put("kind", device.kind().name().toLowerCase(Locale.ROOT));
        line.put("free_bytes", device.freeBytes());
        line.put("total_bytes", device.totalBytes());
    }

    private static String words(LibraryInfo.Origin origin) {
        return switch (origin) {
            case BUNDLED -> "ships with Thoughtscope";
            case FETCHED -> "fetched by Thoughtscope";
            case HOMEBREW -> "Homebrew";
            case SYSTEM -> "system";
            case LM_STUDIO -> "LM Studio";
            case JAN -> "Jan";
            case PATH -> "beside a program on PATH";
            case CHOSEN -> "given";
        };
    }

    private static String words(Device.Kind kind) {
        return switch (kind) {
            case PROCESSOR -> "processor";
            case GPU -> "GPU";
            case INTEGRATED_GPU -> "GPU with shared memory";
            case ACCELERATOR -> "accelerator";
        };
    }
}
