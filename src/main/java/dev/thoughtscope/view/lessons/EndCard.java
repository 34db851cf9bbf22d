package dev.thoughtscope.view.lessons;

import dev.thoughtscope.viewmodel.lessons.LessonsModel;
import dev.thoughtscope.viewmodel.lessons.PlayerModel;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The end of a lesson: how the predictions went, and where to go from here.
final class EndCard extends VBox {
    private final PlayerModel model;

    EndCard(LessonsModel lessons, PlayerModel model) {
        this.model = model;
        getStyleClass().addAll("step", "end-card");
        var title = new Label(Words.get("end.title"));
        title.getStyleClass().add("step-title");
        getChildren().add(title);
        var score = model.score();
        if (score.questions() > 0) {
            var told = new Label(Words.get("end.score", score.right(), score.questions()));
            told.getStyleClass().add("end-score");
            told.setWrapText(true);
            getChildren().add(told);
            for (int i = 0; i < model.steps(); i++) {
                question(i);
            }
        }
        var actions = new VBox();
        actions.getStyleClass().add("end-actions");
        lessons.following().ifPresent(next -> {
            var button = button("end.following", Feather.ARROW_RIGHT, () -> lessons.open(next));
            button.setText(Words.get("end.following", next.title()));
            button.getStyleClass().add("accent");
            actions.getChildren().add(button);
        });
        if (model.hasRun()) {
            actions.getChildren().add(button("end.explore", Feather.GIT_BRANCH, lessons::explore));
        }
        actions.getChildren().add(button("end.again", Feather.ROTATE_CCW, model::again));
        actions.getChildren().add(button("all", Feather.LIST, lessons::close));
        getChildren().add(actions);
    }

    private void question(int step) {
        model.wasRight(step).ifPresent(right -> {
            var icon = FontIcon.of(right ? Feather.CHECK_CIRCLE : Feather.X_CIRCLE, 16);
            icon.getStyleClass().addAll("row-mark", right ? "right" : "wrong");
            icon.setAccessibleText(Words.get(right ? "right" : "wrong"));
            var name = new Label(model.course().lesson().steps().get(step).title());
            name.setWrapText(true);
            var row = new HBox(icon, name);
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("end-row");
            getChildren().add(row);
        });
    }

    private static Button button(String word, Feather icon, Runnable action) {
        var button = new Button(word.equals("end.following") ? "" : Words.get(word), FontIcon.of(icon, 15));
        button.setId(word.replace('.', '-'));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setWrapText(true);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
