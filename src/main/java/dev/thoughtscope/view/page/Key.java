package dev.thoughtscope.view.page;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A key or a combination of keys.
///
/// @param name as in `Shortcut+K`, `F5`, `Space`, `P`; a sign such as `/` stands for itself on every keyboard
public record Key(String name) {
    /// Property of a node that has letters and signs to itself while it has the focus.
    public static final String OWN_LETTERS = "thoughtscope.own-letters";

    private static final Map<String, KeyCode> SIGNS = Map.of(
            "/", KeyCode.SLASH,
            ",", KeyCode.COMMA,
            ".", KeyCode.PERIOD,
            "[", KeyCode.OPEN_BRACKET,
            "]", KeyCode.CLOSE_BRACKET,
            "?", KeyCode.HELP);
    private static final Map<String, String> ARROWS = Map.of("Left", "\u2190", "Up", "\u2191", "Right", "\u2192", "Down", "\u2193");
    private static final List<KeyCode> NO_KEYS = List.of(
            KeyCode.SHIFT, KeyCode.CONTROL, KeyCode.ALT, KeyCode.META, KeyCode.COMMAND, KeyCode.WINDOWS, KeyCode.ALT_GRAPH,
            KeyCode.CAPS, KeyCode.NUM_LOCK, KeyCode.UNDEFINED);

    private static final boolean IS_MAC = System.getProperty("os.name", "").startsWith("Mac");

    /// @throws IllegalArgumentException if there is no such key
    public Key {
        if (!SIGNS.containsKey(base(name)) && KeyCode.getKeyCode(base(name)) == null) {
            throw new IllegalArgumentException("There is no key \"" + name + "\".");
        }
    }

    private static String base(String name) {
        return name.substring(name.lastIndexOf('+') + 1);
    }

    private boolean holds(String modifier) {
        return name.startsWith(modifier + "+") || name.contains("+" + modifier + "+");
    }

    /// What was pressed, as far as it can stand for a command: not a modifier alone, nor Escape, Enter or Tab.
    public static Key of(KeyEvent event) {
        var code = event.getCode();
        boolean taken = code == KeyCode.ESCAPE || code == KeyCode.ENTER || code == KeyCode.TAB;
        if (NO_KEYS.contains(code) || taken) {
            return null;
        }
        boolean bare = !event.isShortcutDown() && !event.isAltDown() && !event.isControlDown();
        if (bare && SIGNS.containsKey(event.getText())) {
            return new Key(event.getText());
        }
        var name = new StringJoiner("+");
        if (event.isShortcutDown()) {
            name.add("Shortcut");
        } else if (event.isControlDown()) {
            name.add("Ctrl");
        }
        if (event.isAltDown()) {
            name.add("Alt");
        }
        if (event.isShiftDown()) {
            name.add("Shift");
        }
        var sign = SIGNS.entrySet().stream().filter(entry -> entry.getValue() == code).map(Map.Entry::getKey).findFirst();
        return new Key(name.add(sign.orElse(code.getName())).toString());
    }

    public boolean matches(KeyEvent event) {
        boolean control = holds("Ctrl") || holds("Shortcut") && !IS_MAC;
        boolean meta = holds("Shortcut") && IS_MAC;
        if (event.isControlDown() != control || event.isMetaDown() != meta || event.isAltDown() != holds("Alt")) {
            return false;
        }
        var sign = SIGNS.get(base(name));
        if (sign == null) {
            return event.getCode() == KeyCode.getKeyCode(base(name)) && event.isShiftDown() == holds("Shift");
        }
        return base(name).equals(event.getText()) || event.getCode() == sign && !event.isShiftDown();
    }

    /// Whether it may be meant for a text, and is left to it: a letter, a sign, the space bar.
    public boolean isText() {
        boolean held = holds("Shortcut") || holds("Ctrl") || holds("Alt");
        return !held && !base(name).matches("F\\d{1,2}");
    }

    public boolean isSpace() {
        return name.equals("Space");
    }

    /// Several at once: what they are held with is told once if it is the same for all.
    public static String words(List<Key> keys) {
        var held = keys.stream().map(key -> key.words().substring(0, key.words().length() - key.word().length())).distinct().toList();
        return held.size() == 1
                ? keys.stream().map(Key::word).collect(Collectors.joining(" ", held.getFirst().replace('+', ' '), ""))
                : keys.stream().map(Key::words).collect(Collectors.joining("  "));
    }

    /// As it is written on the keys.
    public String words() {
        var words = new StringJoiner("+");
        if (holds("Shortcut")) {
            words.add(IS_MAC ? "\u2318" : PageWords.get("key.control"));
        }
        if (holds("Ctrl")) {
            words.add(PageWords.get("key.control"));
        }
        if (holds("Alt")) {
            words.add("Alt");
        }
        if (holds("Shift")) {
            words.add(PageWords.get("key.shift"));
        }
        return words.add(word()).toString();
    }

    private String word() {
        String base = base(name);
        return ARROWS.getOrDefault(base, PageWords.named("key." + base.replace(" ", ""), base));
    }
}
