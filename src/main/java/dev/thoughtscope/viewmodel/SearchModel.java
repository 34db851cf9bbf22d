package dev.thoughtscope.viewmodel;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Finds nodes by what they say, a little in each frame, so that large trees hold nothing up.
public final class SearchModel {
    private final TreeModel tree;
    private final InspectorModel inspector;
    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "count");
    private final ReadOnlyIntegerWrapper place = new ReadOnlyIntegerWrapper(this, "place");
    private final List<Integer> hits = new ArrayList<>();
    private final BitSet marked = new BitSet();
    private long generation;
    private int next;

    SearchModel(TreeModel tree, InspectorModel inspector) {
        this.tree = tree;
        this.inspector = inspector;
        query.subscribe(this::restart);
    }

    private void restart() {
        hits.clear();
        marked.clear();
        next = 0;
        generation = tree.generation();
        count.set(0);
        place.set(0);
    }

    /// Looks through more nodes, for so long at most.
    ///
    /// @return whether anything was found
    public boolean advance(long nanos) {
        if (generation != tree.generation()) {
            restart();
        }
        String wanted = query.get().strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty() || next >= tree.nodes()) {
            return false;
        }
        long end = System.nanoTime() + nanos;
        int before = hits.size();
        while (next < tree.nodes() && System.nanoTime() < end) {
            if (tree.text(next).toLowerCase(Locale.ROOT).contains(wanted)) {
                hits.add(next);
                marked.set(next);
            }
            next++;
        }
        count.set(hits.size());
        return hits.size() != before;
    }

    /// Selects the hit before or after the present one, in a circle.
    ///
    /// @return its node, -1 if there is none
    public int go(int step) {
        if (hits.isEmpty()) {
            return -1;
        }
        int at = place.get() == 0 && step > 0 ? 0 : Math.floorMod(place.get() - 1 + step, hits.size());
        place.set(at + 1);
        inspector.selected().set(hits.get(at));
        return hits.get(at);
    }

    public boolean isHit(int node) {
        return marked.get(node);
    }

    public StringProperty query() {
        return query;
    }

    /// Hits so far.
    public ReadOnlyIntegerProperty count() {
        return count.getReadOnlyProperty();
    }

    /// Number of the hit that is selected, 0 before the first.
    public ReadOnlyIntegerProperty place() {
        return place.getReadOnlyProperty();
    }
}
