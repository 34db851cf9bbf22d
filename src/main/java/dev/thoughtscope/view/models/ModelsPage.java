package dev.thoughtscope.view.models;

import dev.thoughtscope.view.page.Command;
import dev.thoughtscope.view.page.Late;
import dev.thoughtscope.view.page.Page;
import dev.thoughtscope.view.theme.Look;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/// The models as a page of the window.
public final class ModelsPage implements Page {
    private final Late<ModelsView> view;

    public ModelsPage(ModelsView view) {
        this(() -> view);
    }

    /// @param view made when the page first comes into view
    public ModelsPage(Supplier<ModelsView> view) {
        this.view = new Late<>(view);
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
        return view.get().root();
    }

    @Override
    public void setLook(Look look) {}

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("models.open", Words.get("command.open"), () -> view.get().openFile()),
                Command.of("models.folder", Words.get("command.folder"), () -> view.get().addFolder()),
                Command.of("models.scan", Words.get("command.scan"), () -> view.get().scan()),
                Command.of("models.shipped", Words.get("command.shipped"), () -> view.get().useShipped()));
    }

    @Override
    public void shown() {
        view.get().shown();
    }
}
