package dev.thoughtscope.view.compare;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The sentences of the comparison, in the person's language.
final class Words {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.thoughtscope.view.compare.compare");

    private Words() {}

    static String get(String key) {
        return BUNDLE.getString("compare." + key);
    }

    static String get(String key, Object... values) {
        return new MessageFormat(BUNDLE.getString("compare." + key), Locale.getDefault()).format(values);
    }
}
