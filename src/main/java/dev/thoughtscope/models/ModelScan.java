package dev.thoughtscope.models;

import dev.thoughtscope.gguf.GgufException;
import dev.thoughtscope.models.ModelPlaces.Place;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Looks through folders for models and tells each as it is found. Reads headers only and changes nothing.
///
/// May take long on a slow disk: for a thread of its own, which ends it by being interrupted.
public final class ModelScan {
    private static final int DEPTH = 8;
    private static final int MOST_ENTRIES = 200_000;
    private static final Pattern LATER_PART = Pattern.compile("-(?!00001)\\d{5}-of-\\d{5}\\.gguf$", Pattern.CASE_INSENSITIVE);

    private final Consumer<FoundModel> onFound;
    private final Set<Path> seen = new HashSet<>();

    /// @param onFound called on the thread that scans
    public ModelScan(Consumer<FoundModel> onFound) {
        this.onFound = onFound;
    }

    /// A folder that is not there, or not to be read, holds nothing.
    ///
    /// @throws InterruptedException when it was ended
    public void run(List<Place> places) throws InterruptedException {
        for (var place : places) {
            for (var file : files(place).entrySet()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                tell(place.origin(), file.getKey(), file.getValue());
            }
        }
    }

    private void tell(Origin origin, Path file, String title) {
        try {
            if (seen.add(file.toRealPath())) {
                onFound.accept(describe(origin, file, title));
            }
        } catch (IOException gone) {
            // a link to nothing, or a file that went away meanwhile
        }
    }

    /// What a file is, or why it is no model that can be used.
    public static FoundModel describe(Origin origin, Path file, String title) {
        long bytes = size(file);
        try {
            return new FoundModel(origin, file, title, bytes, Optional.of(ModelFacts.read(file)), "");
        } catch (GgufException refused) {
            return new FoundModel(origin, file, title, bytes, Optional.empty(), refused.getMessage());
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }

    /// Files of a place with their titles.
    private static Map<Path, String> files(Place place) {
        try {
            if (place.origin() == Origin.OLLAMA) {
                return OllamaNames.of(place.folder());
            }
            var files = new LinkedHashMap<Path, String>();
            for (var file : walk(place.folder())) {
                files.put(file, title(file));
            }
            return files;
        } catch (IOException unreadable) {
            return Map.of();
        }
    }

    /// The file's name; where that says nothing, as in Jan's `model.gguf`, with its folder's.
    public static String title(Path file) {
        String name = file.getFileName().toString().replaceAll("(?i)\\.gguf$", "");
        var folder = file.toAbsolutePath().getParent().getFileName();
        return name.equalsIgnoreCase("model") && folder != null ? folder.toString() : name;
    }

    private static List<Path> walk(Path folder) throws IOException {
        var found = new ArrayList<Path>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        int[] entries = {0};
        Files.walkFileTree(folder, Set.of(FileVisitOption.FOLLOW_LINKS), DEPTH, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && isModel(file)) {
                    found.add(file);
                }
                boolean enough = ++entries[0] > MOST_ENTRIES || Thread.currentThread().isInterrupted();
                return enough ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failed) {
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(null);
        return found;
    }

    private static boolean isModel(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".gguf") && !name.contains("mmproj") && !LATER_PART.matcher(name).find();
    }
}
