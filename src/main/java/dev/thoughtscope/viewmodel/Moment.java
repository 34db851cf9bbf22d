package dev.thoughtscope.viewmodel;

import dev.thoughtscope.session.EventLog;

/// A point of a run that one can come back to.
///
/// @param events how many events of the log lie before it
/// @param rollouts simulations that the run was to have, 0 for as many as its settings say
record Moment(EventLog log, int events, int rollouts) {
    /// The log as it was then.
    EventLog logThen() {
        if (log.size() == events && log.hasEnded()) {
            return log;
        }
        var then = new EventLog();
        log.read(0, events).forEach(then::append);
        return then;
    }
}
