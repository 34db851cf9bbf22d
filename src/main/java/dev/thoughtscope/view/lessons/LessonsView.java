package dev.thoughtscope.view.lessons;

import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.view.tree.TreeCanvas;
import dev.thoughtscope.viewmodel.lessons.LessonsModel;
import dev.thoughtscope.viewmodel.lessons.PlayerModel;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The list of lessons, or the lesson that is played.
public final class LessonsView {
    private final LessonsModel model;
    private final Runnable present;
    private final StackPane room = new StackPane();
    private final VBox root;
    private final LessonList list;
    private PlayerView player;
    private Look look;
    private double detail = 1;

    /// @param present turns large type and the clean screen on or off
    public LessonsView(LessonsModel model, Runnable present) {
        this.model = model;
        this.present = present;
        list = new LessonList(model, this::chooseFile);
        root = new VBox(banner(), room);
        VBox.setVgrow(room, Priority.ALWAYS);
        root.getStyleClass().add("lessons");
        root.getStylesheets().add(LessonsView.class.getResource("lessons.css").toExternalForm());
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (player != null) {
                player.key(event);
            }
        });
        root.addEventHandler(DragEvent.DRAG_OVER, this::dragOver);
        root.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
        model.player().subscribe(this::turn);
    }

    void next() {
        player.next();
    }

    void back() {
        player.back();
    }

    boolean isPlaying() {
        return player != null;
    }

    boolean isTreeFocused() {
        return root.getScene() != null && root.getScene().getFocusOwner() instanceof TreeCanvas;
    }

    private HBox banner() {
        var sentence = new Label();
        sentence.setWrapText(true);
        sentence.setMaxWidth(Double.MAX_VALUE);
        sentence.textProperty().bind(model.trouble());
        HBox.setHgrow(sentence, Priority.ALWAYS);
        var close = new Button(null, FontIcon.of(Feather.X, 16));
        close.getStyleClass().addAll("flat", "button-icon", "small");
        close.setAccessibleText(Words.get("trouble.close"));
        close.setOnAction(_ -> model.trouble().set(""));
        var banner = new HBox(FontIcon.of(Feather.ALERT_CIRCLE, 16), sentence, close);
        banner.getStyleClass().add("banner");
        banner.visibleProperty().bind(model.trouble().isNotEmpty());
        banner.managedProperty().bind(banner.visibleProperty());
        return banner;
    }

    private void turn(PlayerModel played) {
        if (player != null) {
            player.close();
        }
        player = played == null ? null : new PlayerView(model, played, present);
        if (player == null) {
            room.getChildren().setAll(list.root());
        } else {
            if (look != null) {
                player.setLook(look);
            }
            player.setDetail(detail);
            room.getChildren().setAll(player.root());
            player.requestFocus();
        }
    }

    private void chooseFile() {
        ask(root.getScene().getWindow()).ifPresent(model::open);
    }

    private static Optional<Path> ask(Window owner) {
        var chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(Words.get("file.type"), "*.md"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    private void dragOver(DragEvent event) {
        if (isLesson(event)) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        if (isLesson(event)) {
            model.open(event.getDragboard().getFiles().getFirst().toPath());
            event.setDropCompleted(true);
            event.consume();
        }
    }

    private static boolean isLesson(DragEvent event) {
        return event.getDragboard().hasFiles() && event.getDragboard().getFiles().getFirst().getName().endsWith(".md");
    }

    Parent root() {
        return root;
    }

    void shown() {
        model.list();
        if (player == null) {
            list.requestFocus();
        } else {
            player.requestFocus();
        }
    }

    void setLook(Look newLook) {
        look = newLook;
        if (player != null) {
            player.setLook(newLook);
        }
    }

    /// Pixels drawn in a unit of the scene, more than 1 for fine pictures.
    public void setDetail(double pixels) {
        detail = pixels;
        if (player != null) {
            player.setDetail(pixels);
        }
    }

    /// One frame.
    public void frame(double seconds) {
        model.pump();
        if (player != null) {
            player.frame(seconds);
        }
    }
}
