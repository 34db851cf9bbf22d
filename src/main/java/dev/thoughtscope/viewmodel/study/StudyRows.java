package dev.thoughtscope.viewmodel.study;

import dev.thoughtscope.study.Attempt;
import dev.thoughtscope.study.Figures;
import dev.thoughtscope.study.Method;
import dev.thoughtscope.study.Puzzle;
import dev.thoughtscope.study.Result;
import dev.thoughtscope.study.SecondThought;
import dev.thoughtscope.study.StudyFolder;
import dev.thoughtscope.study.corpus.KindGains;
import dev.thoughtscope.study.data.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Problems, attempts and tokens behind the points of a study's charts.
public final class StudyRows {
    private static final int MOST_WRONG = 200;
    private static final int MOST_TOKENS = 200;
    private static final int AROUND = 60;

    private final StudyFolder folder;
    private final StudyFolder.Contents contents;
    private final Figures figures;
    private final Map<String, Problem> problems = new HashMap<>();

    StudyRows(StudyFolder folder, StudyFolder.Contents contents, Figures figures) {
        this.folder = folder;
        this.contents = contents;
        this.figures = figures;
        contents.problems().forEach(problem -> problems.put(problem.id(), problem));
    }

    public List<? extends StudyRow> of(StudyChart.Source source) {
        return switch (source) {
            case StudyChart.Source.Answers(String method, int budget) -> answers(method, budget);
            case StudyChart.Source.Bin bin -> attempts(bin);
            case StudyChart.Source.Second(String method, SecondThought.Effect effect) -> second(method, effect);
            case StudyChart.Source.Tokens(var kind) -> KindGains.places(contents.thinking(), kind, MOST_TOKENS).stream()
                    .map(StudyRows::token)
                    .toList();
            case StudyChart.Source.Elsewhere _ -> List.of();
        };
    }

    /// What a method made of each problem with a budget; wrong ones first.
    private List<ProblemRow> answers(String name, int budget) {
        var rows = new ArrayList<ProblemRow>();
        for (var method : named(name)) {
            figures.results(method)
                    .forEach(result -> rows.add(row(method, result, Figures.chosen(method, result, budget))));
        }
        rows.sort((a, b) -> Boolean.compare(a.right(), b.right()));
        return rows;
    }

    /// Each attempt by itself, wrong ones first, the most confident of them first.
    private List<ProblemRow> attempts(StudyChart.Source.Bin bin) {
        var rows = new ArrayList<ProblemRow>();
        for (var method : named(bin.method())) {
            for (var result : figures.results(method)) {
                result.attempts().stream()
                        .filter(one -> one.value() >= bin.from() && (one.value() < bin.to() || bin.to() >= 1))
                        .forEach(one -> rows.add(row(method, result, Optional.of(one))));
            }
        }
        rows.sort(Comparator.comparing(ProblemRow::right)
                .thenComparing(Comparator.comparingDouble(ProblemRow::value).reversed()));
        return rows;
    }

    private List<ProblemRow> second(String name, SecondThought.Effect effect) {
        var rows = new ArrayList<ProblemRow>();
        for (var method : named(name)) {
            for (var result : figures.results(method)) {
                for (var thought : result.secondThoughts()) {
                    if (thought.effect() == effect) {
                        rows.add(row(method, result, Optional.of(new Attempt(
                                0, thought.after(), thought.verdictAfter(), Double.NaN, thought.tokens(), 0))));
                    }
                }
            }
        }
        return rows;
    }

    private List<Method> named(String name) {
        return figures.methods().stream().filter(method -> method.name().equals(name)).toList();
    }

    /// Chosen answers that are wrong, the most confident first.
    public List<ProblemRow> confidentlyWrong() {
        return figures.confidentlyWrong(MOST_WRONG).stream()
                .map(wrong -> row(wrong.method(), wrong.result(), Optional.of(wrong.chosen())))
                .toList();
    }

    /// What each method made of the puzzle, in the study's order.
    public List<ProblemRow> of(Puzzle puzzle) {
        return puzzle.tries().stream().map(one -> row(one.method(), one.result(), one.chosen())).toList();
    }

    private ProblemRow row(Method method, Result result, Optional<Attempt> chosen) {
        Optional<Path> log = result.log().isEmpty()
                ? Optional.empty()
                : Optional.of(folder.runs().resolve(result.log()));
        var problem = problems.get(result.problem());
        return new ProblemRow(
                problem.id(),
                method.name(),
                problem.question(),
                problem.answer(),
                chosen.map(Attempt::answer).orElse(""),
                chosen.filter(Attempt::isRight).isPresent(),
                chosen.map(Attempt::value).orElse(Double.NaN),
                log);
    }

    private static TokenRow token(KindGains.Place place) {
        String text = place.text().text();
        var token = place.token();
        int from = Math.max(0, token.from() - AROUND);
        int to = Math.min(text.length(), token.to() + AROUND / 2);
        return new TokenRow(
                (from > 0 ? "…" : "") + text.substring(from, token.from()),
                text.substring(token.from(), token.to()),
                text.substring(token.to(), to) + (to < text.length() ? "…" : ""),
                token.thought(),
                token.gain(),
                token.surprise());
    }
}
