package dev.thoughtscope.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.thoughtscope.reasoning.AnswerMatch;
import dev.thoughtscope.reasoning.Answers;
import dev.thoughtscope.reasoning.Dialect;
import dev.thoughtscope.reasoning.Dialects;
import dev.thoughtscope.search.NodeKind;
import dev.thoughtscope.search.Outcome;
import dev.thoughtscope.search.Tree;
import dev.thoughtscope.search.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A tree as texts to train on: one long thought that keeps its wrong turns, reflections and the way back, and the short
/// cut alone.
///
/// A wrong turn is a way to another answer than the one that the run holds for right. Each is followed by the reflection
/// sentence and, unless it left at the very beginning, by the last good step. After the "journey learning" of Qin et al.,
/// "O1 Replication Journey", 2024.
///
/// @param journey thought of the long text
/// @param shortcut thought of the short one
/// @param detours wrong turns that the journey holds
public record TrainingText(String question, String journey, String shortcut, String answer, int detours) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// @param right the right answer, empty for what the run holds for right: what a checker found right, else what has
    ///     most behind it and was not found wrong
    /// @param most wrong turns to keep
    /// @return empty where no way leads there
    public static Optional<TrainingText> of(Tree tree, String right, int most) {
        return goal(tree, right).map(goal -> new Journey(tree, goal, most).text());
    }

    private static Optional<Integer> goal(Tree tree, String right) {
        var votes = Outcome.of(tree).votes();
        if (!right.isBlank()) {
            return votes.stream().filter(vote -> AnswerMatch.same(vote.answer(), right)).findFirst().map(Outcome.Votes::best);
        }
        return votes.stream()
                .filter(vote -> vote.verdict() == Verdict.RIGHT)
                .findFirst()
                .or(() -> votes.stream().filter(vote -> vote.verdict() == Verdict.UNKNOWN).findFirst())
                .map(Outcome.Votes::best);
    }

    /// Two lines of JSON in the format of Marco-o1's CoT data, the long text before the short one.
    ///
    /// @param run name of the run, told beside
    public List<String> lines(String run) {
        return List.of(line(run, "journey", journey), line(run, "shortcut", shortcut));
    }

    private String line(String run, String kind, String thought) {
        var line = JSON.createObjectNode()
                .put("instruction", question)
                .put("response", "<Thought>\n" + thought.strip() + "\n</Thought>\n<Output>\n" + answer.strip() + "\n</Output>")
                .put("kind", kind)
                .put("run", run);
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Journey {
        private final Tree tree;
        private final Dialect dialect;
        private final List<Integer> way;
        private final String answer;
        private final Set<String> told = new HashSet<>();
        private int left;

        Journey(Tree tree, int goal, int most) {
            this.tree = tree;
            this.way = tree.path(goal);
            this.answer = tree.found(goal).map(Tree.Found::answer).orElse("");
            this.left = most;
            dialect = tree.run()
                    .flatMap(run -> Dialects.named(run.settings().getOrDefault("dialect", "")))
                    .orElse(Dialect.MARCO_O1);
        }

        TrainingText text() {
            int before = left;
            var journey = new StringBuilder();
            for (int i = 0; i < way.size() - 1; i++) {
                for (int detour : detours(way.get(i), way.get(i + 1))) {
                    detour(journey, detour, i == 0 ? "" : words(way.get(i)));
                }
                line(journey, words(way.get(i + 1)));
            }
            var shortcut = new StringBuilder();
            withoutWrongStart().forEach(node -> line(shortcut, words(node)));
            String spoken = dialect.spoken(tree.text(way.getLast()));
            return new TrainingText(
                    tree.text(Tree.ROOT),
                    journey.toString(),
                    shortcut.toString(),
                    spoken.isBlank() || dialect.marks().thoughtEnd().isEmpty() ? "The answer is " + answer + "." : spoken,
                    before - left);
        }

        /// Ends of the ways that leave the good one here, one for each answer not told yet, the most visited first.
        private List<Integer> detours(int from, int good) {
            var ends = new ArrayList<Integer>();
            for (int child : tree.children(from)) {
                if (child != good && !tree.isBanned(child)) {
                    end(child).ifPresent(ends::add);
                }
            }
            ends.sort(Comparator.comparingInt((Integer end) -> tree.visits(end)).reversed());
            var kept = ends.stream()
                    .filter(end -> told.add(tree.found(end).orElseThrow().answer()))
                    .limit(left)
                    .toList();
            left -= kept.size();
            return kept;
        }

        private Optional<Integer> end(int top) {
            int best = Tree.NONE;
            for (int node = top; node < tree.size(); node++) {
                boolean wrong = tree.found(node).filter(found -> !found.answer().equals(answer)
                        && found.verdict() != Verdict.RIGHT).isPresent();
                if (wrong && !tree.isOut(node) && tree.path(node).contains(top)
                        && (best == Tree.NONE || tree.visits(node) > tree.visits(best))) {
                    best = node;
                }
            }
            return best == Tree.NONE ? Optional.empty() : Optional.of(best);
        }

        /// @param lastGood step to come back to, empty for the beginning
        private void detour(StringBuilder text, int end, String lastGood) {
            var path = tree.path(end);
            int from = 0;
            while (from < path.size() && from < way.size() && path.get(from).equals(way.get(from))) {
                from++;
            }
            path.subList(from, path.size()).forEach(node -> line(text, words(node)));
            line(text, Dialect.WAIT);
            if (!lastGood.isBlank()) {
                line(text, lastGood);
            }
        }

        /// The good way from its last reflection on, where it begins anew there; all of it where it does not.
        private List<Integer> withoutWrongStart() {
            int from = 1;
            for (int i = 1; i < way.size(); i++) {
                boolean rethought = tree.kind(way.get(i)) == NodeKind.REFLECTION
                        && tree.text(way.get(i)).contains(Dialect.WAIT)
                        && Answers.soFar(textUpTo(i)).filter(found -> !found.equals(answer)).isPresent();
                from = rethought ? i + 1 : from;
            }
            return way.subList(from, way.size());
        }

        private String textUpTo(int index) {
            var text = new StringBuilder();
            way.subList(1, index).forEach(node -> text.append(tree.text(node)));
            return text.toString();
        }

        /// What a node thinks, without the answer part.
        private String words(int node) {
            var marks = dialect.marks();
            String text = tree.text(node);
            return marks.answerPart(text).map(at -> text.substring(0, at)).orElse(text).strip();
        }

        private static void line(StringBuilder text, String line) {
            if (!line.isBlank()) {
                text.append(line.strip()).append('\n');
            }
        }
    }
}
