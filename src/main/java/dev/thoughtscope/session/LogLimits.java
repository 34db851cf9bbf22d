package dev.thoughtscope.session;

import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.search.Event;
import dev.thoughtscope.search.NodeKind;
import dev.thoughtscope.search.Tree;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What a log read from a file may ask of this machine, beyond fitting together: a file can come from anybody.
final class LogLimits {
    /// Far deeper than any search goes, and shallow enough for what walks down a path.
    static final int DEEPEST = 4096;

    private static final long LONGEST_NANOS = TimeUnit.DAYS.toNanos(366);
    private static final double ROUNDING = 1e-6;
    private static final int EVENT = 96;
    private static final int NODE = 320;
    private static final int TOKEN = 112;
    private static final int CANDIDATE = 80;
    private static final int NUMBER = 24;

    private final long mostBytes;
    private int[] depth = new int[64];
    private int nodes;
    private int branches;
    private long events;
    private long bytes;
    private long nanos;

    /// @param mostBytes of memory, as far as it can be reckoned
    LogLimits(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /// Half of what the machine gives to the app: the other half is for what is made of the log.
    static LogLimits ofThisMachine() {
        return new LogLimits(Runtime.getRuntime().maxMemory() / 2);
    }

    /// A log asks for too much; the message goes on after "After event 5".
    static final class Exceeded extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        Exceeded(String what) {
            super(what);
        }
    }

    /// Takes an event that follows those before it.
    ///
    /// @throws IllegalArgumentException if a number is none that an event can have
    /// @throws Exceeded if it goes beyond a limit
    void take(Recorded recorded) {
        require(recorded.nanos() >= nanos && recorded.nanos() <= LONGEST_NANOS, "its time is not after the one before");
        nanos = recorded.nanos();
        events++;
        bytes += EVENT + size(recorded.event());
        if (bytes > mostBytes) {
            throw new Exceeded("the run needs more memory than the " + (mostBytes >> 20) + " MB there are for it");
        }
    }

    private long size(Event event) {
        return switch (event) {
            case Event.RunStarted started -> {
                node(-1);
                yield NODE + 2L * (started.run().question().length() + started.run().prompt().length());
            }
            case Event.TokensGenerated more -> size(more.tokens());
            case Event.NodesAdded added -> {
                added.nodes().forEach(node -> {
                    require(node.kind() != NodeKind.ROOT, "a tree has one root");
                    require(inUnit(node.prior()) && inUnit(node.ownValue()), "a node's prior and value lie from 0 to 1");
                    node(node.parent());
                });
                yield (long) NODE * added.nodes().size();
            }
            case Event.Selected selected -> {
                require(selected.simulation() >= 0 && selected.simulation() <= events, "no simulation has such a number");
                yield (long) NUMBER * selected.path().size();
            }
            case Event.BackedUp up -> {
                require(up.simulation() >= 0 && up.simulation() <= events, "no simulation has such a number");
                require(inUnit(up.value()), "a value lies from 0 to 1");
                yield (long) NUMBER * up.path().size();
            }
            case Event.PriorSet set -> {
                require(inUnit(set.prior()), "a prior lies from 0 to 1");
                yield 0;
            }
            case Event.BranchStarted _ -> {
                branches++;
                yield 0;
            }
            case Event.Paused paused -> {
                require(paused.node() >= Tree.NONE && paused.node() < nodes, "it is held at no node");
                require(paused.branch() >= Tree.NONE && paused.branch() < branches, "it is held at no branch");
                yield 0;
            }
            default -> 0;
        };
    }

    private long size(List<TokenStep> tokens) {
        long sum = 0;
        for (var token : tokens) {
            require(token.id() >= 0 && !(token.logProb() > ROUNDING) && !(token.entropy() < -ROUNDING), "a token has no such probability");
            sum += TOKEN + token.piece().length() + (long) CANDIDATE * token.top().size();
        }
        return sum;
    }

    private void node(int parent) {
        if (nodes == depth.length) {
            depth = Arrays.copyOf(depth, 2 * nodes);
        }
        depth[nodes] = parent < 0 ? 0 : depth[parent] + 1;
        if (depth[nodes] > DEEPEST) {
            throw new Exceeded("a path is longer than " + DEEPEST + " nodes");
        }
        nodes++;
    }

    private static boolean inUnit(double number) {
        return number >= 0 && number <= 1 + ROUNDING;
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalArgumentException(what);
        }
    }
}
