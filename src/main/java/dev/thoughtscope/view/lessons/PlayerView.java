package dev.thoughtscope.view.lessons;

import dev.thoughtscope.lessons.Step;
import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.view.theme.Tips;
import dev.thoughtscope.viewmodel.lessons.LessonsModel;
import dev.thoughtscope.viewmodel.lessons.PlayerModel;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A lesson: its text at the left, what it shows at the right, steps by button, key or clicker.
final class PlayerView {
    private static final double SHARE = 0.36;
    private static final double NARROWEST = 330;
    private static final double WIDEST = 560;

    private final LessonsModel lessons;
    private final PlayerModel model;
    private final Runnable present;
    private final Stage stage;
    private final Label place = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final ScrollPane text = new ScrollPane();
    private final Button back = button("back", Feather.CHEVRON_LEFT);
    private final Button next = button("next", Feather.CHEVRON_RIGHT);
    private final BorderPane root = new BorderPane();

    /// @param present turns large type and the clean screen on or off
    PlayerView(LessonsModel lessons, PlayerModel model, Runnable present) {
        this.lessons = lessons;
        this.model = model;
        this.present = present;
        stage = new Stage(model);
        text.setFitToWidth(true);
        text.setFocusTraversable(false);
        text.getStyleClass().add("lesson-text");
        VBox.setVgrow(text, Priority.ALWAYS);
        next.setContentDisplay(ContentDisplay.RIGHT);
        next.getStyleClass().add("accent");
        back.setOnAction(_ -> back());
        next.setOnAction(_ -> next());
        var side = new VBox(head(), text, foot());
        side.getStyleClass().add("lesson-side-column");
        root.setLeft(side);
        root.setCenter(stage.root());
        root.getStyleClass().add("lesson-player");
        root.widthProperty().subscribe(width -> side.setPrefWidth(Math.clamp(width.doubleValue() * SHARE, NARROWEST, WIDEST)));
        side.setMinWidth(NARROWEST);
        model.revision().subscribe(this::fill);
        fill();
    }

    private static Button button(String word, Feather icon) {
        var button = new Button(Words.get(word), FontIcon.of(icon, 16));
        button.setId("lesson-" + word);
        Tips.setText(button, Words.get(word + ".tip"));
        return button;
    }

    private HBox head() {
        var all = new Button(null, FontIcon.of(Feather.ARROW_LEFT, 16));
        all.setId("all-lessons");
        all.getStyleClass().addAll("flat", "button-icon");
        all.setAccessibleText(Words.get("all"));
        Tips.setText(all, Words.get("all.tip"));
        all.setOnAction(_ -> lessons.close());
        var title = new Label(model.course().lesson().title());
        title.getStyleClass().add("lesson-head-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var large = new Button(null, FontIcon.of(Feather.MONITOR, 16));
        large.getStyleClass().addAll("flat", "button-icon");
        large.setAccessibleText(Words.get("present"));
        Tips.setText(large, Words.get("present"));
        large.setOnAction(_ -> present.run());
        var head = new HBox(all, title, large);
        head.getStyleClass().add("lesson-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private VBox foot() {
        place.getStyleClass().add("lesson-place");
        place.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var row = new HBox(back, space, place, new Region(), next);
        HBox.setHgrow(row.getChildren().get(3), Priority.ALWAYS);
        row.setAlignment(Pos.CENTER_LEFT);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(Words.get("progress"));
        var foot = new VBox(bar, row);
        foot.getStyleClass().add("lesson-foot");
        return foot;
    }

    private void fill() {
        int index = model.index().get();
        bar.setProgress((double) index / model.steps());
        place.setText(model.isOver() ? Words.get("end") : Words.get("place", index + 1, model.steps()));
        back.setDisable(index == 0);
        next.setDisable(model.isAsking() || model.isOver());
        if (model.isOver()) {
            lessons.finished();
            text.setContent(new EndCard(lessons, model));
        } else {
            model.step().ifPresent(step -> text.setContent(page(step)));
        }
        text.setVvalue(0);
        stage.show();
    }

    private Node page(Step step) {
        var title = new Label(step.title());
        title.getStyleClass().add("step-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        var page = new VBox(title, new Prose(model.facts()).of(step.text()));
        page.getStyleClass().add("step");
        step.question().ifPresent(question -> page.getChildren().add(
                new QuestionBox(question, model.chosen(), model.facts(), this::choose, stage::hint)));
        return page;
    }

    private void choose(int choice) {
        model.choose(choice);
        text.applyCss();
        text.layout();
        text.setVvalue(1);
        next.requestFocus();
    }

    void next() {
        model.arrive();
        model.next();
    }

    void back() {
        model.back();
    }

    /// Escape leaves the lesson; a digit takes a choice.
    void key(KeyEvent event) {
        var code = event.getCode();
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (code == KeyCode.ESCAPE) {
            lessons.close();
        } else if (code.isDigitKey() && code.getCode() > KeyCode.DIGIT0.getCode() && model.isAsking()) {
            choose(code.getCode() - KeyCode.DIGIT1.getCode());
        } else {
            return;
        }
        event.consume();
    }

    Parent root() {
        return root;
    }

    void requestFocus() {
        next.requestFocus();
    }

    void setLook(Look look) {
        stage.setLook(look);
    }

    void setDetail(double pixels) {
        stage.setDetail(pixels);
    }

    void frame(double seconds) {
        stage.frame(seconds);
    }

    void settle() {
        stage.settle();
    }

    void close() {
        stage.close();
    }
}
