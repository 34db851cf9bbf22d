package dev.thoughtscope.view.lessons;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The sentences of the lessons' page, in the person's language.
final class Words {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.thoughtscope.view.lessons.lessons");

    private Words() {}

    static String get(String key) {
        return BUNDLE.getString("lessons." + key);
    }

    static String get(String key, Object... values) {
        return new MessageFormat(BUNDLE.getString("lessons." + key), Locale.getDefault()).format(values);
    }
}
