package dev.thoughtscope.view.strip;

import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.viewmodel.strip.StripModel;
import dev.thoughtscope.viewmodel.strip.StripState;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What stands below a strip: the scale of its colours, the figures over the text, how far it is.
final class StripFoot extends VBox {
    private final StripModel model;
    private final GainScale scale = new GainScale();
    private final HBox figures = new HBox();
    private final ProgressBar progress = new ProgressBar();
    private final Label state = new Label();
    private final Label left = new Label();
    private final Label windows = new Label();
    private Look look;

    /// @param above another strip, of which it tells the difference; null for none
    StripFoot(StripModel model, StripModel above) {
        this.model = model;
        getStyleClass().add("foot");
        figures.getStyleClass().add("figure-row");
        figures.setAlignment(Pos.CENTER_RIGHT);
        state.getStyleClass().add("state");
        var numbers = row("figures", scale, spring(), figures);
        var status = row("status", progress, state, left, spring(), windows);
        getChildren().addAll(numbers, status);
        model.figures().subscribe(_ -> figures(above));
        if (above != null) {
            above.figures().subscribe(_ -> figures(above));
        }
        model.state().subscribe(_ -> status());
        model.progress().subscribe(_ -> status());
        model.revision().subscribe(_ -> showScale());
    }

    private static HBox row(String style, Node... parts) {
        var row = new HBox(parts);
        row.getStyleClass().add(style);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Region spring() {
        var spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    private void figures(StripModel above) {
        var own = model.figures().get();
        figures.getChildren().setAll(FigureRow.of(own));
        boolean both = above != null && own.measured() > 0 && own.measured() == above.figures().get().measured();
        if (both) {
            figures.getChildren().addFirst(FigureRow.difference(own.sum() - above.figures().get().sum()));
        }
    }

    void setLook(Look newLook) {
        look = newLook;
        showScale();
    }

    private void showScale() {
        if (look != null) {
            scale.show(model.tokens(), look);
        }
    }

    private void status() {
        var now = model.state().get();
        var told = model.progress().get();
        progress.setVisible(now.isUnderWay());
        progress.setManaged(now.isUnderWay());
        progress.setProgress(told.total() == 0 ? ProgressBar.INDETERMINATE_PROGRESS : told.share());
        progress.setAccessibleText(StatusText.of(now, told));
        state.setText(StatusText.of(now, told));
        boolean hasEstimate = now == StripState.RUNNING && !Double.isNaN(told.secondsLeft());
        left.setText(hasEstimate ? Words.get("state.left", Words.duration(told.secondsLeft())) : "");
        windows.setText(told.windows() > 1 ? Words.get("windows", told.windows()) : "");
    }
}
