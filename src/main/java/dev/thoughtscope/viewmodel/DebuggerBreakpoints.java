package dev.thoughtscope.viewmodel;

import dev.thoughtscope.session.BreakpointText;
import dev.thoughtscope.session.Run;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The breakpoints of the window. They stay from run to run, those on a node as long as there is that node's tree.
public final class DebuggerBreakpoints {
    private static final int NONE = -1;

    private final ObservableList<DebuggerBreakpoint> items = FXCollections.observableArrayList();
    private final ObservableList<DebuggerBreakpoint> shown = FXCollections.unmodifiableObservableList(items);
    private final Supplier<Run> run;
    private int until = NONE;

    /// @param run the run to hold, null between runs
    DebuggerBreakpoints(Supplier<Run> run) {
        this.run = run;
    }

    public ObservableList<DebuggerBreakpoint> items() {
        return shown;
    }

    /// Why it cannot be set, in a sentence; empty if it can.
    public static Optional<String> fault(DebuggerBreakpoint breakpoint) {
        return BreakpointText.fault(breakpoint.written());
    }

    /// @return why it was not added, in a sentence; empty if it was
    public Optional<String> add(DebuggerBreakpoint breakpoint) {
        var fault = fault(breakpoint);
        if (fault.isEmpty() && items.stream().noneMatch(item -> item.written().equals(breakpoint.written()))) {
            items.add(breakpoint);
            apply(run.get());
        }
        return fault;
    }

    public void remove(DebuggerBreakpoint breakpoint) {
        if (items.remove(breakpoint)) {
            apply(run.get());
        }
    }

    public void setEnabled(DebuggerBreakpoint breakpoint, boolean enabled) {
        int index = items.indexOf(breakpoint);
        if (index >= 0) {
            items.set(index, breakpoint.withEnabled(enabled));
            apply(run.get());
        }
    }

    public boolean isAt(int node) {
        return items.stream().anyMatch(item -> item.isAt(node));
    }

    /// Sets one on a node, or takes it away.
    public void toggle(int node) {
        var there = items.stream().filter(item -> item.isAt(node)).findFirst();
        there.ifPresentOrElse(this::remove, () -> add(DebuggerBreakpoint.at(node)));
    }

    BitSet nodes() {
        var nodes = new BitSet();
        items.stream()
                .filter(item -> item.enabled() && item.kind() == DebuggerBreakpoint.Kind.NODE)
                .forEach(item -> nodes.set(item.count()));
        return nodes;
    }

    public long enabled() {
        return items.stream().filter(DebuggerBreakpoint::enabled).count();
    }

    /// One more, on a node, until it is met.
    void until(int node) {
        until = node;
    }

    /// The search is held there.
    void met(int node) {
        until = until == node ? NONE : until;
    }

    /// Another tree comes: its nodes are not those of the one before.
    void newTree() {
        until = NONE;
        items.removeIf(item -> item.kind() == DebuggerBreakpoint.Kind.NODE);
    }

    void apply(Run to) {
        if (to != null) {
            to.breakpoints().accept(written());
        }
    }

    private List<String> written() {
        var enabled = items.stream().filter(DebuggerBreakpoint::enabled).map(DebuggerBreakpoint::written);
        return Stream.concat(enabled, until == NONE ? Stream.empty() : Stream.of("until:" + until)).toList();
    }
}
