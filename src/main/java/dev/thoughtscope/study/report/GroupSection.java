package dev.thoughtscope.study.report;

import dev.thoughtscope.study.Attempt;
import dev.thoughtscope.study.Figures;
import dev.thoughtscope.study.Method;
import dev.thoughtscope.study.Result;
import dev.thoughtscope.study.StudyFolder;
import dev.thoughtscope.study.data.Problem;
import dev.thoughtscope.study.figures.Interval;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Accuracy by group of problems: by kind and level as the dataset names them, or by the set that their ids name.
final class GroupSection {
    private static final int MOST_GROUPS = 10;

    private final Figures figures;
    private final Map<String, String> groupOf = new HashMap<>();
    private final List<String> groups;
    private final String name;
    private final String title;

    private GroupSection(
            StudyFolder.Contents contents, Figures figures, String name, String title, Function<Problem, String> group) {
        this.figures = figures;
        this.name = name;
        this.title = title;
        contents.problems().forEach(problem -> groupOf.put(problem.id(), group.apply(problem)));
        groups = contents.problems().stream().map(group).distinct().toList();
    }

    static GroupSection byKind(StudyFolder.Contents contents, Figures figures) {
        return new GroupSection(contents, figures, "kinds", "By kind and level", problem -> {
            String level = problem.level().isEmpty() ? "" : " level " + problem.level();
            return (problem.kind() + level).strip();
        });
    }

    /// The set of `unseen-0012` is `unseen`.
    static GroupSection bySet(StudyFolder.Contents contents, Figures figures) {
        return new GroupSection(contents, figures, "sets", "By set", problem -> problem.id().replaceFirst("-?\\d+$", ""));
    }

    boolean fits() {
        return groups.size() > 1 && groups.size() <= MOST_GROUPS;
    }

    Section section() {
        var columns = new ArrayList<>(List.of("method"));
        groups.forEach(group -> columns.add(group.isEmpty() ? "(none)" : group));
        var table = new Table.Builder(name, 1, columns.toArray(String[]::new));
        for (var method : figures.methods()) {
            var row = new ArrayList<>(List.of(method.name()));
            var byGroup = resultsByGroup(method);
            groups.forEach(group -> row.add(accuracy(method, byGroup.getOrDefault(group, List.of()))));
            table.row(row.toArray(String[]::new));
        }
        return new Section(
                title,
                List.of("Share of right answers with each method's largest budget, and in brackets how many of how many. These"
                        + " groups are small: their intervals are wide."),
                List.of(),
                List.of(table.build()));
    }

    private Map<String, List<Result>> resultsByGroup(Method method) {
        Map<String, List<Result>> byGroup = new TreeMap<>();
        for (var result : figures.results(method)) {
            byGroup.computeIfAbsent(groupOf.get(result.problem()), _ -> new ArrayList<>()).add(result);
        }
        return byGroup;
    }

    private static String accuracy(Method method, List<Result> results) {
        int right = (int) results.stream()
                .filter(result -> Figures.chosen(method, result, method.budget())
                        .filter(Attempt::isRight)
                        .isPresent())
                .count();
        var share = Interval.wilson(right, results.size());
        return share.isKnown() ? Format.percent(share.estimate()) + " (" + right + " of " + results.size() + ")" : "–";
    }
}
