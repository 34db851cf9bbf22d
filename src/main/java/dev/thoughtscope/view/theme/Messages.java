package dev.thoughtscope.view.theme;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The sentences of the window, in the person's language.
public final class Messages {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.thoughtscope.messages");

    private Messages() {}

    public static ResourceBundle bundle() {
        return BUNDLE;
    }

    public static String get(String key) {
        return BUNDLE.getString(key);
    }

    public static String get(String key, Object... values) {
        return new MessageFormat(BUNDLE.getString(key), Locale.getDefault()).format(values);
    }

    /// A value, confidence or probability: three decimals.
    public static String value(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.getDefault(), "%.3f", value);
    }

    public static String percent(double share) {
        double percent = share * 100;
        String pattern = percent > 0 && percent < 9.95 ? "%.1f %%" : "%.0f %%";
        return String.format(Locale.getDefault(), pattern, percent);
    }
}
