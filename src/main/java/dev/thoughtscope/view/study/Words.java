package dev.thoughtscope.view.study;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.ResourceBundle;

/// The sentences of the page of studies, in the person's language.
final class Words {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.thoughtscope.view.study.study");

    private Words() {}

    static ResourceBundle bundle() {
        return BUNDLE;
    }

    static String get(String key) {
        return BUNDLE.getString("study." + key);
    }

    static String get(String key, Object... values) {
        return new MessageFormat(BUNDLE.getString("study." + key), Locale.getDefault()).format(values);
    }

    static String percent(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.getDefault(), "%.1f %%", 100 * share);
    }

    /// Three figures that matter.
    static String number(double value) {
        return String.format(Locale.getDefault(), value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    static String duration(Duration time) {
        return time.toMinutes() >= 2 ? get("minutes", time.toMinutes()) : get("seconds", time.toSeconds());
    }
}
