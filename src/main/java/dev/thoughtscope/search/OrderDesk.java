package dev.thoughtscope.search;

import java.util.List;

/// Carries out what a person asks of a tree, on the search's thread.
final class OrderDesk {
    private final Journal journal;
    private final Editor editor;
    private final Grafting grafting;
    private final Descent descent;
    private final ChangeHistory past;
    private int moreRollouts;

    OrderDesk(Journal journal, Editor editor, Grafting grafting, Descent descent) {
        this.journal = journal;
        this.editor = editor;
        this.grafting = grafting;
        this.descent = descent;
        this.past = new ChangeHistory(journal);
    }

    /// Simulations added to the budget since the start.
    int moreRollouts() {
        return moreRollouts;
    }

    void carryOut(Order order) {
        try {
            change(order);
            descent.reopen();
        } catch (IllegalArgumentException | IllegalStateException impossible) {
            journal.record(new Event.Refused(String.valueOf(impossible.getMessage())));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void change(Order order) throws InterruptedException {
        var tree = journal.tree();
        switch (order) {
            case Order.ForceToken(int node, int token, int alternative) -> {
                checkHasText(node);
                if (token < 0 || token >= tree.tokens(node).size()) {
                    throw new IllegalArgumentException("Node " + node + " has no token " + token + ".");
                }
                add("another token in node " + node, tree.parent(node), List.of(editor.force(journal, node, token, alternative)));
            }
            case Order.Edit(int node, String text) -> edit(node, text);
            case Order.AddThought(int node, String text) -> {
                checkNotTerminal(node);
                checkNotEmpty(text);
                add("the thought added to node " + node, node, editor.write(journal, node, text));
            }
            case Order.Reflect(int node) -> {
                checkNotTerminal(node);
                add("the reflection at node " + node, node, List.of(editor.reflection(journal, node)));
            }
            case Order.Ban(int node, boolean banned) -> {
                checkHasText(node);
                set((banned ? "leaving out node " : "letting in node ") + node,
                        new Event.Banned(node, banned), new Event.Banned(node, tree.isBanned(node)));
            }
            case Order.Pin(int node, boolean pinned) -> {
                checkHasText(node);
                set("the pin of node " + node, new Event.Pinned(node, pinned), new Event.Pinned(node, tree.isPinned(node)));
            }
            case Order.Focus(int node) -> set(
                    "the focus on node " + node, new Event.Focused(node), new Event.Focused(tree.focus()));
            case Order.SetPrior(int node, double prior) -> {
                if (!(prior >= 0 && prior <= 1)) {
                    throw new IllegalArgumentException("A prior lies between 0 and 1, not at " + prior + ".");
                }
                set("the prior of node " + node, new Event.PriorSet(node, prior), new Event.PriorSet(node, tree.prior(node)));
            }
            case Order.EvenOut(int node) -> set(
                    "evening out node " + node, new Event.EvenedOut(node, mostVisits(node)), new Event.EvenedOut(node, tree.evenTo(node)));
            case Order.Undo _ -> past.undo();
            case Order.Redo _ -> past.redo();
            case Order.MoreRollouts(int rollouts) -> moreRollouts += Math.clamp(rollouts, 0, 1_000_000);
        }
    }

    private void set(String what, Event now, Event before) {
        journal.record(now);
        past.changed(new Change(what, List.of(now), List.of(before)));
    }

    private void edit(int node, String text) throws InterruptedException {
        checkHasText(node);
        checkNotEmpty(text);
        var tree = journal.tree();
        var old = new Event.Banned(node, tree.isBanned(node));
        int parent = tree.parent(node);
        int first = tree.size();
        grafting.way(parent, editor.write(journal, parent, text));
        var left = new Event.Banned(node, true);
        journal.record(left);
        past.changed(added("the edit of node " + node, first).and(left, old));
    }

    private void add(String what, int parent, List<Candidate> way) {
        int first = journal.tree().size();
        grafting.way(parent, way);
        past.changed(added(what, first));
    }

    /// New nodes cannot be taken out of the tree again: they are left out of the search.
    private Change added(String what, int first) {
        var tree = journal.tree();
        if (first == tree.size()) {
            return new Change(what, List.of(), List.of());
        }
        return new Change(what, List.of(new Event.Banned(first, false)), List.of(new Event.Banned(first, true)));
    }

    private int mostVisits(int node) {
        var tree = journal.tree();
        var open = tree.children(node).stream().filter(child -> !tree.isBanned(child)).toList();
        if (open.size() < 2) {
            throw new IllegalArgumentException("Node " + node + " has fewer than two children to even out.");
        }
        return open.stream().mapToInt(tree::visits).max().orElse(0);
    }

    private void checkHasText(int node) {
        if (journal.tree().parent(node) == Tree.NONE) {
            throw new IllegalArgumentException("The question itself cannot be changed in a run: ask a new one.");
        }
    }

    private void checkNotTerminal(int node) {
        if (journal.tree().isTerminal(node)) {
            throw new IllegalArgumentException("Nothing can follow node " + node + ": its text has ended.");
        }
    }

    private static void checkNotEmpty(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("There is no text to put there.");
        }
    }
}
