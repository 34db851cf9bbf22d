package dev.thoughtscope.view.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.thoughtscope.settings.Settings.Choice;
import dev.thoughtscope.viewmodel.settings.SettingsModel;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// How the window looks: as the system does, until the person chooses. Follows both while the window is open.
public final class Themes {
    private final ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>(this, "look");
    private final SettingsModel settings;

    public Themes() {
        this(new SettingsModel());
    }

    public Themes(SettingsModel settings) {
        this.settings = settings;
        settings.theme().subscribe(() -> apply());
        settings.palette().subscribe(() -> apply());
        apply();
        Platform.getPreferences().colorSchemeProperty().subscribe(() -> apply());
    }

    /// What the person has set.
    public SettingsModel settings() {
        return settings;
    }

    public void choose(boolean dark) {
        settings.theme().set(dark ? Choice.ON : Choice.OFF);
    }

    /// Whether things jump to their places instead of moving there.
    public boolean isStill() {
        return settings.motion().get().or(Platform.getPreferences().isReducedMotion());
    }

    public ReadOnlyObjectProperty<Look> look() {
        return look.getReadOnlyProperty();
    }

    private void apply() {
        apply(settings.theme().get());
    }

    private void apply(Choice theme) {
        boolean dark = theme.or(Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
        var palette = palette(dark);
        if (look.get() != null && look.get().dark() == dark && look.get().palette() == palette) {
            return;
        }
        if (look.get() == null || look.get().dark() != dark) {
            var sheet = dark ? new PrimerDark() : new PrimerLight();
            Application.setUserAgentStylesheet(sheet.getUserAgentStylesheet());
        }
        look.set(dark ? Look.dark(palette) : Look.light(palette));
    }

    private Palette palette(boolean dark) {
        return Palette.named(settings.palette().get(), dark);
    }
}
