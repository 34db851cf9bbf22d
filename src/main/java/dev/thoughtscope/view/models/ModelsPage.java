package dev.thoughtscope.view.models;

import dev.thoughtscope.view.page.Command;
import dev.thoughtscope.view.page.Page;
import dev.thoughtscope.view.theme.Look;
import java.util.List;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/// The models as a page of the window.
public final class ModelsPage implements Page {
    private final ModelsView view;

    public ModelsPage(ModelsView view) {
        this.view = view;
    }

    @Override
    public String id() {
        return "models";
    }

    @Override
    public String title() {
        return Words.get("page");
    }

    @Override
    public String hint() {
        return Words.get("page.hint");
    }

    @Override
    public Feather icon() {
        return Feather.CPU;
    }

    @Override
    public Parent root() {
        return view.root();
    }

    @Override
    public void setLook(Look look) {}

    @Override
    public List<Command> commands() {
        return view.commands();
    }

    @Override
    public void shown() {
        view.shown();
    }
}
