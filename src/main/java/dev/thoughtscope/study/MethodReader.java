package dev.thoughtscope.study;

import dev.thoughtscope.reasoning.Action;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// One method of a study file.
final class MethodReader {
    /// Styles of thinking that the model which ships was trained on, and the line that chooses each.
    static final Map<String, String> STYLES =
            Map.of("quick", "Quick look.", "step", "Step by step.", "careful", "Let me go slowly.");

    private static final int MOST_ROLLOUTS = 100_000;

    private MethodReader() {}

    static Method read(LocatedJson item) throws StudyFileException {
        var fields = item.fields("a method");
        var method = fields.required("method");
        String label = method.text("\"method\"");
        boolean greedy = label.equals("greedy");
        var kind = greedy ? Method.Kind.COT : kind(method, label);
        boolean sampled = kind != Method.Kind.DIRECT && kind != Method.Kind.COT;
        var opening = opening(fields);
        boolean reflect = StudyFile.flag(fields, "reflect", false);
        var budgets = budgets(fields.optional("budgets"), sampled, kind == Method.Kind.BEAM ? 4 : 16);
        var action = action(fields.optional("action"), kind);
        int width = StudyFile.whole(fields, "width", 1, 64, 4);
        int parallel = StudyFile.whole(fields, "parallel", 1, 256, 4);
        double temperature = temperature(fields.optional("temperature"), sampled || budgets.getLast() > 1);
        var named = fields.optional("name");
        String name = named != null
                ? named.text("\"name\"")
                : label + (isTree(kind) ? "-" + action : "") + suffix(opening) + (reflect ? "+reflect" : "");
        fields.noOthers();
        var read = new Method(name, kind, opening, action, reflect, budgets, width, parallel, temperature);
        check(item, read, greedy);
        return read;
    }

    private static Method.Kind kind(LocatedJson field, String label) throws StudyFileException {
        for (var kind : Method.Kind.values()) {
            if (kind.label().equals(label)) {
                return kind;
            }
        }
        throw field.wrong("there is no method \"" + label + "\": choose greedy, "
                + Arrays.stream(Method.Kind.values()).map(Method.Kind::label).collect(Collectors.joining(", ")));
    }

    private static void check(LocatedJson item, Method method, boolean greedy) throws StudyFileException {
        if (method.kind() == Method.Kind.DIRECT && (method.reflect() || !method.opening().isEmpty())) {
            throw item.wrong("a direct answer has no thought, so it has no \"reflect\" and no \"style\"");
        }
        boolean moreThanOne = method.budget() > 1;
        if (moreThanOne && (greedy || method.temperature() == 0)) {
            throw item.wrong("at temperature 0 each attempt is the same, so \"budgets\" can only be [1]");
        }
        if (greedy && method.temperature() != 0) {
            throw item.wrong("greedy means temperature 0");
        }
        if (method.kind() == Method.Kind.BEAM && (method.budgets().size() > 1 || method.reflect())) {
            throw item.wrong("a beam has one budget, the ways that it keeps, and no \"reflect\"");
        }
        if (method.kind() == Method.Kind.MCTS) {
            for (int budget : method.budgets()) {
                if (budget > method.parallel() && budget % method.parallel() != 0) {
                    throw item.wrong("simulations run " + method.parallel() + " at a time (\"parallel\"), so the budget "
                            + budget + " must be a multiple of that, or less than one wave of them");
                }
            }
        }
    }

    private static boolean isTree(Method.Kind kind) {
        return kind == Method.Kind.MCTS || kind == Method.Kind.BEAM;
    }

    private static String opening(LocatedJson.Fields fields) throws StudyFileException {
        var style = fields.optional("style");
        var opening = fields.optional("opening");
        if (style != null && opening != null) {
            throw opening.wrong("\"style\" and \"opening\" say the same: keep one");
        }
        if (opening != null) {
            return opening.text("\"opening\"").strip();
        }
        if (style == null) {
            return "";
        }
        String line = STYLES.get(style.text("\"style\""));
        if (line == null) {
            throw style.wrong("there is no style \"" + style.value() + "\": choose quick, step or careful");
        }
        return line;
    }

    private static String suffix(String opening) {
        return STYLES.entrySet().stream()
                .filter(style -> style.getValue().equals(opening))
                .map(style -> "-" + style.getKey())
                .findFirst()
                .orElse("");
    }

    private static List<Integer> budgets(LocatedJson field, boolean sampled, int otherwise) throws StudyFileException {
        if (field == null) {
            return List.of(sampled ? otherwise : 1);
        }
        var budgets = new ArrayList<Integer>();
        for (var item : field.items()) {
            int budget = item.whole("a budget", 1, MOST_ROLLOUTS);
            if (!budgets.isEmpty() && budget <= budgets.getLast()) {
                throw item.wrong("\"budgets\" must rise");
            }
            budgets.add(budget);
        }
        if (budgets.isEmpty() || budgets.size() > 50) {
            throw field.wrong("\"budgets\" must hold 1 to 50 numbers");
        }
        return budgets;
    }

    private static String action(LocatedJson field, Method.Kind kind) throws StudyFileException {
        if (field == null) {
            return "step";
        }
        if (!isTree(kind)) {
            throw field.wrong("only mcts and beam have an \"action\"");
        }
        try {
            return Action.named(field.text("\"action\"")).name();
        } catch (IllegalArgumentException unknown) {
            throw field.wrong(unknown.getMessage().replaceFirst("\\.$", ""));
        }
    }

    private static double temperature(LocatedJson field, boolean sampled) throws StudyFileException {
        if (field == null) {
            return sampled ? Method.RECOMMENDED : 0;
        }
        return field.number("\"temperature\"", 0, 5);
    }
}
