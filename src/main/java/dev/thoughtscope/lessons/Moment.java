package dev.thoughtscope.lessons;

import dev.thoughtscope.search.Event;
import dev.thoughtscope.session.EventLog;

/// A moment of a recorded run.
///
/// @param number of the event, simulation (from 1) or node that it is told by; 0 where it needs none
public record Moment(Kind kind, int number) {
    /// How a moment is told.
    public enum Kind {
        /// The question alone.
        START,
        END,
        /// After so many events.
        EVENT,
        /// After a simulation's value went up the tree.
        SIMULATION,
        /// When a simulation has chosen its way and nothing of it has happened yet.
        SELECTED,
        /// Just after a node came into the tree and was checked.
        NODE
    }

    /// How many events of the run lie before it; -1 if the run has no such moment.
    public int events(EventLog log) {
        return switch (kind) {
            case START -> Math.min(1, log.size());
            case END -> log.size();
            case EVENT -> number >= 1 && number <= log.size() ? number : -1;
            case SIMULATION, SELECTED, NODE -> after(log);
        };
    }

    /// The last such event, and what is told of it right after: a simulation with a reflection in it backs up twice.
    private int after(EventLog log) {
        int events = 0;
        int found = -1;
        for (var recorded : log.read(0, log.size())) {
            boolean tells = found == events && isRemark(recorded.event());
            events++;
            found = tells || isIt(recorded.event()) ? events : found;
        }
        return found;
    }

    private static boolean isRemark(Event event) {
        return event instanceof Event.Reflected || event instanceof Event.StepChecked || event instanceof Event.AnswerFound;
    }

    private boolean isIt(Event event) {
        return switch (event) {
            case Event.BackedUp up -> kind == Kind.SIMULATION && up.simulation() == number - 1;
            case Event.Selected selected -> kind == Kind.SELECTED && selected.simulation() == number - 1;
            case Event.NodesAdded added ->
                kind == Kind.NODE && added.nodes().stream().anyMatch(node -> node.id() == number);
            default -> false;
        };
    }
}
