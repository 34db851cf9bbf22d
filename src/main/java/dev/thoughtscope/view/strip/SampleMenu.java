package dev.thoughtscope.view.strip;

import dev.thoughtscope.viewmodel.strip.StripModel;
import java.io.File;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;

/// Texts to measure: samples, and those of files, chosen or dropped.
final class SampleMenu {
    private static final int LONG = 90;
    private static final List<String> ENDINGS = List.of(".txt", ".md", ".text");

    private final StripModel model;
    private final Runnable measure;

    /// @param measure measures the text of the text field
    SampleMenu(StripModel model, Runnable measure) {
        this.model = model;
        this.measure = measure;
    }

    /// @param page takes files that are dropped on it
    void fill(MenuButton button, Node page) {
        for (String sample : model.samples()) {
            var item = new MenuItem(sample.length() > LONG ? sample.substring(0, LONG - 1) + "…" : sample);
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> {
                model.text().set(sample);
                measure.run();
            });
            button.getItems().add(item);
        }
        if (!model.samples().isEmpty()) {
            button.getItems().add(new SeparatorMenuItem());
        }
        var file = new MenuItem(Words.get("samples.file"));
        file.setOnAction(_ -> choose(button));
        button.getItems().add(file);
        page.addEventHandler(DragEvent.DRAG_OVER, this::over);
        page.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
    }

    private void choose(MenuButton button) {
        var chooser = new FileChooser();
        chooser.setTitle(Words.get("samples.file.title"));
        var file = chooser.showOpenDialog(button.getScene().getWindow());
        if (file != null) {
            model.measure(file.toPath());
        }
    }

    private static boolean isText(File file) {
        return ENDINGS.stream().anyMatch(file.getName().toLowerCase(java.util.Locale.ROOT)::endsWith);
    }

    private void over(DragEvent event) {
        if (event.getDragboard().getFiles().stream().anyMatch(SampleMenu::isText)) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        event.getDragboard().getFiles().stream().filter(SampleMenu::isText).findFirst().ifPresent(file -> {
            model.measure(file.toPath());
            event.setDropCompleted(true);
            event.consume();
        });
    }
}
