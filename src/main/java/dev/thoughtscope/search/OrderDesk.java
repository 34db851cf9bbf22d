package dev.thoughtscope.search;

import java.util.List;

/// Carries out what a person asks of a tree, on the search's thread.
final class OrderDesk {
    private final Journal journal;
    private final Editor editor;
    private final Grafting grafting;
    private final Descent descent;
    private int moreRollouts;

    OrderDesk(Journal journal, Editor editor, Grafting grafting, Descent descent) {
        this.journal = journal;
        this.editor = editor;
        this.grafting = grafting;
        this.descent = descent;
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
            journal.record(new Event.Refused(impossible.getMessage()));
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
                grafting.children(tree.parent(node), List.of(editor.force(journal, node, token, alternative)));
            }
            case Order.Edit(int node, String text) -> {
                checkHasText(node);
                checkNotEmpty(text);
                grafting.way(tree.parent(node), editor.write(journal, tree.parent(node), text));
                journal.record(new Event.Banned(node, true));
            }
            case Order.AddThought(int node, String text) -> {
                checkNotTerminal(node);
                checkNotEmpty(text);
                grafting.way(node, editor.write(journal, node, text));
            }
            case Order.Reflect(int node) -> {
                checkNotTerminal(node);
                grafting.children(node, List.of(editor.reflection(journal, node)));
            }
            case Order.Ban(int node, boolean banned) -> {
                checkHasText(node);
                journal.record(new Event.Banned(node, banned));
            }
            case Order.Pin(int node, boolean pinned) -> {
                checkHasText(node);
                journal.record(new Event.Pinned(node, pinned));
            }
            case Order.Focus(int node) -> journal.record(new Event.Focused(node));
            case Order.SetPrior(int node, double prior) -> {
                if (!(prior >= 0 && prior <= 1)) {
                    throw new IllegalArgumentException("A prior lies between 0 and 1, not at " + prior + ".");
                }
                journal.record(new Event.PriorSet(node, prior));
            }
            case Order.MoreRollouts(int rollouts) -> moreRollouts += Math.clamp(rollouts, 0, 1_000_000);
        }
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
