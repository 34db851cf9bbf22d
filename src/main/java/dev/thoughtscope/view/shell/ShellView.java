package dev.thoughtscope.view.shell;

import dev.thoughtscope.view.page.Page;
import dev.thoughtscope.view.strip.NodeStrip;
import dev.thoughtscope.view.theme.Fonts;
import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.view.theme.Themes;
import dev.thoughtscope.view.tree.TreeCanvas;
import dev.thoughtscope.viewmodel.WindowModel;
import dev.thoughtscope.viewmodel.log.LogModel;
import dev.thoughtscope.viewmodel.sessions.SessionsModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
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
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The frame of the window: question bar and controls above, tree and inspector between, status below.
public final class ShellView {
    @FXML private StackPane root;
    @FXML private TextField question;
    @FXML private MenuButton samples;
    @FXML private Button ask;
    @FXML private Button pause;
    @FXML private FontIcon pauseIcon;
    @FXML private Button step;
    @FXML private Button stop;
    @FXML private FlowPane settings;
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
    @FXML private Button whatHappened;
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
    private final TreeRoom treeRoom;
    private final QuestionBar questionBar;
    private final Magnifier magnifier;
    private Pages pages;
    private CommandList commands;
    private Overlays overlays;
    private TopBars bars;
    private FileMenu files;
    private ExportMenu exports;

    public ShellView(WindowModel model, Themes themes) {
        this(model, themes, FileDialogs.ofSystem());
    }

    public ShellView(WindowModel model, Themes themes, FileDialogs dialogs) {
        Fonts.load();
        this.dialogs = dialogs;
        this.model = model;
        this.themes = themes;
        treeRoom = new TreeRoom(model, themes.settings());
        questionBar = new QuestionBar(model);
        magnifier = new Magnifier(themes, this::detailChanged, () -> List.of(controls, railFrame, frame.getBottom()));
        var loader = new FXMLLoader(ShellView.class.getResource("Shell.fxml"), Messages.bundle());
        loader.setController(this);
        try {
            loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        magnifier.pane().setContent(root);
    }

    public Parent root() {
        return magnifier.pane();
    }

    public TreeCanvas tree() {
        return treeRoom.tree();
    }

    @FXML
    private void initialize() {
        pages = new Pages(rail, room);
        commands = new CommandList(pages, themes.settings());
        overlays = new Overlays(root, commands, pages);
        bars = new TopBars(model, frame);
        files = new FileMenu(model, root, dialogs);
        var shellCommands = new ShellCommands(this);
        pages.add(new TreePage(treePage, tree()::requestFocus, shellCommands::ofTree));
        treeRoom.place(stage, viewTools, left, side, overlay);
        exports = new ExportMenu(model, themes, dialogs, tree(), root, this::setDetail);
        viewTools.getChildren().addFirst(exports);
        tree().setStill(themes::isStill);
        wireQuestion();
        wireControls();
        bars.trouble(banner, trouble, closeBanner);
        RecentRuns.offerChanged(model, bars.offer("offer-changed"));
        treeRoom.tools(follow, zoomIn, zoomOut, fit);
        model.documents().setOnOpen(this::showTree);
        model.traces().taken().subscribe(taken -> {
            if (taken) {
                showTree();
            }
        });
        frame.setBottom(new StatusBar(model));
        Widths.keep(controls);
        Widths.keep(settings);
        themes.look().subscribe(this::lookChanged);
        themes.settings().textSize().subscribe(magnifier::apply);
        new ShellKeys(commands, pages, root, overlays::isUp);
        treeRoom.debug(root, stage);
        treeRoom.empty().setOnChoose(() -> pages.show("models"));
        commands.add(shellCommands.ofWindow());
    }

    private void wireQuestion() {
        var asked = model.question();
        questionBar.ask(question, ask);
        SettingsBar.samples(samples, model);
        SettingsBar.action(action, asked);
        SettingsBar.number(rollouts, asked.rollouts(), 1, 100_000, 4);
        SettingsBar.number(width, asked.width(), 1, 32, 1);
        SettingsBar.seed(seed, asked);
        SettingsBar.reflect(reflect, asked);
        SettingsBar.more(more, asked);
    }

    private void wireControls() {
        questionBar.control(pause, pauseIcon, step, stop);
        files.fill(runs);
        present.setOnAction(_ -> present());
        keys.setOnAction(_ -> overlays.help().toggle());
        theme.setOnAction(_ -> switchTheme());
    }

    void switchTheme() {
        themes.choose(!themes.look().get().dark());
    }

    private void showTree() {
        pages.show(TreePage.ID);
    }

    private void lookChanged(Look look) {
        themeIcon.setIconCode(look.dark() ? Feather.SUN : Feather.MOON);
        treeRoom.setLook(look);
    }

    /// Puts a page beside the tree's, reached by its button in the rail.
    public void add(Page page) {
        pages.add(page);
        themes.look().subscribe(page::setLook);
    }

    /// Puts a strip under the tree.
    public void add(NodeStrip strip) {
        treeRoom.add(strip, left);
        themes.look().subscribe(strip::setLook);
        commands.add(strip.command(() -> pages.show(TreePage.ID)));
    }

    public Pages pages() {
        return pages;
    }

    /// Lists the runs of the past and offers what a crash left.
    public void add(SessionsModel sessions) {
        var recent = new RecentRuns(sessions, runs);
        recent.fill(treeRoom.empty());
        recent.offerUnfinished(bars.offer("offer-unfinished"));
    }

    /// Shows what happened, when the person asks for it.
    ///
    /// @param machine facts on top of a report, by name
    public void add(LogModel log, Supplier<SequencedMap<String, String>> machine) {
        var toggle = overlays.add(log, machine, model);
        whatHappened.setOnAction(_ -> toggle.run());
        whatHappened.setVisible(true);
        whatHappened.setManaged(true);
    }

    /// @param taker takes model files that are dropped on the window
    public void setOnModelFile(Consumer<Path> taker) {
        files.setOnModel(file -> {
            pages.show("models");
            taker.accept(file);
        });
    }

    /// Every command of the window and its pages.
    public CommandList commands() {
        return commands;
    }

    /// One frame of what moves.
    public void frame(double seconds) {
        treeRoom.frame(seconds);
        pages.current().ifPresent(page -> page.frame(seconds));
    }

    /// Lays all out and draws the whole tree, without any movement.
    public void settle() {
        treeRoom.settleTimeline();
        root.applyCss();
        root.layout();
        tree().settle();
    }

    /// Large type and a clean screen, or back.
    public void present() {
        magnifier.present();
        pages.setPresenting(magnifier.isPresenting());
        tree().steering().fit();
    }

    /// Pixels drawn in a unit of the scene, more than 1 for fine pictures.
    public void setDetail(double pixels) {
        magnifier.setDetail(pixels);
    }

    private void detailChanged(double pixels) {
        treeRoom.setDetail(pixels);
        pages.setDetail(pixels);
    }

    ExportMenu exports() {
        return exports;
    }

    FileMenu files() {
        return files;
    }

    WindowModel model() {
        return model;
    }

    TreeRoom treeRoom() {
        return treeRoom;
    }

    QuestionBar questionBar() {
        return questionBar;
    }

    Overlays overlays() {
        return overlays;
    }

    TextField question() {
        return question;
    }
}
