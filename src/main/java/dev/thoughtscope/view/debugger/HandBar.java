package dev.thoughtscope.view.debugger;

import dev.thoughtscope.viewmodel.DebuggerChange;
import dev.thoughtscope.viewmodel.DebuggerModel;
import dev.thoughtscope.viewmodel.DebuggerStride;
import dev.thoughtscope.viewmodel.RunState;
import dev.thoughtscope.viewmodel.WindowModel;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Steps, breakpoints, undo and redo, going on.
final class HandBar extends HBox {
    private final WindowModel window;
    private final DebuggerModel debugger;
    private final Button token;
    private final Button phase;
    private final Button simulation;
    private final Button breakpoints;
    private final Button undo;
    private final Button redo;
    private final Button more;

    /// @param onBreakpoints opens or closes the panel of breakpoints
    HandBar(WindowModel window, Runnable onBreakpoints) {
        this.window = window;
        debugger = window.debugger();
        getStyleClass().addAll("view-tools", "hand-bar");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        token = step(Feather.CHEVRON_RIGHT, DebuggerStride.TOKEN);
        phase = step(Feather.CHEVRONS_RIGHT, DebuggerStride.PHASE);
        simulation = step(Feather.SKIP_FORWARD, DebuggerStride.SIMULATION);
        breakpoints = Parts.icon(Feather.OCTAGON, Words.get("breakpoints.tip"), onBreakpoints);
        breakpoints.setId("breakpoints");
        breakpoints.getStyleClass().remove("button-icon");
        undo = Parts.icon(Feather.CORNER_UP_LEFT, Words.get("undo.none"), debugger::undo);
        undo.setId("undo");
        redo = Parts.icon(Feather.CORNER_UP_RIGHT, Words.get("redo.none"), debugger::redo);
        redo.setId("redo");
        more = Parts.text("", Feather.PLUS_CIRCLE, debugger::goOn);
        more.setId("more-rollouts");
        getChildren().addAll(token, phase, simulation, line(), breakpoints, line(), undo, redo, more);
        window.state().subscribe(this::refresh);
        window.progress().subscribe(this::refresh);
        window.playback().atHead().subscribe(this::refresh);
        window.question().rollouts().subscribe(this::refresh);
        debugger.breakpoints().items().subscribe(this::refresh);
        debugger.history().undoable().subscribe(this::refresh);
        debugger.history().redoable().subscribe(this::refresh);
        refresh();
    }

    Button breakpoints() {
        return breakpoints;
    }

    private static Separator line() {
        return new Separator(Orientation.VERTICAL);
    }

    private Button step(Feather icon, DebuggerStride stride) {
        var button = Parts.icon(icon, Words.get("step." + Words.key(stride)), () -> debugger.step(stride));
        button.setId("step-" + Words.key(stride));
        return button;
    }

    private void refresh() {
        var state = window.state().get();
        boolean deaf = state == RunState.LOADING || state == RunState.NO_MODEL || state == RunState.FAILED;
        token.setDisable(deaf);
        phase.setDisable(deaf);
        simulation.setDisable(deaf);
        undo.setDisable(debugger.history().undoable().get() == null);
        redo.setDisable(debugger.history().redoable().get() == null);
        Parts.tell(undo, told("undo", debugger.history().undoable().get()));
        Parts.tell(redo, told("redo", debugger.history().redoable().get()));
        long set = debugger.breakpoints().enabled();
        breakpoints.setText(set == 0 ? "" : String.valueOf(set));
        breakpoints.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("armed-stops"), set > 0);
        goingOn();
    }

    private void goingOn() {
        boolean standing = debugger.isStanding();
        Parts.show(more, debugger.canGoOn());
        more.setText(standing ? Words.get("here") : Words.get("more", debugger.moreRollouts()));
        more.setGraphic(FontIcon.of(standing ? Feather.PLAY_CIRCLE : Feather.PLUS_CIRCLE, 15));
        Parts.tell(more, standing ? Words.get("here.tip") : Words.get("more.tip", debugger.moreRollouts()));
    }

    private static String told(String key, DebuggerChange change) {
        return change == null ? Words.get(key + ".none") : Words.get(key + ".tip", Words.of(change));
    }
}
