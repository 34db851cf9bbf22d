package dev.thoughtscope.lessons;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads a lesson: front matter between two lines `---`, then steps, each under a heading of one `#`, made of text
/// and directives. The format is told in `src/site/markdown/lesson-format.md`.
public final class LessonReader {
    public static final String ENDING = ".md";

    private static final int MOST_BYTES = 256 << 10;
    private static final int MOST_STEPS = 200;
    private static final int LONGEST_LINE = 4000;
    private static final int LONGEST_TITLE = 120;
    private static final int MOST_MINUTES = 240;
    private static final Set<String> KEYS = Set.of("title", "language", "run", "minutes", "summary");

    private final String name;
    private final List<String> lines;
    private final Map<String, String> front = new HashMap<>();
    private int next;

    private LessonReader(String name, List<String> lines) {
        this.name = name;
        this.lines = lines;
    }

    /// @param name of the lesson, without language and ending
    /// @throws LessonException if it is no lesson; the message names the line
    /// @throws IOException if it cannot be read
    public static Lesson read(String name, InputStream bytes) throws IOException, LessonException {
        byte[] all = bytes.readNBytes(MOST_BYTES + 1);
        if (all.length > MOST_BYTES) {
            throw new LessonException("The lesson is longer than " + (MOST_BYTES >> 10) + " KB.");
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(all)).toString();
            return read(name, text);
        } catch (CharacterCodingException notText) {
            throw new LessonException("The lesson is not text in UTF-8.");
        }
    }

    public static Lesson read(String name, String text) throws LessonException {
        var lines = text.replace("\uFEFF", "").lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).length() > LONGEST_LINE) {
                throw LessonException.at(i + 1, "it is longer than " + LONGEST_LINE + " characters.");
            }
        }
        return new LessonReader(name, lines).lesson();
    }

    private Lesson lesson() throws LessonException {
        frontMatter();
        var scene = Scene.EMPTY;
        if (front.containsKey("run")) {
            var run = new Directive(next, "run", front.get("run"));
            scene = scene.withRun(next, run.file(".thoughts"));
        }
        var steps = new ArrayList<Step>();
        skipEmpty();
        while (next < lines.size()) {
            var step = new StepReader(lines, next, scene);
            steps.add(step.read());
            scene = step.scene().next();
            next = step.end();
            if (steps.size() > MOST_STEPS) {
                throw LessonException.at(next, "a lesson has at most " + MOST_STEPS + " steps.");
            }
        }
        if (steps.isEmpty()) {
            throw new LessonException("The lesson has no steps: each begins with a line such as \"# A heading\".");
        }
        return new Lesson(name, front.get("title"), front.get("language"), front.getOrDefault("summary", ""), minutes(), steps);
    }

    private void frontMatter() throws LessonException {
        if (lines.isEmpty() || !lines.getFirst().strip().equals("---")) {
            throw new LessonException("Line 1: a lesson begins with a line of three hyphens, then title, language and minutes.");
        }
        next = 1;
        while (next < lines.size() && !lines.get(next).strip().equals("---")) {
            entry(lines.get(next));
            next++;
        }
        if (next == lines.size()) {
            throw new LessonException("Line " + next + ": the front matter does not end with a line of three hyphens.");
        }
        next++;
        for (String needed : List.of("title", "language", "minutes")) {
            if (front.getOrDefault(needed, "").isEmpty()) {
                throw LessonException.at(next, "the front matter lacks \"" + needed + "\".");
            }
        }
        if (!front.get("language").matches("[a-z]{2}")) {
            throw LessonException.at(next, "the language is two letters, such as en.");
        }
    }

    private void entry(String line) throws LessonException {
        int colon = line.indexOf(':');
        String key = colon < 0 ? "" : line.substring(0, colon).strip();
        if (!KEYS.contains(key)) {
            throw LessonException.at(next + 1, "the front matter knows title, language, run, minutes and summary.");
        }
        String value = line.substring(colon + 1).strip();
        if (value.length() > LONGEST_TITLE * 2) {
            throw LessonException.at(next + 1, key + " is too long.");
        }
        front.put(key, value);
    }

    private int minutes() throws LessonException {
        String text = front.get("minutes");
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST_MINUTES) {
            throw LessonException.at(1, "minutes is a whole number from 1 to " + MOST_MINUTES + ".");
        }
        return Integer.parseInt(text);
    }

    private void skipEmpty() throws LessonException {
        while (next < lines.size() && lines.get(next).isBlank()) {
            next++;
        }
        if (next < lines.size() && !StepReader.isHeading(lines.get(next))) {
            throw LessonException.at(next + 1, "the first step begins with a line such as \"# A heading\".");
        }
    }
}
