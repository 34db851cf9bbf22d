package dev.thoughtscope.lessons;

import dev.thoughtscope.search.Event;
import dev.thoughtscope.search.Outcome;
import dev.thoughtscope.search.Tree;
import dev.thoughtscope.search.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;

/// Checks all that a lesson says against its runs: that what it points at is there, that each figure can be read, that
/// each claim holds, and that the choice it calls right is what the run did.
final class Proof {
    private final Course course;

    Proof(Course course) {
        this.course = course;
    }

    /// @throws LessonException for the first thing that is not so
    void check() throws LessonException {
        for (var step : course.lesson().steps()) {
            var scene = step.scene();
            int line = Math.max(step.line(), scene.line());
            if (!scene.run().isEmpty() && course.events(scene) < 0) {
                throw LessonException.at(line, "the run has no such moment.");
            }
            var facts = course.facts(scene, Locale.ROOT);
            var tree = course.run(scene).fold(Math.max(0, course.events(scene)));
            targets(scene, tree, line);
            try {
                facts.plain(step.text());
                for (var claim : step.claims()) {
                    claim(claim, facts);
                }
                if (step.question().isPresent()) {
                    question(step.question().get(), scene, tree, facts);
                }
            } catch (NoSuchElementException missing) {
                throw LessonException.at(step.line(), "in the step that begins here, " + missing.getMessage() + ".");
            }
        }
    }

    private void targets(Scene scene, Tree tree, int line) throws LessonException {
        if (scene.selected() >= 0) {
            node(scene.selected(), tree, line);
        }
        for (var target : scene.targets()) {
            switch (target) {
                case Target.Node one -> node(one.node(), tree, line);
                case Target.Token token -> {
                    int tokens = !scene.strip().isEmpty()
                            ? course.strips().get(scene.strip()).tokens().size()
                            : scene.selected() < 0 ? 0 : tree.tokens(scene.selected()).size();
                    if (token.index() >= tokens) {
                        throw LessonException.at(line, "there is no token " + token.index() + " to point at.");
                    }
                }
                case Target.Part _ -> {}
            }
        }
    }

    private static void node(int node, Tree tree, int line) throws LessonException {
        if (node >= tree.size()) {
            throw LessonException.at(line, "the run has no node " + node + " at this moment.");
        }
    }

    private static void claim(Claim claim, Facts facts) throws LessonException {
        String is = facts.read(claim.figure());
        if (!is.equals(claim.wanted())) {
            throw LessonException.at(
                    claim.line(), claim.figure() + " is \"" + is + "\", not \"" + claim.wanted() + "\".");
        }
    }

    private void question(Question question, Scene scene, Tree tree, Facts facts) throws LessonException {
        facts.plain(question.ask());
        facts.plain(question.why());
        for (var choice : question.choices()) {
            facts.plain(choice.text());
            if (choice.node() >= 0) {
                node(choice.node(), tree, question.line());
            }
        }
        if (question.kind() != Question.Kind.OWN) {
            var right = question.choices().stream().filter(choice -> isRight(choice, question, scene, tree)).toList();
            if (right.size() != 1 || !right.getFirst().right()) {
                throw LessonException.at(question.line(), "the run does not agree with the choice that is ticked.");
            }
        }
    }

    private boolean isRight(Question.Choice choice, Question question, Scene scene, Tree tree) {
        return switch (question.kind()) {
            case NEXT -> choice.node() >= 0 && nextPath(scene).contains(choice.node());
            case ANSWER -> choice.tag().equals("answer " + winner(scene));
            case TRUTH -> choice.tag().equals(truth(tree, question.node()));
            case REFLECTION -> choice.tag().equals(effect(scene, question.node()));
            case OWN -> choice.right();
        };
    }

    private List<Integer> nextPath(Scene scene) {
        var log = course.run(scene);
        return log.read(course.events(scene), log.size()).stream()
                .map(recorded -> recorded.event())
                .filter(Event.BackedUp.class::isInstance)
                .findFirst()
                .map(event -> ((Event.BackedUp) event).path())
                .orElse(List.of());
    }

    private String winner(Scene scene) {
        return Outcome.of(course.run(scene).fold()).winner().map(Outcome.Votes::answer).orElse("");
    }

    private static String truth(Tree tree, int node) {
        var verdict = tree.found(node).map(Tree.Found::verdict)
                .or(() -> tree.finding(node).map(finding -> finding.verdict()))
                .orElse(Verdict.UNKNOWN);
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    private String effect(Scene scene, int node) {
        var end = course.run(scene).fold();
        var reflection = end.reflection(node);
        String expected = end.run().orElseThrow().expected();
        if (reflection.isEmpty() || expected.isEmpty()) {
            return "";
        }
        boolean before = reflection.get().before().equals(expected);
        boolean after = reflection.get().after().equals(expected);
        return before == after ? "keeps" : after ? "mends" : "damages";
    }
}
