package dev.thoughtscope.view.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class KeyTest {
    private static KeyEvent press(KeyCode code, String text, boolean shift, boolean control, boolean alt) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", text, code, shift, control, alt, false);
    }

    @Test
    void aLetterIsThatLetterAlone() {
        var key = new Key("P");
        assertThat(key.matches(press(KeyCode.P, "p", false, false, false))).isTrue();
        assertThat(key.matches(press(KeyCode.P, "p", false, true, false))).isFalse();
        assertThat(key.matches(press(KeyCode.P, "P", true, false, false))).isFalse();
        assertThat(key.isText()).isTrue();
    }

    @Test
    void aSignIsFoundWhereverTheKeyboardHasIt() {
        var slash = new Key("/");
        assertThat(slash.matches(press(KeyCode.SLASH, "/", false, false, false))).isTrue();
        assertThat(slash.matches(press(KeyCode.DIGIT7, "/", true, false, false))).isTrue();
        assertThat(slash.matches(press(KeyCode.DIGIT7, "7", false, false, false))).isFalse();
        assertThat(new Key("?").matches(press(KeyCode.SLASH, "?", true, false, false))).isTrue();
    }

    @Test
    void whatIsPressedBecomesAKeyThatMatchesIt() {
        for (var event : new KeyEvent[] {
            press(KeyCode.K, "", false, true, false),
            press(KeyCode.PERIOD, "", false, true, false),
            press(KeyCode.F7, "", true, false, false),
            press(KeyCode.SPACE, " ", false, false, false),
            press(KeyCode.COMMA, ",", false, false, false)
        }) {
            assertThat(Key.of(event).matches(event)).as(Key.of(event).name()).isTrue();
        }
        assertThat(Key.of(press(KeyCode.CONTROL, "", false, true, false))).isNull();
        assertThat(Key.of(press(KeyCode.ESCAPE, "", false, false, false))).isNull();
    }

    @Test
    void arrowsAreDrawnAndWhatSeveralAreHeldWithIsToldOnce() {
        assertThat(new Key("Left").words()).isEqualTo("\u2190");
        assertThat(new Key("Left").matches(press(KeyCode.LEFT, "", false, false, false))).isTrue();
        assertThat(Key.words(java.util.List.of(new Key("Shift+Left"), new Key("Shift+Up")))).endsWith(" \u2190 \u2191").doesNotContain("+");
        assertThat(Key.words(java.util.List.of(new Key("Left"), new Key("Alt+Up")))).isEqualTo("\u2190  Alt+\u2191");
    }

    @Test
    void anUnknownKeyIsRefused() {
        assertThatThrownBy(() -> new Key("Shortcut+Elephant")).hasMessageContaining("Elephant");
    }
}
