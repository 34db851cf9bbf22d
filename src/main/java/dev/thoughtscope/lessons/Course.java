package dev.thoughtscope.lessons;

import dev.thoughtscope.search.Tree;
import dev.thoughtscope.session.EventLog;
import dev.thoughtscope.session.LogFile;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// A lesson with all that it shows, read and checked.
///
/// @param runs by name
public record Course(Lesson lesson, Map<String, EventLog> runs, Map<String, StripRecord> strips, Map<String, Chart> charts) {
    private static final int MOST_EVENTS = 400_000;

    public Course {
        runs = Map.copyOf(runs);
        strips = Map.copyOf(strips);
        charts = Map.copyOf(charts);
    }

    /// Reads what a lesson needs. Takes as long as its files take.
    ///
    /// @throws LessonException if something that it says is not so
    public static Course load(Lesson lesson, Library library) throws IOException, LessonException {
        var runs = new HashMap<String, EventLog>();
        for (String name : lesson.runs()) {
            try (var bytes = library.open(name)) {
                var opened = LogFile.read(name, bytes);
                if (opened.damage().isPresent() || opened.log().size() > MOST_EVENTS) {
                    throw new IOException("The run " + name + " is damaged or too long for a lesson.");
                }
                runs.put(name, opened.log());
            }
        }
        var strips = new HashMap<String, StripRecord>();
        for (String name : lesson.strips()) {
            try (var bytes = library.open(name)) {
                strips.put(name, StripRecord.read(name, bytes));
            }
        }
        var charts = new HashMap<String, Chart>();
        for (String name : lesson.charts()) {
            try (var bytes = library.open(name)) {
                charts.put(name, Chart.read(name, bytes));
            }
        }
        var course = new Course(lesson, runs, strips, charts);
        new Proof(course).check();
        return course;
    }

    public EventLog run(Scene scene) {
        return scene.run().isEmpty() ? new EventLog() : runs.get(scene.run());
    }

    /// Events of its run that lie before a scene's moment.
    public int events(Scene scene) {
        return scene.run().isEmpty() ? 0 : scene.moment().events(run(scene));
    }

    /// What can be read in a scene.
    public Facts facts(Scene scene, Locale locale) {
        var tree = scene.run().isEmpty() ? new Tree() : run(scene).fold(events(scene));
        return new Facts(
                tree,
                strips.getOrDefault(scene.strip(), StripRecord.NONE),
                charts.getOrDefault(scene.chart(), Chart.NONE),
                locale);
    }
}
