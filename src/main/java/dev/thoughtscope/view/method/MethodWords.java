package dev.thoughtscope.view.method;

import dev.thoughtscope.viewmodel.Outcome;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of methods.
public final class MethodWords {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.thoughtscope.view.method.method");

    private MethodWords() {}

    /// Why an answer is the one that was chosen.
    public static String why(Outcome.Why why) {
        return get("why." + why.name().toLowerCase(Locale.ROOT));
    }

    static String get(String key) {
        return BUNDLE.getString(key);
    }

    static boolean has(String key) {
        return BUNDLE.containsKey(key);
    }
}
