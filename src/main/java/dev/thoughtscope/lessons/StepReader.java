package dev.thoughtscope.lessons;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads one step, from its heading to the next.
final class StepReader {
    private static final int MOST_DIRECTIVES = 60;
    private static final int MOST_TARGETS = 8;

    private final List<String> lines;
    private final Markdown markdown = new Markdown();
    private final List<Block> text = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private final StringBuilder pending = new StringBuilder();
    private int pendingFrom;
    private Optional<Question> question = Optional.empty();
    private Scene scene;
    private int at;
    private int directives;

    /// @param from index of the heading's line
    /// @param scene what stands there when the step begins
    StepReader(List<String> lines, int from, Scene scene) {
        this.lines = lines;
        this.at = from;
        this.scene = scene;
    }

    static boolean isHeading(String line) {
        return line.startsWith("# ") && !line.substring(2).isBlank();
    }

    Step read() throws LessonException {
        int heading = at + 1;
        String title = lines.get(at).substring(2).strip();
        boolean fenced = false;
        for (at++; at < lines.size() && (fenced || !isHeading(lines.get(at))); at++) {
            String line = lines.get(at);
            fenced ^= line.startsWith("```") || line.startsWith("~~~");
            var directive = fenced ? null : Directive.of(line, at + 1);
            if (directive == null) {
                keep(line);
            } else {
                flush();
                obey(directive);
            }
        }
        flush();
        return new Step(title, heading, scene, text, question, claims);
    }

    /// What stands there when the step ends.
    Scene scene() {
        return scene;
    }

    /// Index of the line after the step.
    int end() {
        return at;
    }

    private void keep(String line) throws LessonException {
        if (question.isPresent() && !line.isBlank()) {
            throw LessonException.at(at + 1, "nothing but directives may follow a question in its step.");
        }
        if (pending.isEmpty()) {
            pendingFrom = at + 1;
        }
        pending.append(line).append('\n');
    }

    private void flush() throws LessonException {
        if (!pending.toString().isBlank()) {
            text.addAll(markdown.blocks(pending.toString(), pendingFrom));
        }
        pending.setLength(0);
    }

    private void obey(Directive directive) throws LessonException {
        if (++directives > MOST_DIRECTIVES) {
            throw directive.wrong("is one directive too many: a step has at most " + MOST_DIRECTIVES);
        }
        int line = directive.line();
        switch (directive.action()) {
            case "run" -> scene = scene.withRun(line, directive.file(".thoughts"));
            case "seek" -> scene = scene.withMoment(line, directive.moment());
            case "select" -> scene = scene.withSelected(line, directive.number(directive.arguments()));
            case "point" -> point(directive);
            case "show" -> scene = scene.withPanel(line, directive.panel());
            case "strip" -> scene = scene.withStrip(line, directive.file(".json"));
            case "chart" -> scene = scene.withChart(line, directive.file(".csv"));
            case "expect" -> claims.add(directive.claim());
            case "predict" -> ask(directive);
            default ->
                throw directive.wrong("is no directive: there are run, seek, select, point, show, strip, chart,"
                        + " expect and predict");
        }
    }

    private void point(Directive directive) throws LessonException {
        var targets = new ArrayList<>(scene.targets());
        targets.add(directive.target());
        if (targets.size() > MOST_TARGETS) {
            throw directive.wrong("is one too many: a step points at " + MOST_TARGETS + " things at most");
        }
        scene = scene.withTargets(directive.line(), targets);
    }

    private void ask(Directive directive) throws LessonException {
        if (question.isPresent()) {
            throw directive.wrong("is the second one of its step: begin a new step");
        }
        var reader = new QuestionReader(directive, lines, at + 1);
        question = Optional.of(reader.read());
        at = reader.end();
    }
}
