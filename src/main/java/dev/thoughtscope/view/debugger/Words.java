package dev.thoughtscope.view.debugger;

import dev.thoughtscope.viewmodel.DebuggerChange;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The sentences of the debugger.
final class Words {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.thoughtscope.view.debugger.debugger");

    private Words() {}

    static String get(String key, Object... values) {
        return new MessageFormat(BUNDLE.getString(key), Locale.getDefault()).format(values);
    }

    static String of(DebuggerChange change) {
        return get("change." + change.kind().name().toLowerCase(Locale.ROOT), change.node());
    }

    static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
