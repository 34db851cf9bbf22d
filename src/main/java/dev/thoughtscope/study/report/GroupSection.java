package dev.thoughtscope.study.report;

import dev.thoughtscope.study.Attempt;
import dev.thoughtscope.study.Figures;
import dev.thoughtscope.study.Method;
import dev.thoughtscope.study.Result;
import dev.thoughtscope.study.StudyFolder;
import dev.thoughtscope.study.figures.Interval;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Accuracy by the kind and level that the dataset names.
final class GroupSection {
    private static final int MOST_GROUPS = 10;

    private final Figures figures;
    private final Map<String, String> groupOf = new HashMap<>();
    private final List<String> groups;

    GroupSection(StudyFolder.Contents contents, Figures figures) {
        this.figures = figures;
        for (var problem : contents.problems()) {
            String level = problem.level().isEmpty() ? "" : " level " + problem.level();
            groupOf.put(problem.id(), (problem.kind() + level).strip());
        }
        groups = groupOf.values().stream().distinct().sorted().toList();
    }

    boolean fits() {
        return groups.size() > 1 && groups.size() <= MOST_GROUPS;
    }

    Section section() {
        var columns = new ArrayList<>(List.of("method"));
        groups.forEach(group -> columns.add(group.isEmpty() ? "(none)" : group));
        var table = new Table.Builder("kinds", 1, columns.toArray(String[]::new));
        for (var method : figures.methods()) {
            var row = new ArrayList<>(List.of(method.name()));
            var byGroup = resultsByGroup(method);
            groups.forEach(group -> row.add(accuracy(method, byGroup.getOrDefault(group, List.of()))));
            table.row(row.toArray(String[]::new));
        }
        return new Section(
                "By kind and level",
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
