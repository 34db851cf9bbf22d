package dev.thoughtscope.engine.llama;

/// Our own book of the KV cells: who uses each, so that we know before a forward pass whether it fits.
///
/// A number here stands for one cell of the library, without saying which. A cell is used by every
/// sequence that shares it, and busy while a running branch is among them.
final class CellPool {
    private final int[] users;
    private final int[] busyUsers;
    private final int[] free;
    private final long[] takenAt;
    private long taken;
    private int freeCount;
    private int busyCount;

    CellPool(int cells) {
        users = new int[cells];
        busyUsers = new int[cells];
        free = new int[cells];
        takenAt = new long[cells];
        for (int i = 0; i < cells; i++) {
            free[i] = cells - 1 - i;
        }
        freeCount = cells;
    }

    /// A new cell with one user, who is busy.
    int take() {
        int cell = free[--freeCount];
        users[cell] = 1;
        busyUsers[cell] = 1;
        busyCount++;
        takenAt[cell] = ++taken;
        return cell;
    }

    /// A number that grows from one taken cell to the next.
    long takenAt(int cell) {
        return takenAt[cell];
    }

    void share(int cell) {
        users[cell]++;
    }

    /// @return true if nobody uses it any more
    boolean drop(int cell) {
        if (--users[cell] > 0) {
            return false;
        }
        free[freeCount++] = cell;
        return true;
    }

    void busy(int cell) {
        if (busyUsers[cell]++ == 0) {
            busyCount++;
        }
    }

    void idle(int cell) {
        if (--busyUsers[cell] == 0) {
            busyCount--;
        }
    }

    boolean isBusy(int cell) {
        return busyUsers[cell] > 0;
    }

    int free() {
        return freeCount;
    }

    int used() {
        return users.length - freeCount;
    }

    /// Cells that only finished branches use.
    int idle() {
        return used() - busyCount;
    }

    /// Cells that are free or could be freed without hurting a running branch.
    int available() {
        return users.length - busyCount;
    }
}
