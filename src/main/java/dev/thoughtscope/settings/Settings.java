package dev.thoughtscope.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// All that a person has set.
///
/// @param textSize of everything in the window, percent, 80 to 200
/// @param palette name of the heat colours, empty for the usual ones
/// @param language `en` or `de`, empty for the system's
/// @param offline whether nothing may be fetched from the network, a server on another machine included
/// @param folders where further models lie
/// @param keys of commands, by their ids; an empty list takes a command's keys away
/// @param recentCommands ids, the latest first
/// @param unknown what another version wrote into the file, kept as it is
public record Settings(
        Choice theme,
        int textSize,
        Choice motion,
        String palette,
        String language,
        boolean offline,
        List<Path> folders,
        ModelChoice model,
        Map<String, List<String>> keys,
        List<String> recentCommands,
        Map<String, JsonNode> unknown) {
    public static final int LEAST_TEXT = 80;
    public static final int MOST_TEXT = 200;
    public static final Settings DEFAULT = new Settings(
            Choice.SYSTEM, 100, Choice.SYSTEM, "", "", false, List.of(), ModelChoice.SHIPPED, Map.of(), List.of(), Map.of());

    /// Something that follows the system until the person decides.
    public enum Choice {
        SYSTEM,
        /// Dark; little movement.
        ON,
        /// Light; all movement.
        OFF;

        public boolean or(boolean system) {
            return this == SYSTEM ? system : this == ON;
        }
    }

    public Settings {
        textSize = Math.clamp(textSize, LEAST_TEXT, MOST_TEXT);
        folders = List.copyOf(folders);
        keys = Map.copyOf(keys);
        recentCommands = List.copyOf(recentCommands);
    }
}
