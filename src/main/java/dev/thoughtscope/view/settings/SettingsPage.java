package dev.thoughtscope.view.settings;

import dev.thoughtscope.view.page.Late;
import dev.thoughtscope.view.page.Page;
import dev.thoughtscope.view.theme.Look;
import java.util.function.Supplier;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/// The settings as a page of the window.
public final class SettingsPage implements Page {
    private final Late<SettingsView> view;

    public SettingsPage(SettingsView view) {
        this(() -> view);
    }

    /// @param view made when the page first comes into view
    public SettingsPage(Supplier<SettingsView> view) {
        this.view = new Late<>(view);
    }

    @Override
    public String id() {
        return "settings";
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
        return Feather.SETTINGS;
    }

    @Override
    public Parent root() {
        return view.get().root();
    }

    @Override
    public void setLook(Look look) {}

    @Override
    public void shown() {
        view.get().shown();
    }
}
