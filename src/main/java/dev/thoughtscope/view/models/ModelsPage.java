package dev.thoughtscope.view.models;

import dev.thoughtscope.engine.ModelInfo;
import dev.thoughtscope.view.page.Command;
import dev.thoughtscope.view.page.LatePage;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/// The models as a page of the window.
public final class ModelsPage extends LatePage<ModelsView> {
    public ModelsPage(ModelsView view) {
        this(() -> view);
    }

    /// @param view made when the page first comes into view
    public ModelsPage(Supplier<ModelsView> view) {
        super("models", Feather.CPU, Words.get("page"), Words.get("page.hint"), view);
    }

    /// A model's name and size in a few words, as in "Thoughtscope small · 3.7 million parameters".
    public static String line(ModelInfo model) {
        String name = model.name().isBlank() ? model.file().replaceFirst(".*[/\\\\]", "") : model.name();
        return model.parameters() > 0 ? name + " · " + Words.parameters(model.parameters()) : name;
    }

    @Override
    protected Parent rootOf(ModelsView made) {
        return made.root();
    }

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
