package dev.thoughtscope.view.strip;

import dev.thoughtscope.viewmodel.strip.StripModel;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;

/// Saves and copies a strip.
final class ExportMenu {
    private static final List<String> FORMATS = List.of("png", "svg", "csv", "json");

    private final StripModel model;
    private final BooleanSupplier dark;

    ExportMenu(StripModel model, BooleanSupplier dark) {
        this.model = model;
        this.dark = dark;
    }

    void fill(MenuButton button) {
        for (String format : FORMATS) {
            var item = new MenuItem(Words.get("export." + format) + "…");
            item.setOnAction(_ -> save(button, format));
            button.getItems().add(item);
        }
        var copy = new MenuItem(Words.get("export.copy"));
        copy.setOnAction(_ -> copy());
        button.getItems().addAll(new SeparatorMenuItem(), copy);
    }

    private void save(MenuButton button, String format) {
        var chooser = new FileChooser();
        chooser.setTitle(Words.get("export.tip"));
        chooser.setInitialFileName("strip." + format);
        chooser.getExtensionFilters().add(new ExtensionFilter(Words.get("export." + format), "*." + format));
        var file = chooser.showSaveDialog(button.getScene().getWindow());
        if (file != null) {
            model.export(file.toPath(), dark.getAsBoolean());
        }
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(model.table());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
