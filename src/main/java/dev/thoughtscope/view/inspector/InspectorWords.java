package dev.thoughtscope.view.inspector;

import dev.thoughtscope.view.theme.Messages;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The sentences of the inspector and the ledger, in the person's language.
public final class InspectorWords {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("dev.thoughtscope.view.inspector.inspector");
    private static final double SHORT = 10;
    private static final int MINUTE = 60;

    private InspectorWords() {}

    public static String get(String key, Object... values) {
        return new MessageFormat(BUNDLE.getString(key), Locale.getDefault()).format(values);
    }

    /// From here or from the sentences of the window.
    static String either(String key) {
        return BUNDLE.containsKey(key) ? get(key) : Messages.get(key);
    }

    /// A span of time, as exact as it is short.
    public static String seconds(double seconds) {
        if (seconds < 1) {
            return String.format(Locale.getDefault(), "%.0f ms", seconds * 1000);
        }
        if (seconds < MINUTE) {
            return String.format(Locale.getDefault(), seconds < SHORT ? "%.2f s" : "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        return String.format(Locale.getDefault(), "%d:%02d min", whole / MINUTE, whole % MINUTE);
    }
}
