package dev.thoughtscope.view.shell;

import dev.thoughtscope.view.debugger.DebuggerView;
import dev.thoughtscope.view.inspector.InspectorView;
import dev.thoughtscope.view.page.Page;
import dev.thoughtscope.view.theme.Fonts;
import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.view.theme.Themes;
import dev.thoughtscope.view.timeline.TimelineView;
import dev.thoughtscope.view.tree.MiniMap;
import dev.thoughtscope.view.tree.TreeCanvas;
import dev.thoughtscope.viewmodel.HeatScale;
import dev.thoughtscope.viewmodel.RunState;
import dev.thoughtscope.viewmodel.WindowModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The frame of the window: question bar and controls above, tree and inspector between, status below.
public final class ShellView {
    private static final long SEARCH_NANOS = 3_000_000;
    private static final double PRESENTING = 1.45;
    private static final double TOOLS_ROOM = 200;

    @FXML private StackPane root;
    @FXML private TextField question;
    @FXML private MenuButton samples;
    @FXML private Button ask;
    @FXML private Button pause;
    @FXML private FontIcon pauseIcon;
    @FXML private Button step;
    @FXML private Button stop;
    @FXML private HBox settings;
    @FXML private ComboBox<String> action;
    @FXML private Spinner<Integer> rollouts;
    @FXML private Spinner<Integer> width;
    @FXML private TextField seed;
    @FXML private CheckBox reflect;
    @FXML private MenuButton more;
    @FXML private Button keys;
    @FXML private Button theme;
    @FXML private FontIcon themeIcon;
    @FXML private HBox banner;
    @FXML private Label trouble;
    @FXML private Button closeBanner;
    @FXML private VBox left;
    @FXML private StackPane stage;
    @FXML private HBox viewTools;
    @FXML private ToggleButton follow;
    @FXML private Button zoomIn;
    @FXML private Button zoomOut;
    @FXML private Button fit;
    @FXML private VBox side;
    @FXML private BorderPane frame;
    @FXML private HBox controls;
    @FXML private MenuButton runs;
    @FXML private Button present;
    @FXML private VBox railFrame;
    @FXML private VBox rail;
    @FXML private StackPane room;
    @FXML private BorderPane treePage;
    @FXML private Pane overlay;

    private final WindowModel model;
    private final Themes themes;
    private final FileDialogs dialogs;
    private final TreeCanvas tree;
    private final Legend legend = new Legend();
    private final InspectorView inspector;
    private final TimelineView timeline;
    private final MiniMap map;
    private final SearchBox searchBox;
    private final HelpCard help = new HelpCard();
    private final EmptyState empty = new EmptyState();
    private final StatusBar status;
    private final ZoomPane zoom = new ZoomPane();
    private FileMenu files;
    private HeatScale shownScale;
    private double detail = 1;
    private DebuggerView debugger;
    private Pages pages;

    public ShellView(WindowModel model, Themes themes) {
        this(model, themes, FileDialogs.ofSystem());
    }

    public ShellView(WindowModel model, Themes themes, FileDialogs dialogs) {
        Fonts.load();
        this.dialogs = dialogs;
        this.model = model;
        this.themes = themes;
        tree = new TreeCanvas(model);
        inspector = new InspectorView(model);
        timeline = new TimelineView(model);
        map = new MiniMap(tree);
        status = new StatusBar(model);
        searchBox = new SearchBox(model.search(), tree.steering()::show, tree::requestFocus);
        var loader = new FXMLLoader(ShellView.class.getResource("Shell.fxml"), Messages.bundle());
        loader.setController(this);
        try {
            loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        zoom.setContent(root);
    }

    public Parent root() {
        return zoom;
    }

    public TreeCanvas tree() {
        return tree;
    }

    @FXML
    private void initialize() {
        pages = new Pages(rail, room);
        pages.add(new TreePage(treePage, tree::requestFocus));
        placeTree();
        side.getChildren().addAll(new AnswerPanel(model), inspector.root());
        inspector.setOverlay(overlay);
        left.getChildren().add(timeline.root());
        wireQuestion();
        wireControls();
        wireBanner();
        wireTools();
        model.state().subscribe(this::stateChanged);
        model.progress().subscribe(this::contentChanged);
        frame.setBottom(status);
        Widths.keep(controls);
        Widths.keep(settings);
        themes.look().subscribe(this::lookChanged);
        root.addEventFilter(javafx.scene.input.KeyEvent.KEY_PRESSED, new ShellKeys(this)::pressed);
        debugger = new DebuggerView(model, tree, inspector, root, stage);
        help.add(debugger.keys());
    }

    private void placeTree() {
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
        root.getChildren().add(help);
        stage.widthProperty().subscribe(room -> legend.fit(room.doubleValue() - TOOLS_ROOM));
        legend.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        viewTools.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setMargin(viewTools, new Insets(12));
    }

    private void wireQuestion() {
        var asked = model.question();
        question.textProperty().bindBidirectional(asked.question());
        question.setOnAction(_ -> model.ask(false));
        ask.setOnAction(_ -> model.ask(false));
        SettingsBar.samples(samples, model);
        SettingsBar.action(action, asked);
        SettingsBar.number(rollouts, asked.rollouts(), 1, 100_000, 4);
        SettingsBar.number(width, asked.width(), 1, 32, 1);
        SettingsBar.seed(seed, asked);
        SettingsBar.reflect(reflect, asked);
        SettingsBar.more(more, asked);
        BooleanBinding deaf = Bindings.createBooleanBinding(
                () -> !model.state().get().canAsk() || model.modelLine().get().isEmpty(),
                model.state(),
                model.modelLine());
        ask.disableProperty().bind(deaf);
    }

    private void wireControls() {
        pause.setOnAction(_ -> model.pauseOrResume());
        step.setOnAction(_ -> model.step());
        stop.setOnAction(_ -> model.stop());
        files = new FileMenu(model, root, dialogs);
        files.fill(runs);
        present.setOnAction(_ -> present());
        keys.setOnAction(_ -> help.toggle());
        theme.setOnAction(_ -> themes.choose(!themes.look().get().dark()));
    }

    private void wireBanner() {
        trouble.textProperty().bind(model.trouble());
        var shown = model.trouble().isNotEmpty();
        banner.visibleProperty().bind(shown);
        banner.managedProperty().bind(shown);
        closeBanner.setOnAction(_ -> model.trouble().set(""));
    }

    private void wireTools() {
        follow.selectedProperty().bindBidirectional(model.follow());
        zoomIn.setOnAction(_ -> tree.steering().zoomBy(1.3));
        zoomOut.setOnAction(_ -> tree.steering().zoomBy(1 / 1.3));
        fit.setOnAction(_ -> tree.steering().fit());
    }

    private void stateChanged(RunState state) {
        boolean paused = state == RunState.PAUSED;
        pause.setDisable(!state.isUnderWay());
        pause.setText(Messages.get(paused ? "control.resume" : "control.pause"));
        pauseIcon.setIconCode(paused ? Feather.PLAY : Feather.PAUSE);
        if (state == RunState.RUNNING) {
            pages.show(TreePage.ID);
        }
        stop.setDisable(!state.isUnderWay());
        step.setDisable(!state.canAsk() || state == RunState.RUNNING);
        contentChanged();
    }

    private void contentChanged() {
        boolean nothing = model.tree().nodes() == 0;
        empty.show(nothing, model.state().get());
        legend.setVisible(!nothing);
        viewTools.setVisible(!nothing);
        if (model.tree().heat() != shownScale) {
            shownScale = model.tree().heat();
            legend.setScale(shownScale);
        }
        tree.changed();
    }

    private void lookChanged(Look look) {
        themeIcon.setIconCode(look.dark() ? Feather.SUN : Feather.MOON);
        tree.setLook(look);
        legend.setLook(look);
        inspector.setLook(look);
        timeline.setLook(look);
    }

    /// Puts a page beside the tree's, reached by its button in the rail.
    public void add(Page page) {
        pages.add(page);
        themes.look().subscribe(page::setLook);
    }

    public Pages pages() {
        return pages;
    }

    /// One frame of what moves.
    public void frame(double seconds) {
        debugger.frame();
        tree.frame(seconds);
        pages.current().ifPresent(page -> page.frame(seconds));
        timeline.frame();
        map.frame(seconds);
        if (model.search().advance(SEARCH_NANOS)) {
            tree.changed();
        }
    }

    /// Lays all out and draws the whole tree, without any movement.
    public void settle() {
        timeline.frame();
        root.applyCss();
        root.layout();
        tree.settle();
    }

    /// Large type and a clean screen, or back.
    public void present() {
        boolean on = zoom.factor() == 1;
        controls.setVisible(!on);
        controls.setManaged(!on);
        railFrame.setVisible(!on);
        railFrame.setManaged(!on);
        zoom.setFactor(on ? PRESENTING : 1);
        applyDetail();
        tree.steering().fit();
    }

    /// Pixels drawn in a unit of the scene, more than 1 for fine pictures.
    public void setDetail(double pixels) {
        detail = pixels;
        applyDetail();
    }

    private void applyDetail() {
        double pixels = detail * zoom.factor();
        tree.setDetail(pixels);
        inspector.setDetail(pixels);
        timeline.setDetail(pixels);
        map.setDetail(pixels);
    }

    FileMenu files() {
        return files;
    }

    WindowModel model() {
        return model;
    }

    SearchBox searchBox() {
        return searchBox;
    }

    HelpCard help() {
        return help;
    }

    TextField question() {
        return question;
    }
}
