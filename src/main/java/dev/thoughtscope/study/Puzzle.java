package dev.thoughtscope.study;

import dev.thoughtscope.reasoning.ArithmeticChecker;
import dev.thoughtscope.reasoning.BracketChecker;
import dev.thoughtscope.search.Event;
import dev.thoughtscope.search.StepChecker;
import dev.thoughtscope.search.Tree;
import dev.thoughtscope.search.Verdict;
import dev.thoughtscope.session.EventLog;
import dev.thoughtscope.session.LogFile;
import dev.thoughtscope.study.data.Problem;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The parentheses puzzle of nine numbers, and what each method of a study made of it, step by step.
///
/// One pair of parentheses is to make 1 + 2 * 3 + 4 * 5 + 6 * 7 + 8 * 9 come to 479. Of the 36 places for it one does.
///
/// @param checker knows all placements and the true answer
public record Puzzle(Problem problem, BracketChecker checker, List<Try> tries) {
    private static final String SUM = "1 + 2 * 3 + 4 * 5 + 6 * 7 + 8 * 9";

    /// What stands around thoughts and answers.
    private static final Pattern MARKS = Pattern.compile("</?(?:Thought|Output|think)>");

    public Puzzle {
        tries = List.copyOf(tries);
    }

    /// What one method made of it.
    ///
    /// @param value what the chosen answer comes to, empty where it is no expression with one pair of parentheses
    /// @param steps of the thought that led to it; empty where its log was not kept or cannot be read
    /// @param log the run's event log, empty if none was kept
    public record Try(
            Method method, Result result, Optional<Attempt> chosen, String value, List<Step> steps, Optional<Path> log) {
        public Try {
            steps = List.copyOf(steps);
        }

        public boolean isRight() {
            return chosen.filter(Attempt::isRight).isPresent();
        }
    }

    /// One line of the thought.
    ///
    /// @param finding what a checker says of it
    public record Step(String text, Optional<StepChecker.Finding> finding) {
        public boolean isWrong() {
            return finding.filter(found -> found.verdict() == Verdict.WRONG).isPresent();
        }

        /// What the checker says of it, empty where it says nothing.
        public Optional<String> note() {
            return finding.map(StepChecker.Finding::note);
        }
    }

    /// What the equation comes to without parentheses.
    public BigInteger plainValue() {
        return checker.plainValue();
    }

    /// How many places there are for one pair of parentheses.
    public int placements() {
        return checker.placements().size();
    }

    /// The true answers with the value that is asked for: `1 + (2 * 3 + 4) * ... = 479`.
    public String truth() {
        return String.join("; ", checker.solutions()) + " = " + checker.target();
    }

    /// Reads the logs of its runs: not for the JavaFX thread.
    ///
    /// @return empty if the study does not ask it, or nothing has answered it yet
    public static Optional<Puzzle> of(StudyFolder folder, StudyFolder.Contents contents) {
        for (var problem : contents.problems()) {
            var checker = BracketChecker.ofQuestion(problem.question());
            if (problem.question().contains(SUM) && checker.isPresent()) {
                var tries = tries(folder, contents, problem);
                return tries.isEmpty() ? Optional.empty() : Optional.of(new Puzzle(problem, checker.get(), tries));
            }
        }
        return Optional.empty();
    }

    private static List<Try> tries(StudyFolder folder, StudyFolder.Contents contents, Problem problem) {
        var tries = new ArrayList<Try>();
        for (var method : contents.manifest().methods()) {
            for (var result : contents.results()) {
                if (result.problem().equals(problem.id()) && result.method().equals(method.name())) {
                    tries.add(one(folder, method, result));
                }
            }
        }
        return tries;
    }

    private static Try one(StudyFolder folder, Method method, Result result) {
        var chosen = Figures.chosen(method, result, method.budget());
        var log = result.log().isEmpty()
                ? Optional.<Path>empty()
                : Optional.of(folder.runs().resolve(result.log()));
        String value = chosen.flatMap(one -> BracketChecker.ofSolution(one.answer()))
                .map(found -> found.target().toString())
                .orElse("");
        return new Try(method, result, chosen, value, log.isEmpty() ? List.of() : steps(log.get(), method, chosen), log);
    }

    /// Of a method that found no answer, the steps of its last attempt.
    private static List<Step> steps(Path file, Method method, Optional<Attempt> chosen) {
        try {
            return steps(LogFile.read(file).log(), method, chosen);
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static List<Step> steps(EventLog log, Method method, Optional<Attempt> chosen) {
        var tree = new Tree();
        List<Integer> way = List.of();
        boolean found = false;
        for (int i = 0; i < log.size(); i++) {
            var event = log.get(i).event();
            tree.apply(event);
            if (event instanceof Event.BackedUp up && !found) {
                way = up.path();
                found = chosen.filter(one -> Math.min(up.simulation(), method.budget() - 1) == one.rollout()
                                && up.value() == one.value())
                        .isPresent();
            }
        }
        return lines(way.stream().filter(node -> node != Tree.ROOT).map(tree::text).collect(Collectors.joining()));
    }

    /// Line by line, whatever the search took for a step: it may have cut through an equation.
    private static List<Step> lines(String thought) {
        var checker = new ArithmeticChecker();
        return MARKS.matcher(thought)
                .replaceAll("")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> new Step(line, checker.check(line)))
                .toList();
    }
}
