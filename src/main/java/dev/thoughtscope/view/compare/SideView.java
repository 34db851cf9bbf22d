package dev.thoughtscope.view.compare;

import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.view.tree.TreeCanvas;
import dev.thoughtscope.viewmodel.Mark;
import dev.thoughtscope.viewmodel.compare.CompareModel;
import dev.thoughtscope.viewmodel.compare.CompareSide;
import dev.thoughtscope.viewmodel.sessions.SessionsModel;
import java.io.File;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One of the two runs: which it is, its tree, its answer.
final class SideView {
    private static final double FIT_SECONDS = 1.6;
    private static final double SAME = 0.01;
    private static final int LONG = 60;

    private final CompareModel model;
    private final CompareSide side;
    private final SessionsModel sessions;
    private final TreeCanvas tree;
    private final MenuButton choose = new MenuButton();
    private final Label question = new Label();
    private final Label answer = new Label();
    private final Label empty = new Label(Words.get("empty"));
    private final VBox root;
    private long structure = -1;
    private double fitUntil;
    private boolean held;
    private double detail = 1;
    private double enlarged;

    SideView(CompareModel model, CompareSide side, SessionsModel sessions, String name) {
        this.model = model;
        this.side = side;
        this.sessions = sessions;
        tree = new TreeCanvas(side.window());
        choose.setText(name);
        choose.setGraphic(FontIcon.of(Feather.FOLDER, 14));
        choose.setAccessibleText(Words.get("choose", name));
        choose.setOnShowing(_ -> fillMenu());
        choose.getItems().add(new MenuItem(Words.get("open")));
        choose.setMinWidth(MenuButton.USE_PREF_SIZE);
        question.getStyleClass().add("side-question");
        question.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(question, Priority.ALWAYS);
        answer.getStyleClass().add("side-answer");
        answer.setMinWidth(Label.USE_PREF_SIZE);
        var head = new HBox(choose, question, answer);
        head.getStyleClass().add("side-head");
        head.setAlignment(Pos.CENTER_LEFT);
        empty.getStyleClass().add("side-empty");
        empty.setWrapText(true);
        empty.setMouseTransparent(true);
        var room = new StackPane(tree, empty);
        room.getStyleClass().add("side-room");
        room.setMinSize(0, 0);
        room.addEventFilter(MouseEvent.MOUSE_DRAGGED, _ -> held = true);
        room.addEventFilter(ScrollEvent.SCROLL, _ -> held = true);
        VBox.setVgrow(room, Priority.ALWAYS);
        root = new VBox(head, room);
        root.getStyleClass().add("compare-side");
        root.setPrefWidth(400);
        root.setMinWidth(200);
        root.addEventHandler(DragEvent.DRAG_OVER, this::dragOver);
        root.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
    }

    private void fillMenu() {
        sessions.refresh();
        var items = choose.getItems();
        items.clear();
        var now = new MenuItem(Words.get("current"));
        now.setDisable(!model.hasCurrent());
        now.setOnAction(_ -> model.takeCurrent(side));
        var open = new MenuItem(Words.get("open"));
        open.setOnAction(_ -> ask().ifPresent(file -> model.open(side, file.toPath())));
        items.addAll(now, open);
        if (!sessions.recent().get().isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        for (var run : sessions.recent().get()) {
            String line = run.question().strip().replaceAll("\\s+", " ");
            var item = new MenuItem(line.length() <= LONG ? line : line.substring(0, LONG - 1) + "…");
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> model.open(side, run.file()));
            items.add(item);
        }
    }

    private Optional<File> ask() {
        var chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(Words.get("file.type"), "*.thoughts"));
        return Optional.ofNullable(chooser.showOpenDialog(root.getScene().getWindow()));
    }

    private void dragOver(DragEvent event) {
        if (isRun(event)) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        if (isRun(event)) {
            model.open(side, event.getDragboard().getFiles().getFirst().toPath());
            event.setDropCompleted(true);
            event.consume();
        }
    }

    private static boolean isRun(DragEvent event) {
        return event.getDragboard().hasFiles()
                && event.getDragboard().getFiles().getFirst().getName().endsWith(".thoughts");
    }

    /// Selects a node and brings it into sight.
    void show(int node) {
        if (node >= 0) {
            held = true;
            side.window().inspector().selected().set(node);
            tree.steering().show(node);
        }
    }

    void frame(double seconds, boolean changed) {
        sharpen();
        if (changed) {
            tree.changed();
        }
        tree.frame(seconds);
        long now = side.window().tree().structure() * 31 + (long) (tree.getWidth() * 7 + tree.getHeight());
        if (now != structure) {
            structure = now;
            fitUntil = seconds + FIT_SECONDS;
        }
        if (seconds < fitUntil && !held) {
            tree.steering().frame(Set.of());
        }
        tell();
    }

    private void tell() {
        boolean nothing = side.window().tree().nodes() == 0;
        empty.setVisible(nothing);
        question.setText(nothing ? "" : side.window().tree().text(0));
        var best = side.window().outcome().get().best();
        String mark = best == null || best.mark() == Mark.NONE ? "" : best.mark() == Mark.RIGHT ? " ✓" : " ✗";
        answer.setText(best == null ? "" : Words.get("answer", best.answer()) + mark);
    }

    Parent root() {
        return root;
    }

    void setLook(Look look) {
        tree.setLook(look);
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
}
