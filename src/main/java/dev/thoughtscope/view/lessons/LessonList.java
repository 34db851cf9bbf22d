package dev.thoughtscope.view.lessons;

import dev.thoughtscope.lessons.Lesson;
import dev.thoughtscope.viewmodel.lessons.LessonsModel;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// All lessons with what they are about and which of them are done.
final class LessonList {
    private static final double WIDTH = 760;

    private final LessonsModel model;
    private final VBox cards = new VBox();
    private final Label count = new Label();
    private final ScrollPane root;

    LessonList(LessonsModel model, Runnable chooseFile) {
        this.model = model;
        var title = new Label(Words.get("title"));
        title.getStyleClass().add("lessons-title");
        var hint = new Label(Words.get("hint"));
        hint.getStyleClass().add("lessons-hint");
        hint.setWrapText(true);
        count.getStyleClass().add("lessons-count");
        cards.getStyleClass().add("lesson-cards");
        var own = new Button(Words.get("open"), FontIcon.of(Feather.FOLDER, 15));
        own.setId("open-lesson");
        own.getStyleClass().add("flat");
        own.setOnAction(_ -> chooseFile.run());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var foot = new HBox(count, space, own);
        foot.setAlignment(Pos.CENTER_LEFT);
        var column = new VBox(title, hint, cards, foot);
        column.getStyleClass().add("lessons-column");
        column.setMaxWidth(WIDTH);
        root = new ScrollPane(new StackPane(column));
        root.setFitToWidth(true);
        root.setFocusTraversable(false);
        root.getStyleClass().add("lessons-scroll");
        model.observableLessons().addListener((ListChangeListener<Lesson>) _ -> fill());
        model.progress().subscribe(this::fill);
    }

    private void fill() {
        cards.getChildren().clear();
        int number = 1;
        long done = 0;
        for (var lesson : model.lessons()) {
            cards.getChildren().add(card(lesson, number++));
            done += model.progress().get().done().containsKey(lesson.name()) ? 1 : 0;
        }
        count.setText(Words.get("count", done, model.lessons().size()));
    }

    private Button card(Lesson lesson, int number) {
        var score = model.progress().get().done().get(lesson.name());
        var mark = new StackPane(score == null ? new Label(String.valueOf(number)) : FontIcon.of(Feather.CHECK, 18));
        mark.getStyleClass().addAll("lesson-number", score == null ? "open" : "done");
        var title = new Label(lesson.title());
        title.getStyleClass().add("lesson-name");
        var summary = new Label(lesson.summary());
        summary.getStyleClass().add("lesson-summary");
        var text = new VBox(title, summary);
        HBox.setHgrow(text, Priority.ALWAYS);
        String time = Words.get("minutes", lesson.minutes());
        String told = score == null ? time : Words.get("score", score.right(), score.questions());
        var side = new Label(told);
        side.getStyleClass().add("lesson-side");
        side.setMinWidth(Region.USE_PREF_SIZE);
        var content = new HBox(mark, text, side);
        content.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().add("lesson-content");
        var button = new Button(null, content);
        button.setId("lesson-" + lesson.name());
        button.getStyleClass().add("lesson-card");
        button.setMaxWidth(Double.MAX_VALUE);
        content.prefWidthProperty().bind(button.widthProperty().subtract(36));
        button.setAccessibleText(lesson.title() + ". " + lesson.summary() + " " + told);
        button.setOnAction(_ -> model.open(lesson));
        return button;
    }

    Parent root() {
        return root;
    }

    void requestFocus() {
        if (!cards.getChildren().isEmpty()) {
            cards.getChildren().getFirst().requestFocus();
        }
    }
}
