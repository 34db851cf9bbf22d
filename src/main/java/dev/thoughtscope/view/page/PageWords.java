package dev.thoughtscope.view.page;

import java.util.ResourceBundle;

/// The words of keys.
final class PageWords {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.thoughtscope.view.page.page");

    private PageWords() {}

    /// @param otherwise where the language has no word of its own
    static String named(String key, String otherwise) {
        return BUNDLE.containsKey(key) ? BUNDLE.getString(key) : otherwise;
    }

    static String get(String key) {
        return BUNDLE.getString(key);
    }
}
