package dev.thoughtscope.lessons;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The lessons that ship, in the order of the course.
public final class Shelf {
    private static final String FALLBACK = "en";

    private final Library library;

    private Shelf(Library library) {
        this.library = library;
    }

    public static Shelf shipped() {
        return new Shelf(Library.shipped());
    }

    public List<String> names() throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(library.open("lessons.txt"), StandardCharsets.UTF_8))) {
            return lines.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        }
    }

    /// @param language two letters; a lesson that is not there in it is read in English
    public Lesson lesson(String name, String language) throws IOException, LessonException {
        try (var bytes = open(name, language)) {
            return LessonReader.read(name, bytes);
        }
    }

    private InputStream open(String name, String language) throws IOException {
        try {
            return library.open(name + "." + language + LessonReader.ENDING);
        } catch (FileNotFoundException missing) {
            return library.open(name + "." + FALLBACK + LessonReader.ENDING);
        }
    }
}
