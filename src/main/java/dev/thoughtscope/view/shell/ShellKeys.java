package dev.thoughtscope.view.shell;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Keys that work wherever the focus is, but never take letters from a text field or the space bar from a button.
final class ShellKeys {
    private final ShellView shell;

    ShellKeys(ShellView shell) {
        this.shell = shell;
    }

    void pressed(KeyEvent event) {
        if (shell.help().isVisible()) {
            shell.help().setVisible(false);
            event.consume();
            return;
        }
        if (event.isShortcutDown() && event.getCode().isDigitKey() && shell.pages().show(event.getCode().getCode() - KeyCode.DIGIT0.getCode())) {
            event.consume();
            return;
        }
        if (shell.tree().getScene() == null) {
            return;
        }
        boolean taken = event.isShortcutDown() ? shortcut(event.getCode()) : plain(event);
        if (taken) {
            event.consume();
        }
    }

    private boolean shortcut(KeyCode code) {
        switch (code) {
            case PERIOD -> shell.model().stop();
            case L -> shell.question().requestFocus();
            case F -> shell.searchBox().open();
            case O -> shell.files().open();
            case S -> shell.files().save();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean plain(KeyEvent event) {
        var focus = shell.root().getScene().getFocusOwner();
        if (focus instanceof TextInputControl || focus instanceof Spinner<?>) {
            if (event.getCode() == KeyCode.ESCAPE) {
                shell.tree().requestFocus();
                return true;
            }
            return false;
        }
        if (event.getCode() == KeyCode.F5) {
            shell.present();
            return true;
        }
        if ("?".equals(event.getText()) || event.getCode() == KeyCode.F1) {
            shell.help().toggle();
            return true;
        }
        if (event.isAltDown() || event.isControlDown()) {
            return false;
        }
        switch (event.getCode()) {
            case SPACE -> {
                if (focus instanceof ButtonBase || focus instanceof ComboBoxBase<?>) {
                    return false;
                }
                pauseOrStep();
            }
            case P -> shell.model().pauseOrResume();
            case F, DIGIT0 -> shell.tree().steering().fit();
            case L -> shell.model().follow().set(!shell.model().follow().get());
            case SLASH -> shell.question().requestFocus();
            case COMMA -> shell.model().playback().stepSimulation(-1);
            case PERIOD -> shell.model().playback().stepSimulation(1);
            case R -> shell.model().playback().playOrPause();
            case N -> shell.model().stepFinding(1);
            case B -> shell.model().stepFinding(-1);
            case OPEN_BRACKET -> shell.model().inspector().travel(-1);
            case CLOSE_BRACKET -> shell.model().inspector().travel(1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void pauseOrStep() {
        switch (shell.model().state().get()) {
            case RUNNING -> shell.model().pauseOrResume();
            case PAUSED, READY -> shell.model().step();
            case LOADING, NO_MODEL, FINISHED, FAILED -> {}
        }
    }
}
