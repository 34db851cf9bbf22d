package dev.thoughtscope.view.shell;

import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.viewmodel.RunState;
import dev.thoughtscope.viewmodel.WindowModel;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// How far the run is, in figures.
final class StatusBar extends HBox {
    private final WindowModel model;
    private final FontIcon icon = FontIcon.of(Feather.CIRCLE, 13);
    private final Label state = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final Label rollouts = new Label();
    private final Label nodes = new Label();
    private final Label tokens = new Label();
    private final Label speed = new Label();

    StatusBar(WindowModel model) {
        this.model = model;
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        state.getStyleClass().add("state");
        progress.setAccessibleText(Messages.get("setting.rollouts"));
        progress.setFocusTraversable(false);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new Label();
        line.getStyleClass().add("model");
        line.textProperty().bind(model.asked().line());
        getChildren().addAll(icon, state, progress, rollouts, nodes, tokens, speed, gap, line);
        Widths.keep(this);
        line.setMinWidth(40);
        for (var label : new Label[] {nodes, tokens, speed}) {
            label.getStyleClass().add("figure");
        }
        model.state().subscribe(this::stateChanged);
        model.progress().subscribe(this::refresh);
        refresh();
    }

    private void stateChanged(RunState now) {
        String name = now.name().toLowerCase(Locale.ROOT);
        state.setText(Messages.get("state." + name));
        icon.setIconCode(
                switch (now) {
                    case LOADING -> Feather.LOADER;
                    case NO_MODEL, FAILED -> Feather.ALERT_CIRCLE;
                    case READY -> Feather.CIRCLE;
                    case RUNNING -> Feather.ACTIVITY;
                    case PAUSED -> Feather.PAUSE_CIRCLE;
                    case FINISHED -> Feather.CHECK_CIRCLE;
                });
        icon.getStyleClass().removeAll("running", "finished", "failed");
        icon.getStyleClass().add(now == RunState.NO_MODEL ? "failed" : name);
    }

    private void refresh() {
        var now = model.progress().get();
        boolean any = now.nodes() > 0;
        boolean known = now.rollouts() > 0;
        progress.setVisible(any && known);
        progress.setManaged(any && known);
        progress.setProgress(known ? Math.min(1, now.simulations() / (double) now.rollouts()) : 0);
        rollouts.setText(any ? rolloutText(now.simulations(), now.rollouts()) : "");
        nodes.setText(any ? Messages.get("status.nodes", now.nodes()) : "");
        tokens.setText(any ? Messages.get("status.tokens", now.tokens()) : "");
        boolean fast = any && now.tokensPerSecond() > 0;
        speed.setText(fast ? Messages.get("status.speed", Math.round(now.tokensPerSecond())) : "");
    }

    private static String rolloutText(int done, int wanted) {
        return wanted > 0
                ? Messages.get("status.rollouts", done, Math.max(done, wanted))
                : Messages.get("status.rollouts.only", done);
    }
}
