package dev.thoughtscope.view.strip;

import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.viewmodel.strip.StripModel;
import dev.thoughtscope.viewmodel.strip.StripState;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The strip with its map, and beside it one position in full.
final class StripStage extends BorderPane {
    private static final int SIGN = 44;

    private final StripModel model;
    private final StripCanvas canvas;
    private final Minimap minimap;
    private final DetailPane detail;
    private final Label emptyTitle = new Label();
    private final VBox empty;

    /// @param small whether it has little room
    StripStage(StripModel model, boolean small) {
        this.model = model;
        canvas = new StripCanvas(model);
        minimap = new Minimap(model, canvas);
        detail = new DetailPane(model, !small);
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, new StripKeys(model, canvas, detail)::pressed);
        var strip = new BorderPane(canvas);
        strip.setRight(minimap);
        empty = sign(small);
        var stack = new StackPane(strip, empty);
        stack.getStyleClass().add("stage");
        var middle = new BorderPane(stack);
        if (!small) {
            middle.setTop(new Headline(model));
        }
        setCenter(middle);
        setRight(side());
        model.revision().subscribe(_ -> changed());
        model.state().subscribe(this::told);
        canvas.scrolls().subscribe(_ -> showMinimap());
    }

    private VBox sign(boolean small) {
        emptyTitle.getStyleClass().add("empty-title");
        var hint = new Label(Words.get("empty.hint"));
        hint.getStyleClass().add("empty-hint");
        hint.setWrapText(true);
        hint.setTextAlignment(TextAlignment.CENTER);
        var box = small ? new VBox(emptyTitle, hint) : new VBox(FontIcon.of(Feather.ACTIVITY, SIGN), emptyTitle, hint);
        box.getStyleClass().add("empty");
        box.setAlignment(Pos.CENTER);
        box.setMouseTransparent(true);
        return box;
    }

    private ScrollPane side() {
        var side = new ScrollPane(detail);
        side.setFitToWidth(true);
        side.setHbarPolicy(ScrollBarPolicy.NEVER);
        side.setFocusTraversable(false);
        side.getStyleClass().add("side");
        return side;
    }

    StripCanvas canvas() {
        return canvas;
    }

    void setLook(Look look) {
        canvas.setLook(look);
        minimap.setLook(look);
        detail.setLook(look);
    }

    void setDetail(double pixels) {
        canvas.setDetail(pixels);
        minimap.setDetail(pixels);
    }

    void setOnBranch(BranchHandler onBranch) {
        detail.setOnBranch(onBranch);
    }

    private void changed() {
        empty.setVisible(model.tokens().size() == 0);
        canvas.repaint();
        minimap.requestLayout();
        showMinimap();
    }

    private void showMinimap() {
        boolean scrolls = model.tokens().size() > 0 && canvas.scrolls().get();
        minimap.setVisible(scrolls);
        minimap.setManaged(scrolls);
    }

    private void told(StripState state) {
        emptyTitle.setText(Words.get(switch (state) {
            case LOADING -> "empty.loading";
            case NO_MODEL -> "empty.noModel";
            default -> "empty";
        }));
    }
}
