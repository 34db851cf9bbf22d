package dev.thoughtscope.view.strip;

import dev.thoughtscope.view.page.Command;
import dev.thoughtscope.view.page.Late;
import dev.thoughtscope.view.page.Page;
import dev.thoughtscope.view.theme.Look;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/// The token strip as a page of the window.
public final class StripPage implements Page {
    private final Late<StripView> view;
    private Look look;

    public StripPage(StripView view) {
        this(() -> view);
    }

    /// @param view made when the page first comes into view
    public StripPage(Supplier<StripView> view) {
        this.view = new Late<>(view);
    }

    @Override
    public String id() {
        return "strip";
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
        return Feather.BAR_CHART_2;
    }

    @Override
    public Parent root() {
        boolean isNew = view.ifMade().isEmpty();
        if (isNew && look != null) {
            view.get().setLook(look);
        }
        return view.get().root();
    }

    @Override
    public void setLook(Look look) {
        this.look = look;
        view.ifMade().ifPresent(made -> made.setLook(look));
    }

    @Override
    public List<Command> commands() {
        return List.of(Command.of("strip.node", Words.get("fromTree"), () -> view.get().measureNode()));
    }

    @Override
    public void shown() {
        view.get().requestFocus();
    }
}
