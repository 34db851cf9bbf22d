package dev.thoughtscope.view.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Dark or light: as the system is, until the person chooses.
public final class Themes {
    private final ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>(this, "look");
    private boolean chosen;

    public Themes() {
        apply(Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
        Platform.getPreferences().colorSchemeProperty().subscribe(scheme -> {
            if (!chosen) {
                apply(scheme == ColorScheme.DARK);
            }
        });
    }

    public void choose(boolean dark) {
        chosen = true;
        apply(dark);
    }

    public ReadOnlyObjectProperty<Look> look() {
        return look.getReadOnlyProperty();
    }

    private void apply(boolean dark) {
        var sheet = dark ? new PrimerDark() : new PrimerLight();
        Application.setUserAgentStylesheet(sheet.getUserAgentStylesheet());
        look.set(dark ? Look.dark(Palette.VIRIDIS_LIFTED) : Look.light(Palette.VIRIDIS));
    }
}
