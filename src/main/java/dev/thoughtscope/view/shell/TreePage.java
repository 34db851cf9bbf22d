package dev.thoughtscope.view.shell;

import dev.thoughtscope.view.page.Command;
import dev.thoughtscope.view.page.Page;
import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.view.theme.Messages;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/// The page of the search tree. Its parts follow the look and the frames through the shell, which owns them.
record TreePage(Parent root, Runnable focus, Supplier<List<Command>> offers) implements Page {
    static final String ID = "tree";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return Messages.get("page.tree");
    }

    @Override
    public String hint() {
        return Messages.get("page.tree.hint");
    }

    @Override
    public Feather icon() {
        return Feather.GIT_BRANCH;
    }

    @Override
    public void setLook(Look look) {}

    @Override
    public List<Command> commands() {
        return offers.get();
    }

    @Override
    public void shown() {
        focus.run();
    }
}
