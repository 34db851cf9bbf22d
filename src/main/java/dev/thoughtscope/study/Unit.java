package dev.thoughtscope.study;

import dev.thoughtscope.study.data.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/// The smallest piece of work: one problem, one method, one seed.
record Unit(Problem problem, Method method, long seed) {
    /// All units of a study, method by method, so that what runs together costs about the same.
    static List<Unit> all(Study study, List<Problem> problems) {
        var units = new ArrayList<Unit>();
        for (var method : study.methods()) {
            for (long seed : study.seeds()) {
                for (var problem : problems) {
                    units.add(new Unit(problem, method, seed));
                }
            }
        }
        return units;
    }

    /// What tells it from all other units of its study.
    Key key() {
        return new Key(problem.id(), method.name(), seed);
    }

    record Key(String problem, String method, long seed) {}

    /// Seed of its run, made of the study's seed and the problem's id and of nothing else. The same for all methods, so
    /// that they differ in what they are and not in their luck; another one for each problem, so that a study does not
    /// throw one and the same dice for all of them.
    long runSeed() {
        return seed * 0x9E3779B97F4A7C15L ^ ((long) crc(problem.id()) << 20);
    }

    /// A rough measure of its cost, to tell the time left.
    double weight() {
        return method.budget() * (method.reflect() ? 2.0 : 1.0);
    }

    /// Branches that it keeps going at a time, roughly: samples side by side, or one wave of simulations.
    int branches() {
        return switch (method.kind()) {
            case DIRECT, COT, SELF_CONSISTENCY, BEST_OF_N -> method.budget();
            case BEAM -> method.budget() * method.width();
            case MCTS -> method.parallel();
        };
    }

    /// Name of its event log, safe on every file system.
    String fileName() {
        return slug(method.name()) + "-" + slug(problem.id()) + "-s" + seed + "-"
                + String.format("%08x", crc(method.name() + "\n" + problem.id() + "\n" + seed));
    }

    private static String slug(String text) {
        String safe = text.replaceAll("[^A-Za-z0-9+_-]+", "_");
        return safe.length() <= 40 ? safe : safe.substring(0, 40);
    }

    private static int crc(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }
}
