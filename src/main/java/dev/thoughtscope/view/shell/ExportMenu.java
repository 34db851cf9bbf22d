package dev.thoughtscope.view.shell;

import dev.thoughtscope.export.ExportFormat;
import dev.thoughtscope.export.ExportStyle;
import dev.thoughtscope.view.page.Command;
import dev.thoughtscope.view.theme.Themes;
import dev.thoughtscope.view.theme.Tips;
import dev.thoughtscope.view.tree.TreeCanvas;
import dev.thoughtscope.view.tree.TreeWords;
import dev.thoughtscope.viewmodel.WindowModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Transform;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Saves and copies the tree, the way to the selected node and pictures of both tree and window.
final class ExportMenu extends MenuButton {
    private static final double FINE = 2;
    private static final String PNG = "png";
    private final WindowModel model;
    private final Themes themes;
    private final FileDialogs dialogs;
    private final TreeCanvas tree;
    private final Region window;
    private final DoubleConsumer detail;

    /// @param detail sets how many pixels are drawn in a unit
    ExportMenu(WindowModel model, Themes themes, FileDialogs dialogs, TreeCanvas tree, Region window, DoubleConsumer detail) {
        this.model = model;
        this.themes = themes;
        this.dialogs = dialogs;
        this.tree = tree;
        this.window = window;
        this.detail = detail;
        setId("export-menu");
        setGraphic(FontIcon.of(Feather.SHARE));
        getStyleClass().addAll("button-icon", "no-arrow");
        setAccessibleText(TreeWords.get("export.menu"));
        Tips.setText(this, TreeWords.get("export.menu"));
        for (var format : ExportFormat.values()) {
            getItems().add(item(format.name().toLowerCase(Locale.ROOT), () -> save(format)));
        }
        getItems().addAll(
                item("png.tree", () -> savePicture(tree)),
                item("png.window", () -> savePicture(window)),
                new SeparatorMenuItem(),
                item("copy.text", () -> copy(ExportFormat.TEXT)),
                item("copy.way", () -> copy(ExportFormat.MARKDOWN)),
                item("copy.picture", this::copyPicture));
    }

    private static MenuItem item(String key, Runnable action) {
        var item = new MenuItem(TreeWords.get("export." + key));
        item.setId("export-" + key.replace('.', '-'));
        item.setOnAction(_ -> action.run());
        return item;
    }

    /// The same as commands, for the palette.
    List<Command> commands() {
        var all = new ArrayList<Command>();
        for (var item : getItems()) {
            if (item.getId() != null) {
                all.add(Command.of("tree." + item.getId(), item.getText(), item::fire).when(() -> model.tree().nodes() > 0));
            }
        }
        return all;
    }

    private ExportStyle style() {
        return new ExportStyle(
                themes.settings().palette().get(), themes.look().get().dark(), model.inspector().selected().get());
    }

    private void save(ExportFormat format) {
        var style = style();
        String type = TreeWords.get("export." + format.name().toLowerCase(Locale.ROOT));
        dialogs.save(getScene().getWindow(), name(), format.ending(), type)
                .ifPresent(file -> model.exports().write(format, style, ended(file, format.ending())));
    }

    private void savePicture(Node what) {
        dialogs.save(getScene().getWindow(), name(), PNG, TreeWords.get("export.png"))
                .ifPresent(file -> {
                    var picture = picture(what);
                    model.exports().inBackground(() -> Png.write(picture, ended(file, PNG)));
                });
    }

    private static Path ended(Path file, String ending) {
        String name = file.getFileName().toString();
        return name.toLowerCase(Locale.ROOT).endsWith("." + ending) ? file : file.resolveSibling(name + "." + ending);
    }

    /// A fine picture of what is in sight.
    private Image picture(Node what) {
        detail.accept(FINE);
        window.applyCss();
        window.layout();
        tree.paint();
        var how = new SnapshotParameters();
        how.setTransform(Transform.scale(FINE, FINE));
        how.setFill(themes.look().get().ground());
        var picture = what.snapshot(how, null);
        detail.accept(1);
        return picture;
    }

    private void copy(ExportFormat format) {
        try {
            var content = new ClipboardContent();
            content.putString(model.exports().text(format, style()));
            Clipboard.getSystemClipboard().setContent(content);
        } catch (IllegalArgumentException refused) {
            model.trouble().set(refused.getMessage());
        }
    }

    private void copyPicture() {
        var content = new ClipboardContent();
        content.putImage(picture(tree));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private String name() {
        String words = model.tree().nodes() == 0 ? "" : model.tree().text(0);
        String name = words.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        return name.isEmpty() ? "tree" : name.substring(0, Math.min(FileMenu.NAME, name.length()));
    }
}
