package dev.thoughtscope.view.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.text.Font;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The fonts that come with the app, so that text shows on a machine that has none.
public final class Fonts {
    public static final String TEXT = "Inter";
    public static final String MONO = "JetBrains Mono";
    private static final String SEMI_BOLD = "Inter SemiBold";
    private static final String ICONS = "FeatherIcons";
    private static final String FOLDER = "/com/formdev/flatlaf/fonts/";
    private static final List<String> FILES = List.of(
            "inter/Inter-Regular.otf",
            "inter/Inter-Italic.otf",
            "inter/Inter-SemiBold.otf",
            "inter/Inter-Bold.otf",
            "jetbrains_mono/JetBrainsMono-Regular.ttf",
            "jetbrains_mono/JetBrainsMono-Bold.ttf");
    private static final Map<String, Font> CACHE = new HashMap<>();
    private static boolean loaded;

    private Fonts() {}

    public static void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        // The icon font is loaded with the first icon.
        FontIcon.of(Feather.CHECK);
        for (String file : FILES) {
            try (var stream = Fonts.class.getResourceAsStream(FOLDER + file)) {
                if (stream != null) {
                    Font.loadFont(stream, 12);
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    public static Font text(double size) {
        return cached("t", size, rounded -> Font.font(TEXT, rounded));
    }

    public static Font bold(double size) {
        return cached("b", size, rounded -> Font.font(SEMI_BOLD, rounded));
    }

    public static Font mono(double size) {
        return cached("m", size, rounded -> Font.font(MONO, rounded));
    }

    public static Font icons(double size) {
        return cached("i", size, rounded -> Font.font(ICONS, rounded));
    }

    private static Font cached(String kind, double size, java.util.function.DoubleFunction<Font> make) {
        double rounded = Math.max(1, Math.round(size * 4) / 4.0);
        return CACHE.computeIfAbsent(kind + rounded, _ -> make.apply(rounded));
    }
}
