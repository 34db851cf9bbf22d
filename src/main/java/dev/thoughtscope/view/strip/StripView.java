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
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
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
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The page of the token strip: text and settings above, the strip and one position in full between, figures below.
public final class StripView {
    private static final double ROOMY = 1150;
    private static final int LONG = 90;
    private static final KeyCombination MEASURE = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    @FXML private BorderPane root;
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
    @FXML private HBox banner;
    @FXML private Label trouble;
    @FXML private ToggleButton lengths;
    @FXML private ToggleButton compare;
    @FXML private SplitPane both;
    @FXML private BorderPane middle;
    @FXML private VBox below;
    @FXML private StackPane stage;
    @FXML private VBox empty;
    @FXML private Label emptyTitle;
    @FXML private ScrollPane side;
    @FXML private StackPane scale;
    @FXML private HBox figures;
    @FXML private ProgressBar progress;
    @FXML private Label stateText;
    @FXML private Label leftText;
    @FXML private Label windowsText;

    private final StripModel model;
    private final StripCanvas canvas;
    private final Minimap minimap;
    private final DetailPane detail;
    private final CurvePane curve;
    private final GainScale gainScale = new GainScale();
    private Supplier<Optional<NodeText>> selected = Optional::empty;
    private StripView twin;
    private Look look;

    public StripView(StripModel model) {
        Fonts.load();
        this.model = model;
        canvas = new StripCanvas(model);
        minimap = new Minimap(model, canvas);
        detail = new DetailPane(model);
        curve = new CurvePane(model);
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
        canvas.setLook(newLook);
        minimap.setLook(newLook);
        detail.setLook(newLook);
        curve.setLook(newLook);
        if (twin != null) {
            twin.setLook(newLook);
        }
        gainScale.show(model.tokens(), newLook);
    }

    /// Pixels of a picture in one unit, for sharp snapshots.
    public void setDetail(double pixels) {
        canvas.setDetail(pixels);
        minimap.setDetail(pixels);
        curve.setDetail(pixels);
    }

    /// Ties the strip to the tree: it can measure the selected node, and its thoughts can become branches there.
    ///
    /// @param selectedNode empty if no node with a text is selected
    public void setTree(Supplier<Optional<NodeText>> selectedNode, BranchHandler onBranch) {
        selected = selectedNode;
        detail.setOnBranch(onBranch);
        fromTree.setVisible(true);
        fromTree.setManaged(true);
    }

    /// Measures the node that is selected in the tree.
    void measureNode() {
        selected.get().ifPresentOrElse(node -> {
            model.measure(node);
            canvas.requestFocus();
        }, () -> model.trouble().set(Words.get("fromTree.none")));
    }

    /// For a place under the tree: without the text field, for a text that comes from a node.
    public void setCompact(boolean compact) {
        inputBar.setVisible(!compact);
        inputBar.setManaged(!compact);
    }

    public void requestFocus() {
        canvas.requestFocus();
    }

    @FXML
    private void initialize() {
        var strip = new BorderPane(canvas);
        strip.setRight(minimap);
        stage.getChildren().addFirst(strip);
        side.setContent(detail);
        scale.getChildren().add(gainScale);
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, new StripKeys(model, canvas)::pressed);
        wireText();
        wireTools();
        wireTrouble();
        root.widthProperty().subscribe(_ -> fitTools());
        model.state().subscribe(_ -> status());
        model.progress().subscribe(_ -> status());
        model.figures().subscribe(shown -> figures.getChildren().setAll(FigureRow.of(shown)));
        model.revision().subscribe(_ -> changed());
    }

    private void wireText() {
        input.textProperty().bindBidirectional(model.text());
        input.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (MEASURE.match(event)) {
                model.measure();
                event.consume();
            }
        });
        measure.setOnAction(_ -> {
            model.measure();
            canvas.requestFocus();
        });
        fromTree.setOnAction(_ -> measureNode());
        samples.setDisable(model.samples().isEmpty());
        for (String sample : model.samples()) {
            var item = new MenuItem(sample.length() > LONG ? sample.substring(0, LONG - 1) + "…" : sample);
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> {
                model.text().set(sample);
                measure.fire();
            });
            samples.getItems().add(item);
        }
        again.setOnAction(_ -> model.measure());
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
        new RankingMenu(model, canvas).wire(ranking);
        new ExportMenu(model, () -> look != null && look.dark()).fill(export);
    }

    /// In a narrow window the icons say it alone; their tooltips keep the words.
    private void fitTools() {
        var display = root.getWidth() < ROOMY ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT;
        for (var tool : List.of(pause, stop, more, export)) {
            tool.setContentDisplay(display);
        }
    }

    private void wireTrouble() {
        trouble.textProperty().bind(model.trouble());
        var shown = model.trouble().isNotEmpty();
        banner.visibleProperty().bind(shown);
        banner.managedProperty().bind(shown);
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
            twin = new StripView(model.twin());
            twin.setCompact(true);
            twin.compare.setVisible(false);
            twin.compare.setManaged(false);
            twin.again.setVisible(true);
            twin.again.setManaged(true);
            if (look != null) {
                twin.setLook(look);
            }
        }
        both.getItems().setAll(shown ? List.of(middle, twin.root) : List.of(middle));
    }

    private void changed() {
        boolean none = model.tokens().size() == 0;
        empty.setVisible(none);
        boolean any = model.tokens().anyMeasured();
        for (Node tool : List.of(next, previous, ranking, onlyBig, export)) {
            tool.setDisable(!any);
        }
        canvas.repaint();
        minimap.requestLayout();
        boolean scrolls = !none && canvas.contentHeight() > canvas.getHeight();
        minimap.setVisible(scrolls);
        minimap.setManaged(scrolls);
        if (look != null) {
            gainScale.show(model.tokens(), look);
        }
    }

    private void status() {
        var state = model.state().get();
        var told = model.progress().get();
        measure.setDisable(!state.canMeasure());
        pause.setDisable(!state.isUnderWay());
        stop.setDisable(!state.isUnderWay());
        boolean paused = state == StripState.PAUSED;
        pause.setText(Words.get(paused ? "resume" : "pause"));
        pauseIcon.setIconCode(paused ? Feather.PLAY : Feather.PAUSE);
        emptyTitle.setText(Words.get(switch (state) {
            case LOADING -> "empty.loading";
            case NO_MODEL -> "empty.noModel";
            default -> "empty";
        }));
        progress.setVisible(state.isUnderWay());
        progress.setManaged(state.isUnderWay());
        progress.setProgress(told.total() == 0 ? ProgressBar.INDETERMINATE_PROGRESS : told.share());
        stateText.setText(StatusText.of(state, told));
        boolean hasEstimate = state == StripState.RUNNING && !Double.isNaN(told.secondsLeft());
        leftText.setText(hasEstimate ? Words.get("state.left", Words.duration(told.secondsLeft())) : "");
        windowsText.setText(told.windows() > 1 ? Words.get("windows", told.windows()) : "");
    }
}
