package dev.thoughtscope.view.strip;

import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.viewmodel.strip.StripDetail;
import dev.thoughtscope.viewmodel.strip.StripModel;
import dev.thoughtscope.viewmodel.strip.StripTokens;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One position in full: its gain, its thoughts, what comes next without and with the best of them.
final class DetailPane extends VBox {
    private static final int MOST_THOUGHTS = 32;

    private final StripModel model;
    private final boolean roomy;
    private BranchHandler onBranch;
    private Look look;

    /// @param roomy whether there is room for words on its buttons
    DetailPane(StripModel model, boolean roomy) {
        this.model = model;
        this.roomy = roomy;
        getStyleClass().add("detail");
        model.detail().subscribe(this::refresh);
    }

    void setLook(Look newLook) {
        look = newLook;
        refresh();
    }

    void setOnBranch(BranchHandler handler) {
        onBranch = handler;
        refresh();
    }

    /// Makes a thought a branch of the tree.
    ///
    /// @param number of the thought, best first
    void branch(int number) {
        if (onBranch != null) {
            model.branch(number).ifPresent(onBranch::branch);
        }
    }

    private void refresh() {
        if (look == null) {
            return;
        }
        var detail = model.detail().get();
        if (detail == null) {
            getChildren().setAll(nothing());
            return;
        }
        getChildren().setAll(heading(detail));
        if (detail.thoughts().isEmpty()) {
            getChildren().add(label(Words.get("detail.unmeasured"), "times"));
        } else {
            gain(detail);
        }
        getChildren().add(tiles(detail));
        if (!detail.thoughts().isEmpty()) {
            thoughts(detail);
        }
        if (!detail.choices().isEmpty()) {
            getChildren().addAll(label(Words.get("detail.choices"), "caption"), new ChoiceBars(detail));
        }
    }

    private static Node nothing() {
        var title = label(Words.get("detail.empty"), "nothing-title");
        var hint = label(Words.get("detail.empty.hint"), "hint");
        hint.setWrapText(true);
        hint.setTextAlignment(TextAlignment.CENTER);
        var box = new VBox(FontIcon.of(Feather.MOUSE_POINTER, 26), title, hint);
        box.getStyleClass().add("nothing");
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private Node heading(StripDetail detail) {
        var token = label(Words.visible(detail.text()), "token");
        int ground = Colours.of(look.dark() ? look.surface() : look.ground());
        int colour = model.tokens().colour(detail.index(), ground);
        token.setStyle("-fx-background-color: " + Colours.css(colour) + "; -fx-text-fill: "
                + Colours.css(StripTokens.ink(colour)) + ";");
        var place = label(Words.get("detail.place", detail.index() + 1, model.tokens().size()), "place");
        var box = new HBox(token, place);
        if (onBranch != null && model.branch(0).isPresent()) {
            box.getChildren().addAll(space(), branchButton(0, roomy));
        }
        box.getStyleClass().add("heading");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private void gain(StripDetail detail) {
        getChildren().addAll(
                label(Words.get("detail.gain", rounded(detail.gain())), "gain"),
                label(Words.get("detail.more", Words.times(detail.times()), detail.ahead()), "times"));
    }

    private Node tiles(StripDetail detail) {
        var tiles = new GridPane();
        tiles.getStyleClass().add("tiles");
        for (int i = 0; i < 2; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(50);
            tiles.getColumnConstraints().add(column);
        }
        String change = Words.get("detail.change", Words.percent(detail.before()), Words.percent(detail.after()));
        tiles.add(tile("detail.probability", change, true), 0, 0, 2, 1);
        tiles.add(tile("detail.entropy", nats(detail.entropy()), false), 0, 1);
        tiles.add(tile("detail.divergence", nats(detail.divergence()), true), 1, 1);
        return tiles;
    }

    private static String nats(double value) {
        return Double.isNaN(value) ? "–" : Words.get("detail.nats", value);
    }

    private static Node tile(String key, String figure, boolean explained) {
        var tile = new VBox(label(Words.get(key), "name"), label(figure, "figure"));
        tile.getStyleClass().add("tile");
        if (explained) {
            Tooltip.install(tile, new Tooltip(Words.get(key + ".tip")));
        }
        return tile;
    }

    private void thoughts(StripDetail detail) {
        getChildren().add(label(Words.get("detail.thoughts", detail.thoughts().size()), "caption"));
        for (int i = 0; i < Math.min(MOST_THOUGHTS, detail.thoughts().size()); i++) {
            getChildren().add(thought(detail, i));
        }
    }

    private Node thought(StripDetail detail, int number) {
        var thought = detail.thoughts().get(number);
        var words = label(thought.text().isBlank() ? Words.get("detail.thought.empty") : thought.text().strip(), "words");
        words.setWrapText(true);
        String confidence = Words.get("detail.confidence", Words.percent(thought.confidence()));
        boolean alone = detail.thoughts().size() == 1;
        var facts = label(
                alone ? confidence : Words.get("detail.gain", rounded(thought.gain())) + " · " + Words.times(thought.times()) + " · "
                        + confidence,
                "facts");
        var row = new HBox(facts);
        row.setAlignment(Pos.CENTER_LEFT);
        var box = new VBox(words, row);
        box.getStyleClass().add("thought");
        if (onBranch != null && number > 0 && !thought.text().isBlank()) {
            row.getChildren().addAll(space(), branchButton(number, false));
        }
        int edge = model.tokens().colourOf(thought.gain(), Colours.of(look.line()));
        box.setStyle("-fx-border-color: transparent transparent transparent " + Colours.css(edge) + ";");
        return box;
    }

    /// @param worded whether it says in words what it does
    private Button branchButton(int number, boolean worded) {
        String tip = Words.get(model.origin().get() == null ? "detail.branch.text.tip" : "detail.branch.tip");
        var branch = new Button(worded ? Words.get("detail.branch") : "", FontIcon.of(Feather.GIT_BRANCH, 12));
        branch.setMinWidth(USE_PREF_SIZE);
        branch.getStyleClass().add(worded ? "into-tree" : "flat");
        branch.setAccessibleText(tip);
        branch.setTooltip(new Tooltip(tip));
        branch.setOnAction(_ -> branch(number));
        return branch;
    }

    /// What would be shown as 0 has no sign.
    private static double rounded(double nats) {
        return Math.abs(nats) < 0.005 ? 0 : nats;
    }

    private static Region space() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(style.equals("times"));
        return label;
    }
}
