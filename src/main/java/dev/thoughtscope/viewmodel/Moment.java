package dev.thoughtscope.viewmodel;

import dev.thoughtscope.search.Tree;
import dev.thoughtscope.session.EventLog;

/// A point of a run that one can come back to.
///
/// @param events how many events of the log lie before it
/// @param tree what they add up to; nobody else's, and changed by nobody
/// @param rollouts simulations that the run was to have
record Moment(EventLog log, int events, Tree tree, Clock clock, int rollouts) {
    /// The log as it was then.
    EventLog logThen() {
        if (log.size() == events) {
            return log;
        }
        var then = new EventLog();
        log.read(0, events).forEach(then::append);
        return then;
    }
}
