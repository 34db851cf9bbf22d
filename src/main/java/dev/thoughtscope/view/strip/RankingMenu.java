package dev.thoughtscope.view.strip;

import dev.thoughtscope.viewmodel.strip.StripModel;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/// The biggest gains of the strip, largest first; choosing one goes there.
final class RankingMenu {
    private static final int RANKED = 12;

    private final StripModel model;
    private final StripCanvas canvas;

    RankingMenu(StripModel model, StripCanvas canvas) {
        this.model = model;
        this.canvas = canvas;
    }

    void wire(MenuButton button) {
        button.setOnShowing(_ -> fill(button));
        fill(button);
    }

    private void fill(MenuButton button) {
        var tokens = model.tokens();
        var items = tokens.ranking().stream()
                .filter(index -> tokens.gain(index) > 0)
                .limit(RANKED)
                .map(this::item)
                .toList();
        if (items.isEmpty()) {
            var none = new MenuItem(Words.get("scale.none"));
            none.setDisable(true);
            button.getItems().setAll(none);
        } else {
            button.getItems().setAll(items);
        }
    }

    private MenuItem item(int index) {
        var tokens = model.tokens();
        var item = new MenuItem(
                Words.get("detail.gain", tokens.gain(index)) + "   " + Words.visible(tokens.text(index)));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> {
            canvas.pin();
            model.selected().set(index);
        });
        return item;
    }
}
