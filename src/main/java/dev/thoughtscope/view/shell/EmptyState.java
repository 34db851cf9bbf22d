package dev.thoughtscope.view.shell;

import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.viewmodel.RunState;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands where the tree will be.
final class EmptyState extends VBox {
    private final ProgressIndicator busy = new ProgressIndicator();
    private final FontIcon icon = FontIcon.of(Feather.GIT_BRANCH, 44);
    private final Label title = new Label();
    private final Label hint = new Label();
    private final Button choose = new Button(ShellWords.get("empty.choose"), FontIcon.of(Feather.CPU, 15));
    private final Label runsTitle = new Label(ShellWords.get("runs.recent"));
    private final VBox runs = new VBox();

    EmptyState() {
        getStyleClass().add("empty");
        setAlignment(Pos.CENTER);
        setPickOnBounds(false);
        busy.setAccessibleText(Messages.get("state.loading"));
        title.getStyleClass().add("empty-title");
        hint.getStyleClass().add("empty-hint");
        hint.setWrapText(true);
        hint.setTextAlignment(TextAlignment.CENTER);
        runsTitle.getStyleClass().add("empty-runs-title");
        runs.getStyleClass().add("empty-runs");
        runs.setAlignment(Pos.CENTER);
        choose.setId("choose-model");
        choose.getStyleClass().add("accent");
        getChildren().addAll(busy, icon, title, hint, choose, runsTitle, runs);
        setRuns(List.of());
    }

    /// @param action leads to where a model can be chosen
    void setOnChoose(Runnable action) {
        choose.setOnAction(_ -> action.run());
    }

    /// @param links runs that can be opened instead
    void setRuns(List<Hyperlink> links) {
        runs.getChildren().setAll(links);
        for (Node part : new Node[] {runsTitle, runs}) {
            part.setVisible(!links.isEmpty());
            part.setManaged(!links.isEmpty());
        }
    }

    void show(boolean shown, RunState state) {
        setVisible(shown);
        String key = switch (state) {
            case LOADING -> "empty.loading";
            case NO_MODEL -> "empty.noModel";
            case READY, FINISHED, FAILED -> "empty.ready";
            case RUNNING, PAUSED -> "empty.running";
        };
        title.setText(Messages.get(key));
        hint.setText(Messages.get(key + ".hint"));
        choose.setVisible(state == RunState.NO_MODEL);
        choose.setManaged(choose.isVisible());
        boolean working = shown && (state == RunState.LOADING || state == RunState.RUNNING);
        busy.setVisible(working);
        busy.setManaged(working);
        icon.setVisible(!working);
        icon.setManaged(!working);
    }
}
