package dev.thoughtscope.view.models;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The sentences of the page, and quantities as people write them.
final class Words {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.thoughtscope.view.models.models");

    private Words() {}

    static ResourceBundle bundle() {
        return BUNDLE;
    }

    static String get(String key, Object... values) {
        return new MessageFormat(BUNDLE.getString(key), Locale.getDefault()).format(values);
    }

    static String of(String group, Enum<?> constant) {
        return get(group + "." + constant.name().toLowerCase(Locale.ROOT));
    }

    /// As in 4.9 GB.
    static String bytes(long bytes) {
        if (bytes < 1_000_000_000L) {
            return get("bytes.mega", Math.max(1, Math.round(bytes / 1e6)));
        }
        return get("bytes.giga", bytes / 1e9);
    }

    /// As in 7.6 billion.
    static String parameters(long count) {
        return count < 1_000_000_000L
                ? get("parameters.million", count < 10_000_000L ? Math.round(count / 1e5) / 10.0 : Math.round(count / 1e6))
                : get("parameters.billion", count / 1e9);
    }
}
