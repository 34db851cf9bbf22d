package dev.thoughtscope.viewmodel.lessons;

import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.lessons.Chart;
import dev.thoughtscope.lessons.Course;
import dev.thoughtscope.lessons.Facts;
import dev.thoughtscope.lessons.Progress;
import dev.thoughtscope.lessons.Question;
import dev.thoughtscope.lessons.Scene;
import dev.thoughtscope.lessons.Step;
import dev.thoughtscope.lessons.StripRecord;
import dev.thoughtscope.session.EventLog;
import dev.thoughtscope.viewmodel.WindowModel;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// A lesson being played: its step, the run beside it at the step's moment, and the learner's predictions.
public final class PlayerModel {
    public static final int NONE = -1;
    /// Seconds between two simulations where a step goes forward in a run.
    private static final double PACE = 0.55;
    private static final double LONGEST = 4;

    private final Course course;
    private final WindowModel window;
    private final Locale locale;
    private final int[] chosen;
    private final ReadOnlyIntegerWrapper index = new ReadOnlyIntegerWrapper(this, "index", NONE);
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper(this, "revision");
    private String shownRun = "";
    private int goal = NONE;
    private double pace = PACE;
    private double waited;
    private Facts facts;

    /// @param confidence of a token, 0 to 1, NaN where it is not known
    PlayerModel(Course course, ToDoubleFunction<TokenStep> confidence) {
        this.course = course;
        locale = Locale.of(course.lesson().language());
        window = new WindowModel(confidence);
        chosen = new int[course.lesson().steps().size()];
        Arrays.fill(chosen, NONE);
        go(0);
    }

    public Course course() {
        return course;
    }

    /// The run beside the text, as a window of its own.
    public WindowModel window() {
        return window;
    }

    /// The step that is shown, from 0; as many as there are steps for the page with the score.
    public ReadOnlyIntegerProperty index() {
        return index.getReadOnlyProperty();
    }

    /// Changes with whatever the text shows: the step, or an answer to its question.
    public ReadOnlyIntegerProperty revision() {
        return revision.getReadOnlyProperty();
    }

    public int steps() {
        return course.lesson().steps().size();
    }

    public boolean isOver() {
        return index.get() == steps();
    }

    public Optional<Step> step() {
        return isOver() ? Optional.empty() : Optional.of(course.lesson().steps().get(index.get()));
    }

    /// What stands beside the text; at the end, what stood there last.
    public Scene scene() {
        return step().map(Step::scene).orElse(course.lesson().steps().getLast().scene());
    }

    /// Where the figures of the present step are read.
    public Facts facts() {
        return facts;
    }

    public StripRecord strip() {
        return course.strips().getOrDefault(scene().strip(), StripRecord.NONE);
    }

    public Chart chart() {
        return course.charts().getOrDefault(scene().chart(), Chart.NONE);
    }

    EventLog run() {
        return course.run(scene());
    }

    /// Whether there is a run beside the text.
    public boolean hasRun() {
        return !scene().run().isEmpty();
    }

    /// The choice taken in the present step, -1 for none.
    public int chosen() {
        return isOver() ? NONE : chosen[index.get()];
    }

    /// Whether the step asks something that has not been answered.
    public boolean isAsking() {
        return step().flatMap(Step::question).isPresent() && chosen() == NONE;
    }

    /// Takes a choice; it cannot be taken back. After a question for the next branch the run shows which it was.
    public void choose(int choice) {
        var question = step().flatMap(Step::question);
        if (question.isEmpty() || chosen() != NONE || choice < 0 || choice >= question.get().choices().size()) {
            return;
        }
        chosen[index.get()] = choice;
        if (question.get().kind() == Question.Kind.NEXT) {
            travel(beforeNextBackUp());
        }
        revision.set(revision.get() + 1);
    }

    /// The way is there then, and the numbers are still those that it was chosen by.
    private int beforeNextBackUp() {
        int here = course.events(scene());
        for (var point : window.playback().history().points()) {
            if (point.events() > here) {
                return point.events() - 1;
            }
        }
        return here;
    }

    /// To the next step, or to the score. A question must be answered first.
    ///
    /// @return whether it went on
    public boolean next() {
        boolean on = !isOver() && !isAsking();
        if (on) {
            go(index.get() + 1);
        }
        return on;
    }

    public boolean back() {
        boolean there = index.get() > 0;
        if (there) {
            go(index.get() - 1);
        }
        return there;
    }

    /// From the beginning, all predictions open again.
    public void again() {
        Arrays.fill(chosen, NONE);
        go(0);
    }

    private void go(int step) {
        index.set(step);
        stage();
        revision.set(revision.get() + 1);
    }

    private void stage() {
        var scene = scene();
        facts = course.facts(scene, locale);
        if (!scene.run().isEmpty()) {
            boolean other = !scene.run().equals(shownRun);
            if (other) {
                shownRun = scene.run();
                window.show(course.run(scene));
                window.pump(Long.MAX_VALUE / 2);
                window.follow().set(false);
                jump(course.events(scene));
            } else {
                travel(course.events(scene));
            }
            select();
        }
    }

    private void select() {
        int node = scene().selected();
        window.inspector().selected().set(window.tree().isNode(node) ? node : NONE);
    }

    /// To a moment of the run: forward simulation by simulation, back at once.
    private void travel(int events) {
        int here = window.playback().position().get();
        if (events <= here) {
            jump(events);
            return;
        }
        long stops = window.playback().history().points().stream()
                .filter(point -> point.events() > here && point.events() <= events)
                .count();
        goal = events;
        waited = PACE / 2;
        pace = Math.min(PACE, LONGEST / Math.max(1, stops));
    }

    private void jump(int events) {
        goal = NONE;
        window.playback().seek(events);
        window.pump(0);
    }

    /// Whether the run is still on its way to the step's moment.
    public boolean isTravelling() {
        return goal != NONE;
    }

    /// Arrives at once.
    public void arrive() {
        if (goal != NONE) {
            jump(goal);
            select();
        }
    }

    /// Goes on by a time in seconds.
    ///
    /// @return whether the run changed
    public boolean advance(double seconds) {
        boolean changed = window.pump(1_000_000);
        if (goal == NONE) {
            return changed;
        }
        waited += seconds;
        if (waited < pace) {
            return changed;
        }
        waited = 0;
        int here = window.playback().position().get();
        int next = window.playback().history().points().stream()
                .mapToInt(point -> point.events())
                .filter(events -> events > here && events <= goal)
                .findFirst()
                .orElse(goal);
        window.playback().seek(next);
        if (next == goal) {
            arrive();
        }
        return true;
    }

    /// Predictions that came true so far.
    public Progress.Score score() {
        int right = 0;
        for (int i = 0; i < chosen.length; i++) {
            var question = course.lesson().steps().get(i).question();
            if (question.isPresent() && chosen[i] != NONE && question.get().choices().get(chosen[i]).right()) {
                right++;
            }
        }
        return new Progress.Score(right, course.lesson().questions());
    }

    /// Whether the question of a step was answered rightly; empty if it has none or was not answered.
    public Optional<Boolean> wasRight(int step) {
        return course.lesson().steps().get(step).question()
                .filter(_ -> chosen[step] != NONE)
                .map(question -> question.choices().get(chosen[step]).right());
    }
}
