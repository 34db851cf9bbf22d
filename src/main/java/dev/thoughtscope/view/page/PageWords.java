package dev.thoughtscope.view.page;

import java.util.ResourceBundle;

/// The words of keys.
final class PageWords {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.thoughtscope.view.page.page");

    private PageWords() {}

    static String get(String key) {
        return BUNDLE.getString(key);
    }
}
