package dev.thoughtscope.view.shell;

import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.view.trace.TraceView;
import dev.thoughtscope.viewmodel.WindowModel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Opens and saves runs: by menu, by key, by dropping a file on the window.
final class FileMenu {
    static final int NAME = 40;
    private static final String HTML = "html";

    private final WindowModel model;
    private final Node scene;
    private final FileDialogs dialogs;
    private final TraceView traces;
    private Consumer<Path> onModel = _ -> {};

    FileMenu(WindowModel model, StackPane scene, FileDialogs dialogs) {
        this.model = model;
        this.scene = scene;
        this.dialogs = dialogs;
        traces = new TraceView(model, scene);
        scene.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        scene.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            if (event.getDragboard().hasFiles()) {
                dropped(event.getDragboard().getFiles().getFirst().toPath());
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    /// @param taker takes model files that are dropped on the window
    void setOnModel(Consumer<Path> taker) {
        onModel = taker;
    }

    void fill(MenuButton button) {
        var open = new MenuItem(Messages.get("file.open"), FontIcon.of(Feather.FOLDER, 14));
        open.setOnAction(_ -> open());
        var save = new MenuItem(Messages.get("file.save"), FontIcon.of(Feather.SAVE, 14));
        save.setOnAction(_ -> save());
        save.disableProperty().bind(model.playback().length().isEqualTo(0));
        var page = new MenuItem(ShellWords.get("file.html"), FontIcon.of(Feather.GLOBE, 14));
        page.setOnAction(_ -> saveHtml());
        page.disableProperty().bind(model.playback().length().isEqualTo(0));
        button.getItems().setAll(open, save, page, traces.menuItem());
    }

    TraceView traces() {
        return traces;
    }

    private void dropped(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(FileDialogs.ENDING)) {
            model.documents().open(file);
        } else if (name.endsWith(".gguf")) {
            onModel.accept(file);
        } else {
            traces.open(file);
        }
    }

    void open() {
        dialogs.open(scene.getScene().getWindow()).ifPresent(model.documents()::open);
    }

    void save() {
        if (model.playback().length().get() > 0) {
            dialogs.save(scene.getScene().getWindow(), name()).ifPresent(this::save);
        }
    }

    private void save(Path file) {
        boolean ended = file.getFileName().toString().endsWith(FileDialogs.ENDING);
        model.exports().save(ended ? file : file.resolveSibling(file.getFileName() + FileDialogs.ENDING));
    }

    private void saveHtml() {
        dialogs.save(scene.getScene().getWindow(), name(), HTML, ShellWords.get("file.html.type"))
                .ifPresent(model.exports()::saveHtml);
    }

    private String name() {
        String name = model.tree().nodes() == 0 ? "" : model.tree().text(0);
        name = name.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        return name.substring(0, Math.min(NAME, name.length()));
    }
}
