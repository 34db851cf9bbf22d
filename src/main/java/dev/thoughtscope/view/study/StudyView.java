package dev.thoughtscope.view.study;

import dev.thoughtscope.view.theme.Fonts;
import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.viewmodel.study.StudyCharts;
import dev.thoughtscope.viewmodel.study.StudyEntry;
import dev.thoughtscope.viewmodel.study.StudyModel;
import dev.thoughtscope.viewmodel.study.StudyRow;
import dev.thoughtscope.viewmodel.study.StudyState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The page of studies: what to run above, its charts in the middle, the problems behind a point at the side.
public final class StudyView {
    private static final List<String> TABS = List.of(
            "accuracy-tokens", "accuracy-seconds", "tries", "majority", "confidence", "reflection", "thinking", "puzzle", "file",
            "comparison");
    private static final String FILE = "file";
    private static final String PUZZLE = "puzzle";
    private static final String COMPARISON = "comparison";

    @FXML private BorderPane root;
    @FXML private ComboBox<StudyEntry> choice;
    @FXML private Button run;
    @FXML private Button pause;
    @FXML private FontIcon pauseIcon;
    @FXML private Button stop;
    @FXML private MenuButton files;
    @FXML private MenuButton compare;
    @FXML private MenuButton save;
    @FXML private HBox banner;
    @FXML private Label trouble;
    @FXML private Button closeBanner;
    @FXML private HBox tabs;
    @FXML private StackPane stage;
    @FXML private VBox empty;
    @FXML private Label emptyTitle;
    @FXML private Label emptyHint;
    @FXML private Button quick;
    @FXML private TextArea file;
    @FXML private Label note;
    @FXML private VBox side;
    @FXML private Label sideTitle;
    @FXML private ListView<StudyRow> rows;
    @FXML private Button wrong;
    @FXML private ProgressBar progress;
    @FXML private Label stateText;
    @FXML private Label leftText;

    private final StudyModel model;
    private final ChartPane chart;
    private final ComparisonPane comparison;
    private final PuzzlePane puzzle;
    private final ToggleGroup group = new ToggleGroup();
    private final StudyMenus menus;

    public StudyView(StudyModel model) {
        Fonts.load();
        this.model = model;
        chart = new ChartPane(point -> {
            model.select(point);
            SideTitles.of(point).ifPresent(sideTitle::setText);
        });
        comparison = new ComparisonPane(model::open);
        puzzle = new PuzzlePane(model::open);
        menus = new StudyMenus(model, chart);
        var loader = new FXMLLoader(StudyView.class.getResource("Study.fxml"), Words.bundle());
        loader.setController(this);
        try {
            loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public Parent root() {
        return root;
    }

    public void setLook(Look look) {
        chart.setLook(look);
    }

    /// Pixels of a picture in one unit, for sharp snapshots.
    public void setDetail(double pixels) {
        chart.setDetail(pixels);
    }

    void requestFocus() {
        (empty.isVisible() ? quick : chart).requestFocus();
    }

    @FXML
    private void initialize() {
        choice.setItems(model.entries());
        choice.valueProperty().bindBidirectional(model.chosen());
        file.textProperty().bindBidirectional(model.text());
        run.setOnAction(_ -> model.start());
        pause.setOnAction(_ -> model.pauseOrResume());
        stop.setOnAction(_ -> model.stop());
        quick.setOnAction(_ -> model.start());
        wrong.setOnAction(_ -> {
            model.selectConfidentlyWrong();
            sideTitle.setText(Words.get("side.wrong"));
        });
        rows.setItems(model.rows());
        rows.setCellFactory(_ -> new RowCell(model::open));
        rows.setPlaceholder(hint(Words.get("side.hint")));
        stage.getChildren().addFirst(comparison);
        stage.getChildren().addFirst(puzzle);
        stage.getChildren().addFirst(chart);
        trouble.textProperty().bind(model.trouble());
        banner.visibleProperty().bind(model.trouble().isNotEmpty());
        banner.managedProperty().bind(model.trouble().isNotEmpty());
        closeBanner.setOnAction(_ -> model.trouble().set(""));
        menus.files(files, root);
        menus.save(save, root);
        model.measured().addListener((ListChangeListener<StudyEntry>) _ -> menus.compare(compare));
        menus.compare(compare);
        List.of(run, pause, stop, files, compare, save, wrong).forEach(tool -> tool.setMinWidth(Region.USE_PREF_SIZE));
        fillTabs();
        model.charts().subscribe(found -> {
            puzzle.show(found == null ? null : found.puzzle().orElse(null));
            refresh();
        });
        model.state().subscribe(_ -> status());
        model.progress().subscribe(_ -> status());
        model.comparison().subscribe(found -> {
            if (found != null) {
                comparison.show(found);
                choose(COMPARISON);
            }
            refresh();
        });
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);
            }
            refresh();
        });
        choose(TABS.getFirst());
    }

    private static Label hint(String words) {
        var label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().add("hint");
        return label;
    }

    private void fillTabs() {
        for (String id : TABS) {
            var tab = new ToggleButton(Words.get("tab." + id));
            tab.setUserData(id);
            tab.setId("study-" + id);
            tab.setToggleGroup(group);
            tabs.getChildren().add(tab);
        }
    }

    private void choose(String id) {
        group.getToggles().stream().filter(tab -> tab.getUserData().equals(id)).forEach(tab -> tab.setSelected(true));
    }

    private String tab() {
        var chosen = group.getSelectedToggle();
        return chosen == null ? TABS.getFirst() : (String) chosen.getUserData();
    }

    private void refresh() {
        String id = tab();
        var charts = model.charts().get();
        boolean compares = model.comparison().get() != null;
        tabs.getChildren().getLast().setVisible(compares);
        boolean isFile = id.equals(FILE);
        boolean isComparison = id.equals(COMPARISON) && compares;
        boolean isPuzzle = id.equals(PUZZLE) && charts != null;
        boolean isChart = !isFile && !isComparison && !isPuzzle && charts != null;
        file.setVisible(isFile);
        show(comparison, isComparison);
        show(puzzle, isPuzzle);
        show(side, isChart);
        chart.setVisible(isChart);
        empty.setVisible(!isFile && !isComparison && charts == null);
        if (isChart) {
            chart.show(id.equals(COMPARISON) ? charts.all().getFirst() : charts.chart(id));
        }
        note.setText(charts == null ? "" : note(id, charts));
        wrong.setDisable(charts == null);
        save.setDisable(charts == null);
        compare.setDisable(charts == null || compare.getItems().isEmpty());
    }

    /// What is hidden takes no room either.
    private static void show(Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    private static String note(String id, StudyCharts charts) {
        if (!id.equals("confidence")) {
            return Words.get("note." + id);
        }
        return Words.get("note.confidence") + "  " + charts.knowing().stream()
                .filter(row -> row.area().isKnown())
                .map(row -> Words.get("note.knowing", row.method(), Words.percent(row.error()), row.area().estimate()))
                .collect(Collectors.joining(" · "));
    }

    private void status() {
        var state = model.state().get();
        var told = model.progress().get();
        boolean paused = state == StudyState.PAUSED;
        choice.setDisable(state.isUnderWay());
        file.setEditable(!state.isUnderWay());
        run.setDisable(!state.canStart());
        quick.setDisable(!state.canStart());
        pause.setDisable(!state.isUnderWay());
        pause.setText(Words.get(paused ? "resume" : "pause"));
        pauseIcon.setIconCode(paused ? Feather.PLAY : Feather.PAUSE);
        stop.setDisable(!state.isUnderWay());
        progress.setVisible(state.isUnderWay());
        progress.setManaged(state.isUnderWay());
        progress.setProgress(told == null ? ProgressBar.INDETERMINATE_PROGRESS : (double) told.done() / told.total());
        emptyTitle.setText(Words.get(state == StudyState.NO_MODEL ? "empty.loading" : state.isUnderWay() ? "empty.running" : "empty"));
        emptyHint.setText(Words.get(state.isUnderWay() ? "empty.running.hint" : "empty.hint"));
        quick.setVisible(!state.isUnderWay());
        String words = Words.get("state." + state.name());
        stateText.setText(told == null
                ? words
                : Words.get("state.progress", words, told.done(), told.total(), told.failed()));
        boolean estimates = state == StudyState.RUNNING && told != null && !told.left().isZero();
        leftText.setText(estimates
                ? Words.get("state.left", Words.duration(told.left()), told.tokensPerSecond())
                : "");
        refresh();
    }
}
