package dev.thoughtscope.view.shell;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of commands, palette, log and files.
final class ShellWords {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.thoughtscope.view.shell.shell");

    private ShellWords() {}

    static String get(String key, Object... values) {
        return new MessageFormat(BUNDLE.getString(key), Locale.getDefault()).format(values);
    }
}
