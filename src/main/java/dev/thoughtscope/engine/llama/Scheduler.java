package dev.thoughtscope.engine.llama;

import dev.thoughtscope.engine.StopReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Brings waiting branches into the context and takes them out again. For the owning thread alone.
///
/// A branch enters when there is room for it, behind the longest prefix that any slot holds. When running
/// branches run out of room, the one served last gives up its cells and comes back later.
final class Scheduler {
    /// Room kept for each running branch to grow into, so that a branch that enters does not push another out.
    private static final int HEADROOM = 16;

    private static final Comparator<Branch> ORDER =
            Comparator.comparingInt((Branch branch) -> branch.request.priority()).thenComparingLong(branch -> branch.arrival);

    private final PrefixCache cache;
    private final Ledger ledger;
    private final List<Branch> waiting = new ArrayList<>();
    private final List<Branch> running = new ArrayList<>();

    Scheduler(PrefixCache cache, Ledger ledger) {
        this.cache = cache;
        this.ledger = ledger;
    }

    void add(Branch branch) {
        waiting.add(branch);
        waiting.sort(ORDER);
    }

    /// Those that have cells, in the order in which they are served.
    List<Branch> running() {
        return running;
    }

    boolean isEmpty() {
        return waiting.isEmpty() && running.isEmpty();
    }

    /// Ends what was cancelled and what has nothing left to compute.
    void sweep() {
        for (var branch : List.copyOf(running)) {
            branch.followers.removeIf(this::endedWhileWaiting);
            if (branch.isCancelled()) {
                finish(branch, StopReason.CANCELLED);
            }
        }
        waiting.removeIf(this::endedWhileWaiting);
    }

    private boolean endedWhileWaiting(Branch branch) {
        var reason = branch.isCancelled() ? StopReason.CANCELLED : branch.reasonNotToSample();
        if (reason != null) {
            branch.finish(reason);
        }
        return reason != null;
    }

    /// Lets in as many as have room, in order; the first that has none holds back those behind it.
    void admit() {
        if (waiting.isEmpty()) {
            return;
        }
        var left = new ArrayList<Branch>();
        var queue = List.copyOf(waiting);
        waiting.clear();
        boolean blocked = false;
        for (var branch : queue) {
            if (blocked || waitsForLeader(branch)) {
                left.add(branch);
            } else if (!place(branch)) {
                left.add(branch);
                blocked = branch.leader == null;
            }
        }
        waiting.addAll(left);
    }

    /// Finds a branch its place: behind one that is about to compute what it needs, or among the running.
    ///
    /// @return false if it must wait on, for its leader if it has one now, otherwise for room
    private boolean place(Branch branch) {
        branch.leader = null;
        int needed = branch.anchor() + 1;
        var source = cache.longest(branch.tokens, branch.anchor());
        int best = source == null ? 0 : source.sharedWith(branch.tokens, branch.anchor());
        for (var other : running) {
            int planned = shared(other, branch, Math.min(other.target(), needed));
            if (planned == needed && other.slot.length < needed) {
                return follow(branch, other);
            }
            int usable = Math.min(planned, branch.anchor());
            if (usable > best && other.slot.length < usable) {
                best = usable;
                branch.leader = other;
                branch.waitFor = usable;
            }
        }
        return branch.leader == null && enter(branch, source);
    }

    private static boolean waitsForLeader(Branch branch) {
        return branch.leader != null
                && branch.leader.slot != null
                && branch.leader.slot.length < branch.waitFor
                && branch.leader.target() >= branch.waitFor;
    }

    private boolean follow(Branch branch, Branch leader) {
        int followers = running.stream().mapToInt(other -> other.followers.size()).sum();
        boolean room = headroom(branch) + followers * HEADROOM <= cache.pool().available();
        if (room) {
            branch.leader = leader;
            leader.followers.add(branch);
        }
        return room;
    }

    private static int shared(Branch a, Branch b, int limit) {
        int most = Math.min(limit, Math.min(a.length, b.length));
        int mismatch = Arrays.mismatch(a.tokens, 0, most, b.tokens, 0, most);
        return mismatch < 0 ? most : mismatch;
    }

    private boolean enter(Branch branch, Slot source) {
        int shared = source == null ? 0 : source.sharedWith(branch.tokens, branch.anchor());
        int wanted = branch.target() - shared + (source == null ? 0 : cache.notBusy(source, shared)) + headroom(branch);
        if (!running.isEmpty() && wanted > cache.pool().available()) {
            return false;
        }
        var slot = cache.fork(source, shared);
        if (slot == null) {
            return false;
        }
        start(branch, slot);
        return true;
    }

    private int headroom(Branch entering) {
        int sum = Math.min(HEADROOM, entering.remaining());
        for (var branch : running) {
            sum += branch.pending() - 1 + Math.min(HEADROOM, branch.remaining());
        }
        return sum;
    }

    private void start(Branch branch, Slot slot) {
        branch.slot = slot;
        branch.leader = null;
        ledger.shared(branch.noteShared(slot.length));
        running.add(branch);
        running.sort(ORDER);
    }

    /// Lets a follower in behind the first `length` tokens of its leader, whose logits it takes at once.
    ///
    /// @return false if no sequence id can be had; it then waits on its own
    boolean join(Branch follower, Branch leader, int length) {
        var slot = cache.fork(leader.slot, length);
        if (slot == null) {
            follower.leader = null;
            add(follower);
            return false;
        }
        start(follower, slot);
        return true;
    }

    /// Makes sure that every running branch can take one more step.
    ///
    /// @return tokens for which there is room, at least the number of running branches
    int makeRoom() {
        while (!cache.makeRoom(running.size())) {
            preempt(running.getLast());
        }
        return cache.pool().free();
    }

    /// Tries to free cells beyond the bare need.
    int makeRoom(int wanted) {
        cache.makeRoom(wanted);
        return cache.pool().free();
    }

    /// Takes the cells of a branch away; it waits for room and is computed again.
    private void preempt(Branch branch) {
        leave(branch);
        add(branch);
        cache.evictOne(null);
    }

    void finish(Branch branch, StopReason reason) {
        leave(branch);
        ledger.publish();
        branch.finish(reason);
    }

    void fail(Branch branch, RuntimeException why) {
        leave(branch);
        branch.fail(why);
    }

    private void leave(Branch branch) {
        if (branch.slot != null) {
            cache.release(branch.slot);
            branch.slot = null;
        }
        running.remove(branch);
        for (var follower : branch.followers) {
            follower.leader = null;
            add(follower);
        }
        branch.followers.clear();
    }

    /// Ends all there is with this error.
    void failAll(RuntimeException why) {
        while (!running.isEmpty()) {
            fail(running.getLast(), why);
        }
        waiting.forEach(branch -> branch.fail(why));
        waiting.clear();
    }
}
