package dev.thoughtscope.lessons;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// A guided tour.
///
/// @param name of its file without language and ending; the same in all languages
/// @param language two letters, as in the front matter
/// @param summary one sentence for the list
/// @param minutes that it takes, 1 to 240
/// @param steps at least one
public record Lesson(String name, String title, String language, String summary, int minutes, List<Step> steps) {
    public Lesson {
        steps = List.copyOf(steps);
    }

    /// Names of the recorded runs that it needs.
    public Set<String> runs() {
        return names(Scene::run);
    }

    public Set<String> strips() {
        return names(Scene::strip);
    }

    public Set<String> charts() {
        return names(Scene::chart);
    }

    private Set<String> names(Function<Scene, String> name) {
        var names = new TreeSet<String>();
        for (var step : steps) {
            if (!name.apply(step.scene()).isEmpty()) {
                names.add(name.apply(step.scene()));
            }
        }
        return names;
    }

    /// How many predictions it asks for.
    public int questions() {
        return (int) steps.stream().filter(step -> step.question().isPresent()).count();
    }
}
