package dev.thoughtscope.view.lessons;

import dev.thoughtscope.lessons.Facts;
import dev.thoughtscope.lessons.Question;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A prediction: its choices as buttons, and once one is taken how it went and why.
final class QuestionBox extends VBox {
    private final Facts facts;
    private final Prose prose;
    private final Question question;
    private final int chosen;

    /// @param chosen the choice taken, -1 for none yet
    /// @param onChoice takes the choice that is taken
    /// @param onPoint takes the node of the choice under the pointer or the focus, -1 for none
    QuestionBox(Question question, int chosen, Facts facts, IntConsumer onChoice, IntConsumer onPoint) {
        this.question = question;
        this.chosen = chosen;
        this.facts = facts;
        this.prose = new Prose(facts);
        getStyleClass().add("question-box");
        var caption = new Label(Words.get("predict"), FontIcon.of(Feather.HELP_CIRCLE, 15));
        caption.getStyleClass().add("question-caption");
        var ask = prose.of(question.ask());
        ask.getStyleClass().add("ask");
        getChildren().addAll(caption, ask);
        for (int i = 0; i < question.choices().size(); i++) {
            getChildren().add(choice(i, onChoice, onPoint));
        }
        if (chosen >= 0) {
            getChildren().add(verdict());
        }
    }

    private Button choice(int index, IntConsumer onChoice, IntConsumer onPoint) {
        var choice = question.choices().get(index);
        var mark = new StackPane(mark(index, choice));
        mark.getStyleClass().add("choice-mark");
        var button = new Button(facts.plain(choice.text()), mark);
        button.setWrapText(true);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setMinHeight(USE_PREF_SIZE);
        button.setId("choice-" + (index + 1));
        button.getStyleClass().add("choice");
        button.setMaxWidth(Double.MAX_VALUE);
        String said = "";
        if (chosen >= 0) {
            button.setDisable(true);
            String state = choice.right() ? "right" : index == chosen ? "wrong" : "other";
            button.getStyleClass().add(state);
            said = choice.right() ? ", " + Words.get("choice.right") : index == chosen ? ", " + Words.get("choice.taken") : "";
        }
        button.setAccessibleText(button.getText() + said);
        button.setOnAction(_ -> onChoice.accept(index));
        button.hoverProperty().subscribe(hover -> onPoint.accept(hover ? choice.node() : -1));
        button.focusedProperty().subscribe(focus -> onPoint.accept(focus ? choice.node() : -1));
        return button;
    }

    private Node mark(int index, Question.Choice choice) {
        if (chosen >= 0 && choice.right()) {
            return FontIcon.of(Feather.CHECK, 15);
        }
        return chosen == index ? FontIcon.of(Feather.X, 15) : new Label(String.valueOf(index + 1));
    }

    private VBox verdict() {
        boolean right = question.choices().get(chosen).right();
        var word = new Label(Words.get(right ? "right" : "wrong"), FontIcon.of(right ? Feather.CHECK_CIRCLE : Feather.X_CIRCLE, 17));
        word.getStyleClass().addAll("verdict-word", right ? "right" : "wrong");
        var box = new VBox(word, prose.of(question.why()));
        box.getStyleClass().add("why");
        return box;
    }
}
