package dev.thoughtscope.engine.llama;

import java.util.HashSet;
import java.util.Set;

/// Prefixes that were computed and given up, by hash, so that computing them again can be counted.
final class Forgotten {
    private static final int MOST = 1 << 20;

    private final Set<Long> hashes = new HashSet<>();

    void add(long hash) {
        if (hashes.size() >= MOST) {
            hashes.clear();
        }
        hashes.add(hash);
    }

    boolean remove(long hash) {
        return !hashes.isEmpty() && hashes.remove(hash);
    }
}
