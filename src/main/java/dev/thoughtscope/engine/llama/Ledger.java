package dev.thoughtscope.engine.llama;

import dev.thoughtscope.engine.EngineStats;

/// Counts what the engine does. Written by the owning thread, snapshots read by any.
final class Ledger {
    private long generated;
    private long computed;
    private long shared;
    private long recomputed;
    private long decodeCalls;
    private long decodedRows;
    private long decodeNanos;
    private long busyNanos;
    private volatile EngineStats snapshot = EngineStats.ZERO;

    void shared(int tokens) {
        shared += tokens;
    }

    void computed(boolean before) {
        computed++;
        if (before) {
            recomputed++;
        }
    }

    void generated() {
        generated++;
    }

    void decoded(int branches, long nanos) {
        decodeCalls++;
        decodedRows += branches;
        decodeNanos += nanos;
    }

    void busy(long nanos) {
        busyNanos += nanos;
    }

    void publish() {
        snapshot = new EngineStats(
                generated, computed, shared, recomputed, decodeCalls, decodedRows, decodeNanos, busyNanos);
    }

    EngineStats snapshot() {
        return snapshot;
    }
}
