package dev.thoughtscope.view.lessons;

import dev.thoughtscope.lessons.Scene;
import dev.thoughtscope.lessons.Target;
import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.view.tree.TreeCanvas;
import dev.thoughtscope.viewmodel.HeatScale;
import dev.thoughtscope.viewmodel.lessons.PlayerModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What stands beside the text: the tree with a panel beneath it, or a strip, or a chart; and what is pointed at.
final class Stage {
    private static final double PANEL = 214;
    private static final double SMALL = 168;
    private static final double FIT_SECONDS = 1.6;
    private static final double SAME = 0.01;

    private final PlayerModel model;
    private final TreeCanvas tree;
    private final HeatLegend legend = new HeatLegend();
    private final Label time = new Label();
    private final StackPane treeRoom = new StackPane();
    private final TokensPanel tokens = new TokensPanel();
    private final NumbersPanel numbers = new NumbersPanel();
    private final StripBoard strip = new StripBoard();
    private final ChartBoard chart = new ChartBoard();
    private final Spotlight spotlight = new Spotlight();
    private final VBox column = new VBox();
    private final StackPane root = new StackPane(column);
    private Look look;
    private int hinted = PlayerModel.NONE;
    private HeatScale shownScale;
    private double laidOut;
    private long structure = -1;
    private double fitUntil;
    private boolean held;
    private double detail = 1;
    private double enlarged;

    Stage(PlayerModel model) {
        this.model = model;
        tree = new TreeCanvas(model.window());
        tree.setId("lesson-tree");
        legend.setId("lesson-legend");
        time.getStyleClass().add("stage-time");
        time.setMouseTransparent(true);
        treeRoom.getStyleClass().add("stage-tree");
        treeRoom.getChildren().addAll(tree, legend, time);
        StackPane.setAlignment(legend, Pos.BOTTOM_LEFT);
        StackPane.setMargin(legend, new Insets(10));
        StackPane.setAlignment(time, Pos.TOP_LEFT);
        StackPane.setMargin(time, new Insets(10));
        VBox.setVgrow(treeRoom, Priority.ALWAYS);
        VBox.setVgrow(strip, Priority.ALWAYS);
        VBox.setVgrow(chart, Priority.ALWAYS);
        treeRoom.addEventFilter(MouseEvent.MOUSE_DRAGGED, _ -> held = true);
        treeRoom.addEventFilter(ScrollEvent.SCROLL, _ -> held = true);
        root.getChildren().add(spotlight);
        root.getStyleClass().add("lesson-stage");
        root.layoutBoundsProperty().subscribe(bounds -> spotlight.resize(bounds.getWidth(), bounds.getHeight()));
        model.window().inspector().detail().subscribe(this::fillPanel);
    }

    Parent root() {
        return root;
    }

    TreeCanvas tree() {
        return tree;
    }

    void setLook(Look newLook) {
        look = newLook;
        tree.setLook(newLook);
        spotlight.setLook(newLook);
        shownScale = null;
        show();
    }

    void setDetail(double pixels) {
        detail = pixels;
        enlarged = 0;
    }

    /// A tree that is shown enlarged, for a projector, is drawn with as many more pixels.
    private void sharpen() {
        double now = tree.getLocalToSceneTransform().getMxx();
        if (Math.abs(now - enlarged) > SAME) {
            enlarged = now;
            tree.setDetail(detail * now);
        }
    }

    /// Shows what the present step wants.
    void show() {
        if (look == null) {
            return;
        }
        hinted = PlayerModel.NONE;
        var scene = model.scene();
        if (!scene.strip().isEmpty()) {
            strip.show(model.strip(), look);
            column.getChildren().setAll(strip);
        } else if (!scene.chart().isEmpty()) {
            chart.show(model.chart(), look);
            column.getChildren().setAll(chart);
        } else {
            column.getChildren().setAll(treeRoom);
            if (scene.panel() != Scene.Panel.NONE) {
                column.getChildren().add(panel());
            }
            fillPanel();
        }
        structure = -1;
        held = false;
        tree.changed();
        pointAtTokens();
    }

    private void pointAtTokens() {
        for (var target : model.scene().targets()) {
            if (target instanceof Target.Token token) {
                strip.point(token.index());
                tokens.point(token.index());
                return;
            }
        }
    }

    private Node panel() {
        return model.scene().panel() == Scene.Panel.TOKENS ? tokens : numbers;
    }

    private void fillPanel() {
        if (look == null) {
            return;
        }
        var detail = model.window().inspector().detail().get();
        switch (model.scene().panel()) {
            case TOKENS -> {
                tokens.show(detail, look);
                height(tokens, PANEL);
            }
            case CHOICES -> {
                numbers.choices(detail == null ? List.of() : detail.choices());
                height(numbers, SMALL);
            }
            case ANSWERS -> {
                var rows = model.window().outcome().get().answers();
                numbers.answers(rows);
                height(numbers, rows.size() > 4 ? PANEL : SMALL);
            }
            case NONE -> {}
        }
    }

    private static void height(Region panel, double height) {
        panel.setMinHeight(height);
        panel.setPrefHeight(height);
        panel.setMaxHeight(height);
    }

    /// Rings a node for as long as a choice that stands for it has the pointer, -1 for none.
    void hint(int node) {
        hinted = node;
    }

    /// One frame.
    void frame(double seconds) {
        sharpen();
        boolean changed = model.advance(Math.clamp(seconds - laidOut, 0, 0.1));
        laidOut = seconds;
        if (changed) {
            fillPanel();
            tree.changed();
        }
        if (treeRoom.getParent() != null) {
            tree.frame(seconds);
            refit(seconds);
            tell();
        }
        spotlight.frame(model.isTravelling() ? List.of() : places(), seconds);
    }

    /// Keeps in sight what the step is about, until a hand moves the view.
    private void refit(double seconds) {
        long now = model.window().tree().structure() * 31 + (long) (tree.getWidth() * 7 + tree.getHeight());
        if (now != structure) {
            structure = now;
            fitUntil = seconds + FIT_SECONDS;
        }
        if (seconds < fitUntil && !held) {
            tree.steering().frame(subject());
        }
    }

    private Set<Integer> subject() {
        var nodes = new TreeSet<Integer>();
        var scene = model.scene();
        for (var target : scene.targets()) {
            if (target instanceof Target.Node one) {
                nodes.add(one.node());
            }
        }
        if (scene.selected() > 0) {
            nodes.add(scene.selected());
        }
        nodes.removeIf(node -> !model.window().tree().isNode(node));
        for (int node : List.copyOf(nodes)) {
            if (node > 0) {
                nodes.add(model.window().tree().parent(node));
            }
        }
        return model.isOver() ? Set.of() : nodes;
    }

    private void tell() {
        var progress = model.window().progress().get();
        time.setText(Words.get("time", progress.simulations(), progress.rollouts()));
        if (model.window().tree().heat() != shownScale) {
            shownScale = model.window().tree().heat();
            legend.show(shownScale, look);
        }
    }

    private List<Bounds> places() {
        if (hinted >= 0 && model.window().tree().isNode(hinted)) {
            return List.of(inScene(tree, tree.boundsOf(hinted)));
        }
        var places = new ArrayList<Bounds>();
        if (!model.isOver()) {
            model.scene().targets().forEach(target -> places.add(place(target)));
        }
        places.removeIf(Objects::isNull);
        return places;
    }

    private Bounds place(Target target) {
        return switch (target) {
            case Target.Node node -> model.window().tree().isNode(node.node()) ? inScene(tree, tree.boundsOf(node.node())) : null;
            case Target.Token token -> strip.getParent() != null ? strip.place(token.index()) : tokens.place(token.index());
            case Target.Part part -> switch (part.place()) {
                case TREE -> inScene(treeRoom, treeRoom.getLayoutBounds());
                case LEGEND -> inScene(legend, legend.getLayoutBounds());
                case TIME -> inScene(time, time.getLayoutBounds());
                case PANEL -> inScene(panel(), panel().getLayoutBounds());
            };
        };
    }

    private static Bounds inScene(Node node, Bounds local) {
        return node.getScene() == null ? null : node.localToScene(local);
    }

    /// Lays out and arrives at once, without any movement.
    void settle() {
        model.arrive();
        fillPanel();
        if (treeRoom.getParent() != null) {
            tree.settle();
            tell();
        }
    }

    void close() {
        tree.close();
    }
}
