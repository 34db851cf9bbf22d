package dev.thoughtscope.view.shell;

import dev.thoughtscope.view.debugger.DebuggerView;
import dev.thoughtscope.view.inspector.InspectorView;
import dev.thoughtscope.view.inspector.LedgerPanel;
import dev.thoughtscope.view.strip.NodeStrip;
import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.view.timeline.TimelineView;
import dev.thoughtscope.view.tree.Crumbs;
import dev.thoughtscope.view.tree.MiniMap;
import dev.thoughtscope.view.tree.TreeCanvas;
import dev.thoughtscope.view.tree.ViewMenu;
import dev.thoughtscope.viewmodel.HeatScale;
import dev.thoughtscope.viewmodel.WindowModel;
import dev.thoughtscope.viewmodel.settings.SettingsModel;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The tree with all that stands around it: legend, map, search, inspector, answers, timeline, debugger.
final class TreeRoom {
    private static final long SEARCH_NANOS = 3_000_000;
    private static final double TOOLS_ROOM = 64;
    private static final double HAND_ROOM = 400;

    private final WindowModel model;
    private final SettingsModel settings;
    private final TreeCanvas tree;
    private final Legend legend = new Legend();
    private final InspectorView inspector;
    private final TimelineView timeline;
    private final MiniMap map;
    private final SearchBox searchBox;
    private final LedgerPanel ledger;
    private final EmptyState empty;
    private Region tools;
    private DebuggerView debugger;
    private Optional<NodeStrip> strip = Optional.empty();
    private HeatScale shownScale;
    private int shownVisits;

    TreeRoom(WindowModel model, SettingsModel settings) {
        this.model = model;
        this.settings = settings;
        tree = new TreeCanvas(model);
        inspector = new InspectorView(model);
        timeline = new TimelineView(model);
        map = new MiniMap(tree);
        ledger = new LedgerPanel(model);
        empty = new EmptyState();
        searchBox = new SearchBox(model.search(), tree.steering()::show, tree::requestFocus);
    }

    /// Puts all in its place.
    ///
    /// @param stage that the tree fills
    /// @param viewTools in a corner of it
    /// @param below the tree
    /// @param side beside it
    /// @param overlay over the whole window
    void place(StackPane stage, HBox viewTools, VBox below, VBox side, Pane overlay) {
        tools = viewTools;
        viewTools.getChildren().addFirst(new ViewMenu(model, tree, settings));
        stage.getChildren().addFirst(tree);
        stage.getChildren().add(1, empty);
        stage.getChildren().add(2, legend);
        StackPane.setAlignment(legend, Pos.BOTTOM_LEFT);
        StackPane.setMargin(legend, new Insets(12));
        stage.getChildren().addAll(map, searchBox);
        StackPane.setAlignment(map, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(map, new Insets(0, 12, 62, 0));
        StackPane.setAlignment(searchBox, Pos.TOP_RIGHT);
        StackPane.setMargin(searchBox, new Insets(12));
        stage.widthProperty().subscribe(() -> legend.fit(stage.getWidth() - viewTools.getWidth() - TOOLS_ROOM));
        viewTools.widthProperty().subscribe(() -> legend.fit(stage.getWidth() - viewTools.getWidth() - TOOLS_ROOM));
        legend.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        viewTools.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setMargin(viewTools, new Insets(12));
        var crumbs = new Crumbs(model);
        stage.getChildren().add(3, crumbs);
        StackPane.setAlignment(crumbs, Pos.TOP_RIGHT);
        StackPane.setMargin(crumbs, new Insets(12));
        stage.widthProperty().subscribe(room -> crumbs.fit(room.doubleValue() - HAND_ROOM));
        var answers = new AnswerPanel(model);
        answers.getChildren().add(ledger);
        side.getChildren().addAll(answers, inspector.root());
        inspector.setOverlay(overlay);
        below.getChildren().add(timeline.root());
        model.progress().subscribe(this::contentChanged);
        model.state().subscribe(this::contentChanged);
        contentChanged();
    }

    /// The buttons in its corner.
    void tools(ToggleButton follow, Button zoomIn, Button zoomOut, Button fit) {
        follow.selectedProperty().bindBidirectional(model.follow());
        zoomIn.setOnAction(_ -> tree.steering().zoomBy(1.3));
        zoomOut.setOnAction(_ -> tree.steering().zoomBy(1 / 1.3));
        fit.setOnAction(_ -> tree.steering().fit());
    }

    /// Puts the debugger's hand on it.
    void debug(StackPane root, StackPane stage) {
        debugger = new DebuggerView(model, tree, inspector, root, stage);
    }

    private void contentChanged() {
        boolean nothing = model.tree().nodes() == 0;
        empty.show(nothing, model.state().get());
        legend.setVisible(!nothing);
        tools.setVisible(!nothing);
        if (model.tree().heat() != shownScale || model.tree().mostVisits() != shownVisits) {
            shownScale = model.tree().heat();
            shownVisits = model.tree().mostVisits();
            legend.setScale(shownScale, shownVisits);
        }
        tree.changed();
    }

    void setLook(Look look) {
        tree.setLook(look);
        legend.setLook(look);
        inspector.setLook(look);
        timeline.setLook(look);
        ledger.setLook(look);
    }

    void setDetail(double pixels) {
        tree.setDetail(pixels);
        inspector.setDetail(pixels);
        timeline.setDetail(pixels);
        map.setDetail(pixels);
        strip.ifPresent(there -> there.setDetail(pixels));
    }

    void frame(double seconds) {
        debugger.frame();
        tree.frame(seconds);
        timeline.frame();
        map.frame(seconds);
        if (model.search().advance(SEARCH_NANOS)) {
            tree.changed();
        }
    }

    void settleTimeline() {
        timeline.frame();
    }

    /// Puts a strip under the tree, and a button for it beside the title of the selected node.
    void add(NodeStrip nodeStrip, VBox below) {
        strip = Optional.of(nodeStrip);
        below.getChildren().add(nodeStrip.root());
        nodeStrip.root().heightProperty().subscribe(() -> tree.reveal(model.inspector().selected().get()));
        inspector.setTools(nodeStrip.button());
    }

    TreeCanvas tree() {
        return tree;
    }

    SearchBox searchBox() {
        return searchBox;
    }

    EmptyState empty() {
        return empty;
    }

    DebuggerView debugger() {
        return debugger;
    }
}
