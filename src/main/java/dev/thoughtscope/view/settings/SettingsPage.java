package dev.thoughtscope.view.settings;

import dev.thoughtscope.view.page.LatePage;
import java.util.function.Supplier;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/// The settings as a page of the window.
public final class SettingsPage extends LatePage<SettingsView> {
    public SettingsPage(SettingsView view) {
        this(() -> view);
    }

    /// @param view made when the page first comes into view
    public SettingsPage(Supplier<SettingsView> view) {
        super("settings", Feather.SETTINGS, Words.get("page"), Words.get("page.hint"), view);
    }

    @Override
    protected Parent rootOf(SettingsView made) {
        return made.root();
    }

    @Override
    public void shown() {
        view.get().shown();
    }
}
