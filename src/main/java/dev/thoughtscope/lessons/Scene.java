package dev.thoughtscope.lessons;

import java.util.List;

/// What stands beside the text of a step.
///
/// @param line where its last directive is, for errors
/// @param run name of a recorded run, empty for none
/// @param moment of that run
/// @param selected node, -1 for none
/// @param targets what is pointed at, in order
/// @param panel beneath the tree
/// @param strip name of a recorded strip, empty for none; it takes the tree's place
/// @param chart name of a table of figures, empty for none; it takes the tree's place
public record Scene(
        int line,
        String run,
        Moment moment,
        int selected,
        List<Target> targets,
        Panel panel,
        String strip,
        String chart) {
    public static final Scene EMPTY =
            new Scene(0, "", new Moment(Moment.Kind.END, 0), -1, List.of(), Panel.NONE, "", "");

    public Scene {
        targets = List.copyOf(targets);
    }

    /// What can stand beneath the tree.
    public enum Panel {
        NONE,
        /// The tokens of the selected node, with what else could have stood there.
        TOKENS,
        /// The arithmetic by which the search chooses among the children of the selected node.
        CHOICES,
        /// The answers found so far.
        ANSWERS
    }

    Scene withRun(int at, String name) {
        return new Scene(at, name, new Moment(Moment.Kind.END, 0), -1, List.of(), Panel.NONE, "", "");
    }

    Scene withMoment(int at, Moment next) {
        return new Scene(at, run, next, selected, targets, panel, "", "");
    }

    Scene withSelected(int at, int node) {
        return new Scene(at, run, moment, node, targets, panel, strip, chart);
    }

    Scene withTargets(int at, List<Target> next) {
        return new Scene(at, run, moment, selected, next, panel, strip, chart);
    }

    Scene withPanel(int at, Panel next) {
        return new Scene(at, run, moment, selected, targets, next, strip, chart);
    }

    Scene withStrip(int at, String name) {
        return new Scene(at, run, moment, -1, List.of(), Panel.NONE, name, "");
    }

    Scene withChart(int at, String name) {
        return new Scene(at, run, moment, -1, List.of(), Panel.NONE, "", name);
    }

    /// What the next step begins with: the same run at the same moment, nothing pointed at.
    Scene next() {
        return new Scene(line, run, moment, selected, List.of(), Panel.NONE, strip, chart);
    }
}
