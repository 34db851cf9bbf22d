package dev.thoughtscope.view.strip;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The sentences of the strip, in the person's language.
final class Words {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.thoughtscope.view.strip.strip");
    private static final double MANY = 1000;
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final int MINUTE = 60;

    private Words() {}

    static ResourceBundle bundle() {
        return BUNDLE;
    }

    static String get(String key) {
        return BUNDLE.getString("strip." + key);
    }

    static String get(String key, Object... values) {
        return new MessageFormat(BUNDLE.getString("strip." + key), Locale.getDefault()).format(values);
    }

    /// How many times as likely: `1.82×`, `2,300×`, `1.7·10⁶×`.
    static String times(double times) {
        if (times >= MANY * MANY || times < 1 / MANY) {
            int power = (int) Math.floor(Math.log10(times));
            return String.format(Locale.getDefault(), "%.1f·10%s×", times / Math.pow(10, power), raised(power));
        }
        if (times >= MANY) {
            return String.format(Locale.getDefault(), "%,.0f×", times);
        }
        return String.format(Locale.getDefault(), times >= 10 ? "%.0f×" : times >= 0.1 ? "%.2f×" : "%.4f×", times);
    }

    private static String raised(int power) {
        var raised = new StringBuilder();
        for (char digit : String.valueOf(power).toCharArray()) {
            raised.append(digit == '-' ? '⁻' : RAISED.charAt(digit - '0'));
        }
        return raised.toString();
    }

    static String percent(double share) {
        if (Double.isNaN(share)) {
            return "–";
        }
        double percent = share * 100;
        if (percent > 0 && percent < 0.05) {
            return String.format(Locale.getDefault(), "<%.1f %%", 0.1);
        }
        return String.format(Locale.getDefault(), percent > 0 && percent < 9.95 ? "%.1f %%" : "%.0f %%", percent);
    }

    static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return String.format(Locale.getDefault(), value < 100 ? "%.2f" : value < MANY * MANY ? "%,.0f" : "%.1e", value);
    }

    static String duration(double seconds) {
        return seconds < 1.5 * MINUTE
                ? get("seconds", Math.round(seconds))
                : get("minutes", Math.round(seconds / MINUTE));
    }

    /// A token by itself, its white space made visible.
    static String visible(String text) {
        return text.isEmpty() ? "…" : text.replace(' ', '␣').replace("\n", "⏎").replace("\t", "⇥");
    }
}
