package dev.thoughtscope.view.study;

import dev.thoughtscope.study.Attempt;
import dev.thoughtscope.study.Puzzle;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The parentheses puzzle: its true answer above, what each method answers at the left, the steps of one of them at the
/// right.
final class PuzzlePane extends BorderPane {
    private final Consumer<Path> onOpen;
    private final Label question = label("", "question");
    private final Label truth = label("", "truth");
    private final Label count = label("", "facts");
    private final ListView<Puzzle.Try> tries = new ListView<>();
    private final VBox steps = new VBox();
    private final Label nothing = label(Words.get("puzzle.nothing"), "hint");
    private final HBox middle;

    PuzzlePane(Consumer<Path> onOpen) {
        this.onOpen = onOpen;
        getStyleClass().add("puzzle");
        var top = new VBox(question, truth, count);
        top.getStyleClass().add("puzzle-top");
        tries.setCellFactory(_ -> new TryCell());
        tries.setAccessibleText(Words.get("puzzle.tries"));
        tries.getSelectionModel().selectedItemProperty().subscribe(this::showSteps);
        steps.getStyleClass().add("steps");
        var scroll = new ScrollPane(steps);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("steps-scroll");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        middle = new HBox(tries, scroll);
        setTop(top);
        setCenter(middle);
        setMinSize(0, 0);
    }

    /// @param puzzle null where the study does not ask it
    void show(Puzzle puzzle) {
        getTop().setVisible(puzzle != null);
        getTop().setManaged(puzzle != null);
        setCenter(puzzle == null ? nothing : middle);
        if (puzzle == null) {
            return;
        }
        question.setText(puzzle.problem().question());
        truth.setText(Words.get(
                "puzzle.truth",
                String.valueOf(puzzle.plainValue()),
                puzzle.placements(),
                puzzle.truth()));
        long right = puzzle.tries().stream().filter(Puzzle.Try::isRight).count();
        count.setText(Words.get("puzzle.count", right, puzzle.tries().size()));
        var before = tries.getSelectionModel().getSelectedItem();
        tries.getItems().setAll(puzzle.tries());
        tries.getSelectionModel().select(before == null ? first(puzzle) : indexOf(puzzle, before.method().name()));
        showSteps(tries.getSelectionModel().getSelectedItem());
    }

    /// The first that is right, else the one that says most.
    private static int first(Puzzle puzzle) {
        int best = 0;
        for (int i = 0; i < puzzle.tries().size(); i++) {
            var one = puzzle.tries().get(i);
            if (one.isRight()) {
                return i;
            }
            best = one.steps().size() > puzzle.tries().get(best).steps().size() ? i : best;
        }
        return best;
    }

    private static int indexOf(Puzzle puzzle, String method) {
        for (int i = 0; i < puzzle.tries().size(); i++) {
            if (puzzle.tries().get(i).method().name().equals(method)) {
                return i;
            }
        }
        return 0;
    }

    private void showSteps(Puzzle.Try one) {
        steps.getChildren().clear();
        if (one == null) {
            return;
        }
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(label(one.method().name(), "answer"), space);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("steps-head");
        one.log().ifPresent(log -> {
            var open = new Button(Words.get("row.open"), FontIcon.of(Feather.GIT_BRANCH, 13));
            open.setMinWidth(Region.USE_PREF_SIZE);
            open.setOnAction(_ -> onOpen.accept(log));
            head.getChildren().add(open);
        });
        steps.getChildren().add(head);
        if (one.steps().isEmpty()) {
            steps.getChildren().add(label(
                    one.result().failure().isEmpty() ? Words.get("puzzle.nosteps") : one.result().failure(), "facts"));
        }
        for (int i = 0; i < one.steps().size(); i++) {
            steps.getChildren().add(step(i + 1, one.steps().get(i)));
        }
    }

    private static HBox step(int number, Puzzle.Step step) {
        var place = label(String.valueOf(number), "number");
        place.setMinWidth(30);
        place.setAlignment(Pos.BASELINE_RIGHT);
        var text = new VBox(label(step.text(), "step-text"));
        HBox.setHgrow(text, Priority.ALWAYS);
        var line = new HBox(place, text);
        line.getStyleClass().add("step");
        step.note().ifPresent(note -> {
            var mark = mark(!step.isWrong());
            mark.setAccessibleText(note);
            line.getChildren().add(1, mark);
            if (step.isWrong()) {
                text.getChildren().add(label(note, "step-wrong"));
            }
        });
        return line;
    }

    private static FontIcon mark(boolean right) {
        var mark = FontIcon.of(right ? Feather.CHECK_CIRCLE : Feather.X_CIRCLE, 14);
        mark.getStyleClass().add(right ? "right" : "wrong");
        return mark;
    }

    private static Label label(String words, String style) {
        var label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }

    /// A method, its answer, and what that comes to.
    private static final class TryCell extends ListCell<Puzzle.Try> {
        @Override
        protected void updateItem(Puzzle.Try one, boolean empty) {
            super.updateItem(one, empty);
            setText(null);
            setGraphic(empty || one == null ? null : content(one));
        }

        private static VBox content(Puzzle.Try one) {
            var name = new HBox(mark(one.isRight()), label(one.method().name(), "method"));
            name.setAlignment(Pos.CENTER_LEFT);
            name.getStyleClass().add("line");
            String answer = one.chosen().map(Attempt::answer).orElse(Words.get("row.none"));
            String facts = one.value().isEmpty()
                    ? Words.get("puzzle.tokens", one.result().tokens())
                    : Words.get("puzzle.value", one.value(), one.result().tokens());
            var box = new VBox(name, label(answer, "puzzle-answer"), label(facts, "facts"));
            box.getStyleClass().add("problem");
            box.setPrefWidth(0);
            return box;
        }
    }
}
