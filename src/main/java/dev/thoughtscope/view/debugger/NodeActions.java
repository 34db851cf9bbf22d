package dev.thoughtscope.view.debugger;

import dev.thoughtscope.viewmodel.DebuggerChange;
import dev.thoughtscope.viewmodel.DebuggerModel;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/// What a person can do to a node: in the menu, by key, and in the inspector.
final class NodeActions {
    private final DebuggerModel debugger;
    private final NodeCards cards;
    private final List<Action> all;

    /// @param name of its sentences
    /// @param key null for none
    record Action(
            String name,
            Feather icon,
            KeyCode key,
            java.util.function.IntPredicate possible,
            java.util.function.IntPredicate on,
            java.util.function.IntConsumer act) {
        boolean can(int node) {
            return possible.test(node);
        }

        /// The sentence for what it would do now.
        String title(int node) {
            return Words.get("node." + name + (on.test(node) ? ".off" : ""));
        }

        String tip() {
            return Words.get("node." + name + ".tip");
        }
    }

    NodeActions(DebuggerModel debugger, NodeCards cards) {
        this.debugger = debugger;
        this.cards = cards;
        all = List.of(
                plain("edit", Feather.EDIT_2, KeyCode.E, DebuggerChange.Kind.EDIT, cards::edit),
                plain("add", Feather.MESSAGE_SQUARE, KeyCode.A, DebuggerChange.Kind.ADD, cards::add),
                plain("reflect", Feather.ROTATE_CCW, KeyCode.T, DebuggerChange.Kind.REFLECT, debugger::reflect),
                toggle("ban", Feather.SLASH, KeyCode.X, DebuggerChange.Kind.LEAVE_OUT, this::isBanned, this::ban),
                toggle("pin", Feather.MAP_PIN, KeyCode.W, DebuggerChange.Kind.PIN, this::isPinned, this::pin),
                focus(),
                plain("prior", Feather.PERCENT, null, DebuggerChange.Kind.PRIOR, cards::prior),
                plain("even", Feather.BAR_CHART_2, null, DebuggerChange.Kind.EVEN, debugger::evenOut),
                stop(),
                to());
    }

    List<Action> all() {
        return all;
    }

    String text(int node) {
        return debugger.text(node);
    }

    private Action plain(
            String name, Feather icon, KeyCode key, DebuggerChange.Kind kind, java.util.function.IntConsumer act) {
        return new Action(name, icon, key, node -> debugger.can(kind, node), _ -> false, act);
    }

    private Action toggle(
            String name,
            Feather icon,
            KeyCode key,
            DebuggerChange.Kind kind,
            java.util.function.IntPredicate on,
            java.util.function.IntConsumer act) {
        return new Action(name, icon, key, node -> debugger.can(kind, node), on, act);
    }

    private Action focus() {
        return new Action(
                "focus",
                Feather.TARGET,
                KeyCode.O,
                node -> debugger.can(DebuggerChange.Kind.FOCUS, node) || debugger.can(DebuggerChange.Kind.FOCUS_ALL, node),
                this::isBackToAll,
                node -> debugger.focus(isBackToAll(node) ? 0 : node));
    }

    private Action stop() {
        return new Action(
                "stop",
                Feather.OCTAGON,
                KeyCode.H,
                _ -> true,
                debugger.breakpoints()::isAt,
                debugger.breakpoints()::toggle);
    }

    private Action to() {
        return new Action(
                "to", Feather.CORNER_RIGHT_DOWN, KeyCode.G, debugger::canRunTo, _ -> false, debugger::runTo);
    }

    private boolean isBanned(int node) {
        return debugger.marks().isBanned(node);
    }

    private boolean isPinned(int node) {
        return debugger.marks().isPinned(node);
    }

    private boolean isBackToAll(int node) {
        return debugger.marks().hasFocus() && (node == 0 || debugger.marks().isFocus(node));
    }

    private void ban(int node) {
        debugger.leaveOut(node, !isBanned(node));
    }

    private void pin(int node) {
        debugger.pin(node, !isPinned(node));
    }
}
