package dev.thoughtscope.view.inspector;

import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.view.theme.Tips;
import dev.thoughtscope.viewmodel.HeatScale;
import dev.thoughtscope.viewmodel.Mark;
import dev.thoughtscope.viewmodel.NodeDetail;
import dev.thoughtscope.viewmodel.Shape;
import dev.thoughtscope.viewmodel.WindowModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BiConsumer;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The selected node in full: its way, its numbers, its tokens, what lies beneath it.
public final class InspectorView {
    private static final int TILE_COLUMNS = 3;

    @FXML private StackPane root;
    @FXML private VBox nothing;
    @FXML private ScrollPane scroll;
    @FXML private Label title;
    @FXML private Label verdict;
    @FXML private FlowPane path;
    @FXML private HBox reflected;
    @FXML private Label note;
    @FXML private GridPane numbers;
    @FXML private Label beneath;
    @FXML private HBox tokensHeading;
    @FXML private HBox tokenLegend;
    @FXML private StackPane tokens;
    @FXML private Label plain;
    @FXML private VBox choices;
    @FXML private VBox below;

    private final WindowModel model;
    private final TokenPane tokenPane = new TokenPane();
    private final AlternativesCard card = new AlternativesCard();
    private Pane overlay;
    private Look look;
    private int shown = -1;

    public InspectorView(WindowModel model) {
        this.model = model;
        var loader = new FXMLLoader(InspectorView.class.getResource("Inspector.fxml"), Messages.bundle());
        loader.setController(this);
        try {
            loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public Node root() {
        return root;
    }

    /// The layer above all that the card of a token floats on.
    public void setOverlay(Pane layer) {
        overlay = layer;
    }

    public void setLook(Look newLook) {
        look = newLook;
        tokenPane.setLook(newLook);
        fillLegend();
        shown = -1;
        refresh();
    }

    /// @param action takes the index of the token that was clicked and where it is in the scene
    public void setOnToken(BiConsumer<Integer, Bounds> action) {
        tokenPane.setOnChoose(index -> {
            var place = tokenPane.localToScene(tokenPane.bounds(index));
            tokenPane.point(-1);
            action.accept(index, place);
        });
    }

    /// What can be done to the node, beside its title.
    public void setTools(Node tools) {
        ((HBox) title.getParent()).getChildren().add(tools);
    }

    public void setDetail(double pixels) {
        tokenPane.setDetail(pixels);
    }

    @FXML
    private void initialize() {
        tokens.getChildren().add(tokenPane);
        tokenPane.setOnPoint(this::point);
        for (int i = 0; i < TILE_COLUMNS; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / TILE_COLUMNS);
            numbers.getColumnConstraints().add(column);
        }
        model.inspector().detail().subscribe(this::refresh);
        scroll.vvalueProperty().subscribe(() -> tokenPane.point(-1));
    }

    private void refresh() {
        var detail = model.inspector().detail().get();
        show(nothing, detail == null);
        show(scroll, detail != null);
        if (detail == null || look == null) {
            tokenPane.point(-1);
            return;
        }
        if (shown != detail.node()) {
            shown = detail.node();
            scroll.setVvalue(0);
        }
        title.setText(title(detail));
        verdict(detail);
        fillPath(detail);
        boolean reflection = detail.shape() == Shape.REFLECTION && !(detail.before() + detail.after()).isEmpty();
        show(reflected, reflection);
        if (reflection) {
            reflected.getChildren().setAll(
                    ReflectionPair.of(detail.before(), detail.after(), model.outcome().get().answers()));
        }
        show(note, !detail.note().isEmpty());
        note.setText(detail.note());
        note.getStyleClass().removeAll("right", "wrong", "none");
        note.getStyleClass().add(detail.noteMark().name().toLowerCase(java.util.Locale.ROOT));
        note.setGraphic(detail.noteMark() == Mark.NONE ? null
                : FontIcon.of(detail.noteMark() == Mark.RIGHT ? Feather.CHECK : Feather.X, 14));
        fillNumbers(detail);
        boolean any = !detail.tokens().isEmpty();
        show(tokensHeading, any);
        show(tokens, any);
        show(plain, !any);
        plain.setText(detail.text());
        tokenPane.setTokens(detail.tokens());
        Sections.choices(choices, detail, model);
        Sections.below(below, detail, model);
    }

    private static String title(NodeDetail detail) {
        return switch (detail.shape()) {
            case QUESTION -> Messages.get("inspector.question");
            case REFLECTION -> Messages.get("inspector.reflection");
            case PERSON -> Messages.get("inspector.person");
            case ANSWER -> Messages.get("inspector.answer", detail.depth());
            case STEP, GHOST -> Messages.get("inspector.step", detail.depth());
        };
    }

    private void verdict(NodeDetail detail) {
        show(verdict, !detail.answer().isEmpty());
        verdict.setText(detail.answer());
        verdict.getStyleClass().removeAll("right", "wrong");
        verdict.setGraphic(null);
        if (detail.mark() != Mark.NONE) {
            boolean right = detail.mark() == Mark.RIGHT;
            verdict.getStyleClass().add(right ? "right" : "wrong");
            verdict.setGraphic(FontIcon.of(right ? Feather.CHECK : Feather.X, 14));
        }
    }

    private void fillPath(NodeDetail detail) {
        path.getChildren().clear();
        for (int depth = 0; depth < detail.path().size(); depth++) {
            int node = detail.path().get(depth);
            var crumb = new Button(depth == 0 ? "?" : String.valueOf(depth));
            crumb.getStyleClass().add("crumb");
            if (node == detail.node()) {
                crumb.getStyleClass().add("here");
            }
            double heat = model.tree().heat().place(model.tree().value(node));
            Color back = depth == 0 ? look.line() : look.palette().at(heat);
            crumb.setStyle("-fx-background-color: " + css(back) + "; -fx-text-fill: "
                    + css(depth == 0 ? look.text() : look.palette().ink(heat)) + ";");
            String text = model.tree().text(node);
            String words = Messages.get("inspector.path.node", node, text);
            crumb.setAccessibleText(words);
            Tips.setText(crumb, words.length() > 160 ? words.substring(0, 158) + "…" : words);
            crumb.setOnAction(_ -> model.inspector().selected().set(node));
            path.getChildren().add(crumb);
        }
    }

    private static String css(Color colour) {
        return "#" + colour.toString().substring(2, 8);
    }

    private void fillNumbers(NodeDetail detail) {
        numbers.getChildren().clear();
        boolean root = detail.depth() == 0;
        String bonus = Double.isInfinite(detail.bonus()) ? "∞" : Messages.value(detail.bonus());
        tile(0, "inspector.visits", String.valueOf(detail.visits()));
        tile(1, "inspector.value", Messages.value(detail.value()));
        tile(2, "inspector.own", root ? "–" : Messages.value(detail.ownValue()));
        tile(3, "inspector.prior", root ? "–" : Messages.value(detail.prior()));
        tile(4, "inspector.bonus", bonus);
        tile(5, "inspector.entropy", Messages.value(detail.entropy()));
        tile(6, "inspector.count", String.valueOf(detail.tokens().size()));
        tile(7, "inspector.time", root ? "–" : InspectorWords.seconds(detail.costs().seconds()));
        tile(8, "inspector.depth", String.valueOf(detail.depth()));
        var costs = detail.costs();
        show(beneath, costs.tokensBelow() > 0);
        beneath.setText(InspectorWords.get(
                "beneath", costs.tokensBelow(), InspectorWords.seconds(costs.secondsBelow())));
    }

    private void tile(int index, String key, String figure) {
        var name = new Label(InspectorWords.either(key));
        name.getStyleClass().add("name");
        var value = new Label(figure);
        value.getStyleClass().add("figure");
        var tile = new VBox(name, value);
        tile.getStyleClass().add("tile");
        Tips.setText(tile, InspectorWords.either(key + ".tip"));
        numbers.add(tile, index % TILE_COLUMNS, index / TILE_COLUMNS);
    }

    private void fillLegend() {
        var bar = new HBox();
        for (int i = 0; i < 24; i++) {
            bar.getChildren().add(new Rectangle(2.5, 8, look.palette().at(i / 23.0)));
        }
        tokenLegend.getChildren().setAll(
                new Label(Messages.get("legend.below", HeatScale.WHOLE.low())),
                bar,
                new Label(String.format("%.0f", HeatScale.WHOLE.high())));
    }

    private void point(int index) {
        if (overlay == null) {
            return;
        }
        overlay.getChildren().remove(card);
        if (index < 0) {
            return;
        }
        card.show(tokenPane.token(index));
        overlay.getChildren().add(card);
        card.applyCss();
        card.autosize();
        var at = overlay.sceneToLocal(tokenPane.localToScene(tokenPane.bounds(index)));
        double x = Math.clamp(at.getMinX() - 20, 8, Math.max(8, overlay.getWidth() - card.getWidth() - 8));
        double y = at.getMaxY() + 8;
        if (y + card.getHeight() > overlay.getHeight() - 8) {
            y = at.getMinY() - card.getHeight() - 8;
        }
        card.relocate(Math.round(x), Math.round(y));
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
