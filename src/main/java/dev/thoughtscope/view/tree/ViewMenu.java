package dev.thoughtscope.view.tree;

import dev.thoughtscope.view.theme.Palette;
import dev.thoughtscope.view.theme.Tips;
import dev.thoughtscope.viewmodel.TreeFolds;
import dev.thoughtscope.viewmodel.WindowModel;
import dev.thoughtscope.viewmodel.settings.SettingsModel;
import java.util.function.Consumer;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What of the tree is drawn and in which colours.
public final class ViewMenu extends MenuButton {
    private static final int[] VISITS = {0, 2, 3, 5, 10, 50};
    private final TreeCanvas canvas;
    private final TreeFolds folds;
    private final SettingsModel settings;

    public ViewMenu(WindowModel model, TreeCanvas canvas, SettingsModel settings) {
        this.canvas = canvas;
        this.settings = settings;
        folds = model.tree().folds();
        setId("view-menu");
        setGraphic(FontIcon.of(Feather.EYE));
        getStyleClass().addAll("button-icon", "no-arrow");
        setAccessibleText(TreeWords.get("view.menu"));
        Tips.setText(this, TreeWords.get("view.menu"));
        fill();
        setOnShowing(_ -> fill());
    }

    private void fill() {
        var unfold = new MenuItem(TreeWords.get("command.unfold"));
        unfold.setOnAction(_ -> draw(folds::openAll));
        getItems().setAll(
                check("command.chains", folds.isChains(), folds::setChains),
                check("command.bestOnly", folds.isBestOnly(), folds::setBestOnly),
                visits(),
                unfold,
                new SeparatorMenuItem(),
                check("command.byVisits", folds.isByVisits(), folds::setByVisits),
                palettes());
    }

    private void draw(Runnable change) {
        change.run();
        canvas.redraw();
    }

    private CheckMenuItem check(String key, boolean on, Consumer<Boolean> set) {
        var item = new CheckMenuItem(TreeWords.get(key));
        item.setSelected(on);
        item.setOnAction(_ -> draw(() -> set.accept(item.isSelected())));
        return item;
    }

    private Menu visits() {
        var menu = new Menu(TreeWords.get("view.visits"));
        var group = new ToggleGroup();
        for (int fewest : VISITS) {
            var item = new RadioMenuItem(fewest == 0 ? TreeWords.get("view.visits.all") : TreeWords.get("view.visits.some", fewest));
            item.setToggleGroup(group);
            item.setSelected(folds.fewestVisits() == fewest);
            item.setOnAction(_ -> draw(() -> folds.setFewestVisits(fewest)));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Menu palettes() {
        var menu = new Menu(TreeWords.get("view.colours"));
        var group = new ToggleGroup();
        boolean known = Palette.NAMES.contains(settings.palette().get());
        for (String name : Palette.NAMES) {
            var item = new RadioMenuItem(TreeWords.get("view.colours." + name));
            item.setToggleGroup(group);
            item.setSelected(name.equals(settings.palette().get()) || !known && name.equals(Palette.NAMES.getFirst()));
            item.setOnAction(_ -> settings.palette().set(name));
            menu.getItems().add(item);
        }
        return menu;
    }
}
