package dev.thoughtscope.viewmodel;

import dev.thoughtscope.search.Tree;
import java.util.ArrayList;
import java.util.List;

/// Trees kept from along a run, so that any moment of it is a short way from one of them. Few at all times: when
/// there are too many, every other one goes and the distance doubles.
final class Keyframes {
    private static final int MOST = 32;
    private static final int FIRST_DISTANCE = 512;

    private final List<Keyframe> frames = new ArrayList<>();
    private int distance = FIRST_DISTANCE;

    record Keyframe(int events, Tree tree) {}

    void clear() {
        frames.clear();
        distance = FIRST_DISTANCE;
    }

    void offer(int events, Tree tree) {
        int last = frames.isEmpty() ? 0 : frames.getLast().events();
        if (events - last < distance) {
            return;
        }
        frames.add(new Keyframe(events, tree.copy()));
        if (frames.size() > MOST) {
            for (int i = frames.size() - 2; i >= 0; i -= 2) {
                frames.remove(i);
            }
            distance *= 2;
        }
    }

    /// Forgets what comes after so many events.
    void cut(int events) {
        frames.removeIf(frame -> frame.events() > events);
    }

    /// A tree of one's own at the latest kept moment that is not after `events`.
    Keyframe before(int events) {
        Keyframe best = null;
        for (var frame : frames) {
            if (frame.events() <= events) {
                best = frame;
            }
        }
        return best == null ? new Keyframe(0, new Tree()) : new Keyframe(best.events(), best.tree().copy());
    }
}
