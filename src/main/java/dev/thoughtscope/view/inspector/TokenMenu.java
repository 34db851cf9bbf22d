package dev.thoughtscope.view.inspector;

import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.viewmodel.TokenView;
import dev.thoughtscope.viewmodel.WindowModel;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/// What can be done at a token: branch off with one of its alternatives.
final class TokenMenu {
    private TokenMenu() {}

    static ContextMenu of(WindowModel model, int node, int index, TokenView token) {
        var menu = new ContextMenu();
        boolean possible = model.changes().possible();
        var head = new MenuItem(Messages.get(possible ? "token.branch" : "token.branch.not"));
        head.setDisable(true);
        menu.getItems().add(head);
        for (var choice : token.choices()) {
            if (!choice.taken()) {
                var item = new MenuItem(
                        AlternativesCard.visible(choice.text()) + "    " + Messages.percent(choice.probability()));
                item.setMnemonicParsing(false);
                item.setDisable(!possible);
                item.setOnAction(_ -> model.changes().force(node, index, choice));
                menu.getItems().add(item);
            }
        }
        return menu;
    }
}
