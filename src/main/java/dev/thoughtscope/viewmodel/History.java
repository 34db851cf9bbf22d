package dev.thoughtscope.viewmodel;

import dev.thoughtscope.search.Event;
import dev.thoughtscope.search.NodeKind;
import dev.thoughtscope.search.Tree;
import dev.thoughtscope.session.Recorded;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// How a run went, simulation by simulation: what the timeline draws.
public final class History {
    private final List<Point> points = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, double[]> votes = new HashMap<>();
    private final VoteShares shares = new VoteShares();
    private final TreeSet<Integer> bookmarks = new TreeSet<>();

    /// State after a simulation.
    ///
    /// @param events how many had happened
    /// @param answer the one with the most confidence behind it, empty if none
    /// @param value mean value of the simulations that found it, NaN if none
    /// @param share of its weight in that of all answers, 0 to 1
    public record Point(int events, int nodes, long tokens, String answer, double value, double share) {}

    /// Something worth jumping to.
    ///
    /// @param events how many had happened with it
    public record Finding(int events, Kind kind, int node) {
        /// What was found.
        public enum Kind {
            RIGHT,
            WRONG,
            ANSWER,
            REFLECTION
        }
    }

    void clear() {
        points.clear();
        findings.clear();
        votes.clear();
        shares.clear();
        bookmarks.clear();
    }

    /// Forgets what comes after these events.
    ///
    /// @param tree what they add up to
    void cut(List<Recorded> events, Tree tree) {
        points.removeIf(point -> point.events() > events.size());
        findings.removeIf(finding -> finding.events() > events.size());
        bookmarks.tailSet(events.size(), false).clear();
        shares.cut(events.size());
        votes.clear();
        for (var recorded : events) {
            if (recorded.event() instanceof Event.BackedUp up) {
                count(up, tree);
            }
        }
    }

    /// @param events how many have happened, this one counted
    void applied(Event event, Tree tree, int events) {
        switch (event) {
            case Event.AnswerFound found -> findings.add(new Finding(events, kind(tree, found.node()), found.node()));
            case Event.NodesAdded added -> {
                for (var node : added.nodes()) {
                    if (node.kind() == NodeKind.REFLECTION) {
                        findings.add(new Finding(events, Finding.Kind.REFLECTION, node.id()));
                    }
                }
            }
            case Event.BackedUp up -> backedUp(up, tree, events);
            default -> {}
        }
    }

    private static Finding.Kind kind(Tree tree, int node) {
        return switch (Answers.mark(tree, node)) {
            case RIGHT -> Finding.Kind.RIGHT;
            case WRONG -> Finding.Kind.WRONG;
            case NONE -> Finding.Kind.ANSWER;
        };
    }

    private void count(Event.BackedUp up, Tree tree) {
        if (!up.path().isEmpty()) {
            tree.found(up.path().getLast()).ifPresent(found -> {
                double[] sums = votes.computeIfAbsent(found.answer(), _ -> new double[2]);
                sums[0] += up.value();
                sums[1]++;
            });
        }
    }

    private void backedUp(Event.BackedUp up, Tree tree, int events) {
        count(up, tree);
        if (!up.path().isEmpty()) {
            tree.found(up.path().getLast()).ifPresent(found -> shares.add(events, found.answer(), up.value()));
        }
        String best = "";
        double most = 0;
        double all = 0;
        for (var vote : votes.entrySet()) {
            all += vote.getValue()[0];
            if (vote.getValue()[0] > most) {
                most = vote.getValue()[0];
                best = vote.getKey();
            }
        }
        double value = best.isEmpty() ? Double.NaN : most / votes.get(best)[1];
        points.add(new Point(events, tree.size(), tree.generatedTokens(), best, value, all == 0 ? 0 : most / all));
    }

    /// Simulations in order.
    public List<Point> points() {
        return Collections.unmodifiableList(points);
    }

    /// Answers and reflections in order.
    public List<Finding> findings() {
        return Collections.unmodifiableList(findings);
    }

    public VoteShares shares() {
        return shares;
    }

    /// Places that a person marked: how many events had happened.
    public SortedSet<Integer> bookmarks() {
        return Collections.unmodifiableSortedSet(bookmarks);
    }

    /// Marks a place, or takes its mark away.
    void toggleBookmark(int events) {
        if (!bookmarks.remove(events)) {
            bookmarks.add(events);
        }
    }

    /// Marks places that a person marked earlier.
    void mark(Collection<Integer> events) {
        bookmarks.addAll(events);
    }

    /// The marked place before or after, null for none.
    Integer bookmark(int events, int step) {
        return step < 0 ? bookmarks.lower(events) : bookmarks.higher(events);
    }

    /// Events up to the end of the simulation before or after a place.
    ///
    /// @param step -1 or 1
    int neighbour(int events, int step) {
        if (step < 0) {
            for (int i = points.size() - 1; i >= 0; i--) {
                if (points.get(i).events() < events) {
                    return points.get(i).events();
                }
            }
            return 1;
        }
        for (var point : points) {
            if (point.events() > events) {
                return point.events();
            }
        }
        return Integer.MAX_VALUE;
    }

    /// The finding before or after a place, or null.
    Finding finding(int events, int step) {
        Finding before = null;
        for (var finding : findings) {
            if (finding.events() >= events && step < 0) {
                return before;
            }
            if (finding.events() > events) {
                return finding;
            }
            before = finding;
        }
        return step < 0 ? before : null;
    }
}
