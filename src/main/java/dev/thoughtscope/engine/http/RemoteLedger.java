package dev.thoughtscope.engine.http;

import dev.thoughtscope.engine.EngineStats;
import dev.thoughtscope.engine.TokenStep;
import java.util.List;

/// Running totals of the work that a server did for us, as far as it tells. Passes and time inside the model are
/// its own affair and stay 0.
final class RemoteLedger {
    private EngineStats total = EngineStats.ZERO;
    private int underWay;
    private long since;

    synchronized void begin() {
        if (underWay++ == 0) {
            since = System.nanoTime();
        }
    }

    synchronized void end(List<TokenStep> steps, RemoteRun.End end) {
        long sampled = steps.stream().filter(TokenStep::sampled).count();
        long busy = --underWay == 0 ? System.nanoTime() - since : 0;
        total = total.plus(new EngineStats(sampled, end.computed(), end.shared(), 0, 0, 0, 0, busy));
    }

    synchronized EngineStats stats() {
        long busy = underWay > 0 ? System.nanoTime() - since : 0;
        return total.plus(new EngineStats(0, 0, 0, 0, 0, 0, 0, busy));
    }
}
