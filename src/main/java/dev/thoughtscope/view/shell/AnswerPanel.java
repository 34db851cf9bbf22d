package dev.thoughtscope.view.shell;

import dev.thoughtscope.view.method.MethodWords;
import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.view.tree.TreeWords;
import dev.thoughtscope.viewmodel.AnswerRow;
import dev.thoughtscope.viewmodel.Mark;
import dev.thoughtscope.viewmodel.Outcome;
import dev.thoughtscope.viewmodel.RunState;
import dev.thoughtscope.viewmodel.WindowModel;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The answer, large; under it all answers found with their votes.
final class AnswerPanel extends VBox {
    private static final int ROWS = 5;
    private static final int MOST_ROWS = 14;
    private static final int LONG = 12;
    private static final double TRACK = 70;

    private final WindowModel model;
    private final Label caption = new Label();
    private final Label answer = new Label();
    private final Label line = new Label();
    private final HBox hero = new HBox(answer);
    private final VBox rows = new VBox();
    private final WhyCard why;
    private Outcome shown;
    private RunState shownIn;
    private boolean shownBegun;
    private boolean open;

    AnswerPanel(WindowModel model) {
        this.model = model;
        getStyleClass().add("answer-panel");
        caption.getStyleClass().add("caption");
        answer.getStyleClass().add("answer-text");
        answer.setWrapText(true);
        hero.getStyleClass().add("answer-hero");
        hero.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("answer-line");
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        answer.setMinHeight(USE_PREF_SIZE);
        rows.getStyleClass().add("answer-rows");
        why = new WhyCard(model);
        getChildren().addAll(caption, hero, line, why, rows);
        model.outcome().subscribe(this::refresh);
        model.state().subscribe(this::refresh);
        refresh();
    }

    private void refresh() {
        var outcome = model.outcome().get();
        boolean begun = model.tree().nodes() > 0;
        if (outcome.equals(shown) && model.state().get() == shownIn && begun == shownBegun) {
            return;
        }
        shown = outcome;
        shownIn = model.state().get();
        shownBegun = begun;
        boolean over = !model.state().get().isUnderWay();
        boolean any = outcome.best() != null;
        boolean useful = any || begun;
        setVisible(useful);
        setManaged(useful);
        caption.setText(Messages.get(over ? "answer.final" : "answer.sofar"));
        hero.getChildren().setAll(answer);
        style("waiting", !any);
        style("long", any && outcome.best().answer().length() > LONG);
        if (any) {
            filled(outcome);
        } else {
            boolean gone = model.state().get() == RunState.FINISHED || model.state().get() == RunState.FAILED;
            answer.setText(Messages.get(gone ? "answer.none.final" : "answer.none"));
        }
        line.setVisible(any);
        line.setManaged(any);
        why.fill();
        fillRows(outcome);
    }

    private void filled(Outcome outcome) {
        var best = outcome.best();
        answer.setText(best.answer());
        if (best.mark() != Mark.NONE) {
            hero.getChildren().add(verdict(best.mark()));
        }
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        hero.getChildren().addAll(gap, why.toggle());
        line.setText(Messages.get("answer.value", Messages.value(best.value())) + "  ·  "
                + Messages.get("answer.votes", best.votes()) + "  ·  " + MethodWords.why(outcome.why()));
    }

    private static FontIcon verdict(Mark mark) {
        boolean right = mark == Mark.RIGHT;
        var icon = FontIcon.of(right ? Feather.CHECK_CIRCLE : Feather.X_CIRCLE, 22);
        icon.getStyleClass().addAll("verdict", right ? "right" : "wrong");
        icon.setAccessibleText(Messages.get(right ? "answer.right" : "answer.wrong"));
        return icon;
    }

    private void style(String name, boolean on) {
        answer.getStyleClass().remove(name);
        if (on) {
            answer.getStyleClass().add(name);
        }
    }

    private void fillRows(Outcome outcome) {
        rows.getChildren().clear();
        var answers = outcome.answers();
        boolean useful = answers.size() > 1;
        rows.setVisible(useful);
        rows.setManaged(useful);
        if (!useful) {
            return;
        }
        var title = new Label(Messages.get("answer.found"));
        title.getStyleClass().add("caption");
        rows.getChildren().add(title);
        int most = Math.min(open ? MOST_ROWS : ROWS, answers.size());
        for (var row : answers.subList(0, most)) {
            rows.getChildren().add(row(row, row == outcome.best()));
        }
        if (answers.size() > ROWS) {
            rows.getChildren().add(more(answers.size() - most));
        }
    }

    /// Shows the answers that there was no room for, or only the heaviest again.
    private Hyperlink more(int left) {
        var more = new Hyperlink(open ? TreeWords.get("answers.fewer") : Messages.get("answer.more", left));
        more.getStyleClass().add("answer-line");
        more.setOnAction(_ -> {
            open = !open;
            fillRows(shown);
        });
        return more;
    }

    private Button row(AnswerRow row, boolean best) {
        var name = new Label(row.answer());
        name.getStyleClass().add("name");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var content = new HBox(mark(row.mark()), name, share(row.share(), best), value(row), votes(row));
        content.getStyleClass().add("row");
        content.setAlignment(Pos.CENTER_LEFT);
        var button = new Button();
        button.setGraphic(content);
        content.prefWidthProperty().bind(button.widthProperty().subtract(12));
        button.getStyleClass().add("answer-row");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(row.answer() + ", " + votes(row).getText() + ", "
                + Messages.get("answer.value", Messages.value(row.value())) + ". " + Messages.get("answer.show"));
        button.setOnAction(_ -> model.inspector().selected().set(row.nodes().getFirst()));
        return button;
    }

    private static FontIcon mark(Mark mark) {
        var icon = FontIcon.of(
                switch (mark) {
                    case RIGHT -> Feather.CHECK;
                    case WRONG -> Feather.X;
                    case NONE -> Feather.MINUS;
                },
                13);
        icon.getStyleClass().addAll("row-mark", mark.name().toLowerCase(java.util.Locale.ROOT));
        return icon;
    }

    private static Label votes(AnswerRow row) {
        var votes = new Label(Messages.get("answer.votes", row.votes()));
        votes.getStyleClass().add("votes");
        votes.setMinWidth(72);
        votes.setAlignment(Pos.CENTER_RIGHT);
        return votes;
    }

    private static Label value(AnswerRow row) {
        var value = new Label(Messages.value(row.value()));
        value.getStyleClass().add("votes");
        value.setMinWidth(40);
        value.setAlignment(Pos.CENTER_RIGHT);
        return value;
    }

    private static StackPane share(double share, boolean best) {
        var fill = new Region();
        fill.getStyleClass().add("share-fill");
        if (best) {
            fill.getStyleClass().add("best");
        }
        fill.setMaxWidth(Math.max(3, TRACK * share));
        var track = new StackPane(fill);
        track.getStyleClass().add("share-track");
        track.setMinWidth(TRACK);
        track.setMaxWidth(TRACK);
        StackPane.setAlignment(fill, Pos.CENTER_LEFT);
        return track;
    }
}
