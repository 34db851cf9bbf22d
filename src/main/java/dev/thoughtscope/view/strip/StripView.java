package dev.thoughtscope.view.strip;

import dev.thoughtscope.view.theme.Fonts;
import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.viewmodel.strip.NodeText;
import dev.thoughtscope.viewmodel.strip.StripModel;
import dev.thoughtscope.viewmodel.strip.StripState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The page of the token strip: text and settings above, the strip and one position in full between, figures below.
public final class StripView {
    private static final double COMPARED = 21;
    private static final KeyCombination MEASURE = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    @FXML private BorderPane root;
    @FXML private VBox top;
    @FXML private HBox inputBar;
    @FXML private TextArea input;
    @FXML private MenuButton samples;
    @FXML private Button fromTree;
    @FXML private Button measure;
    @FXML private HBox controls;
    @FXML private Button again;
    @FXML private Button pause;
    @FXML private FontIcon pauseIcon;
    @FXML private Button stop;
    @FXML private Spinner<Integer> length;
    @FXML private Spinner<Integer> thoughts;
    @FXML private Spinner<Integer> ahead;
    @FXML private MenuButton more;
    @FXML private Button previous;
    @FXML private MenuButton ranking;
    @FXML private Button next;
    @FXML private ToggleButton onlyBig;
    @FXML private MenuButton export;
    @FXML private ToggleButton lengths;
    @FXML private ToggleButton compare;
    @FXML private SplitPane both;

    private final StripModel model;
    private final StripStage stage;
    private final StripFoot foot;
    private final CurvePane curve;
    private final VBox below;
    private final BorderPane middle;
    private Supplier<Optional<NodeText>> selected = Optional::empty;
    private StripView twin;
    private BranchHandler onBranch;
    private Look look;

    public StripView(StripModel model) {
        this(model, null);
    }

    /// @param above of which this is to show the difference, null for none
    private StripView(StripModel model, StripModel above) {
        Fonts.load();
        this.model = model;
        stage = new StripStage(model, above != null);
        foot = new StripFoot(model, above);
        curve = new CurvePane(model);
        below = new VBox(foot);
        middle = new BorderPane(stage);
        middle.setBottom(below);
        var loader = new FXMLLoader(StripView.class.getResource("Strip.fxml"), Words.bundle());
        loader.setController(this);
        try {
            loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public BorderPane root() {
        return root;
    }

    public void setLook(Look newLook) {
        look = newLook;
        stage.setLook(newLook);
        foot.setLook(newLook);
        curve.setLook(newLook);
        if (twin != null) {
            twin.setLook(newLook);
        }
    }

    /// Pixels of a picture in one unit, for sharp snapshots.
    public void setDetail(double pixels) {
        stage.setDetail(pixels);
        curve.setDetail(pixels);
        if (twin != null) {
            twin.setDetail(pixels);
        }
    }

    /// Ties the strip to the tree: it can measure the selected node, and its thoughts can become branches there.
    ///
    /// @param selectedNode empty if no node with a text is selected
    public void setTree(Supplier<Optional<NodeText>> selectedNode, BranchHandler branching) {
        selected = selectedNode;
        onBranch = branching;
        stage.setOnBranch(branching);
        fromTree.setVisible(true);
        fromTree.setManaged(true);
    }

    /// Leaves only the strip, for many to look at.
    void setPresenting(boolean presenting) {
        for (var part : List.of(inputBar, controls)) {
            part.setVisible(!presenting);
            part.setManaged(!presenting);
        }
        if (twin != null) {
            twin.setPresenting(presenting);
            twin.beneath(this);
        }
    }

    /// Measures the node that is selected in the tree.
    void measureNode() {
        selected.get().ifPresentOrElse(node -> {
            model.measure(node);
            requestFocus();
        }, () -> model.trouble().set(Words.get("fromTree.none")));
    }

    public void requestFocus() {
        if (stage.canvas().getScene() == null) {
            // a split pane takes its parts into the scene with its first style
            root.applyCss();
        }
        stage.canvas().requestFocus();
    }

    @FXML
    private void initialize() {
        both.getItems().setAll(middle);
        top.getChildren().add(new StripBanner(model));
        wireText();
        wireSettings();
        wireTools();
        new NarrowTools(controls, List.of(pause, stop, more, export), List.of(again, ranking), List.of(previous, next))
                .fit(root.widthProperty());
        model.state().subscribe(this::status);
        model.revision().subscribe(_ -> changed());
    }

    private void wireText() {
        input.textProperty().bindBidirectional(model.text());
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (MEASURE.match(event)) {
                (again.isVisible() ? again : measure).fire();
                event.consume();
            }
        });
        measure.setOnAction(_ -> {
            model.measure();
            requestFocus();
        });
        measure.setMinWidth(Region.USE_PREF_SIZE);
        fromTree.setOnAction(_ -> measureNode());
        new SampleMenu(model, measure::fire).fill(samples, root);
    }

    private void wireSettings() {
        again.setOnAction(_ -> model.measureAgain());
        again.disableProperty().bind(measure.disableProperty());
        pause.setOnAction(_ -> model.pauseOrResume());
        stop.setOnAction(_ -> model.stop());
        var settings = model.settings();
        SettingsFields.number(length, settings.thoughtTokens(), 0, 512, 4);
        SettingsFields.number(thoughts, settings.thoughts(), 1, 64, 1);
        SettingsFields.number(ahead, settings.ahead(), 1, 64, 1);
        var paper = new CheckBox(Words.get("paper"));
        paper.setTooltip(new Tooltip(Words.get("paper.tip")));
        paper.selectedProperty().bindBidirectional(model.paper());
        SettingsFields.more(more, settings, paper);
    }

    private void wireTools() {
        controls.getChildren().stream()
                .filter(Labeled.class::isInstance)
                .forEach(labeled -> ((Labeled) labeled).setMinWidth(Region.USE_PREF_SIZE));
        next.setOnAction(_ -> model.selectBig(1));
        previous.setOnAction(_ -> model.selectBig(-1));
        onlyBig.selectedProperty().bindBidirectional(model.onlyBig());
        lengths.selectedProperty().subscribe(this::showCurve);
        compare.selectedProperty().subscribe(this::showTwin);
        new RankingMenu(model, stage.canvas()).wire(ranking);
        new ExportMenu(model, () -> look != null && look.dark()).fill(export);
    }

    private void showCurve(boolean shown) {
        below.getChildren().remove(curve);
        if (shown) {
            below.getChildren().addFirst(curve);
        }
        if (shown && model.curve().points().isEmpty()) {
            model.measureCurve();
        }
    }

    /// A second strip of the same text beneath this one, with settings of its own.
    private void showTwin(boolean shown) {
        if (shown && twin == null) {
            twin = new StripView(model.twin(), model);
            twin.beneath(this);
        }
        stage.canvas().setMostType(shown ? COMPARED : TypeSize.LARGEST);
        both.getItems().setAll(shown ? List.of(middle, twin.root) : List.of(middle));
    }

    private void beneath(StripView above) {
        for (var part : List.of(inputBar, compare)) {
            part.setVisible(false);
            part.setManaged(false);
        }
        again.setVisible(true);
        again.setManaged(true);
        stage.canvas().setMostType(COMPARED);
        if (above.look != null) {
            setLook(above.look);
        }
        if (above.onBranch != null) {
            stage.setOnBranch(above.onBranch);
        }
    }

    private void changed() {
        boolean any = model.tokens().anyMeasured();
        for (var tool : List.of(next, previous, ranking, onlyBig, export)) {
            tool.setDisable(!any);
        }
    }

    private void status(StripState state) {
        measure.setDisable(!state.canMeasure());
        pause.setDisable(!state.isUnderWay());
        stop.setDisable(!state.isUnderWay());
        boolean paused = state == StripState.PAUSED;
        pause.setText(Words.get(paused ? "resume" : "pause"));
        pauseIcon.setIconCode(paused ? Feather.PLAY : Feather.PAUSE);
    }
}
