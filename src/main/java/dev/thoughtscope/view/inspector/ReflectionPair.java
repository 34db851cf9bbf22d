package dev.thoughtscope.view.inspector;

import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.viewmodel.AnswerRow;
import dev.thoughtscope.viewmodel.Mark;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The answer before a reflection, the answer after it, and whether that mended or damaged it.
final class ReflectionPair {
    private ReflectionPair() {}

    /// @param known answers of the run with what a checker says of them
    static List<Node> of(String before, String after, List<AnswerRow> known) {
        Mark was = mark(before, known);
        Mark is = mark(after, known);
        var words = new Label(InspectorWords.get("reflected." + effect(before, after, was, is)));
        words.getStyleClass().add("effect");
        return List.of(pill(before, was), FontIcon.of(Feather.ARROW_RIGHT, 15), pill(after, is), words);
    }

    private static Mark mark(String answer, List<AnswerRow> known) {
        return known.stream().filter(row -> row.answer().equals(answer)).map(AnswerRow::mark).findFirst().orElse(Mark.NONE);
    }

    private static String effect(String before, String after, Mark was, Mark is) {
        if (before.equals(after)) {
            return "kept";
        }
        if (was == Mark.WRONG && is == Mark.RIGHT) {
            return "mended";
        }
        return was == Mark.RIGHT && is == Mark.WRONG ? "damaged" : "changed";
    }

    private static Label pill(String answer, Mark mark) {
        var pill = new Label(answer.isEmpty() ? Messages.get("inspector.reflected.none") : answer);
        pill.getStyleClass().add("verdict-pill");
        if (mark != Mark.NONE) {
            boolean right = mark == Mark.RIGHT;
            pill.getStyleClass().add(right ? "right" : "wrong");
            pill.setGraphic(FontIcon.of(right ? Feather.CHECK : Feather.X, 13));
        }
        return pill;
    }
}
