package dev.thoughtscope.search;

import dev.thoughtscope.engine.TokenStep;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What was written in a run, branch by branch.
final class Branches {
    private final List<Branch> all;
    private long generatedTokens;
    private long hiddenTokens;

    Branches() {
        this(new ArrayList<>(), 0, 0);
    }

    private Branches(List<Branch> all, long generatedTokens, long hiddenTokens) {
        this.all = all;
        this.generatedTokens = generatedTokens;
        this.hiddenTokens = hiddenTokens;
    }

    void hide(Event.Hidden hidden) {
        hiddenTokens += hidden.tokens();
    }

    long hiddenTokens() {
        return hiddenTokens;
    }

    void start(Event.BranchStarted started) {
        Tree.require(started.branch() == all.size(), "branch " + started.branch() + " out of turn");
        all.add(Branch.started(started));
    }

    void write(Event.TokensGenerated more) {
        all.set(more.branch(), get(more.branch()).plus(more.tokens()));
        for (var token : more.tokens()) {
            generatedTokens += token.sampled() ? 1 : 0;
        }
    }

    void end(Event.BranchEnded ended) {
        all.set(ended.branch(), get(ended.branch()).ended(ended.reason()));
    }

    Branch get(int id) {
        Tree.require(id >= 0 && id < all.size(), "no branch " + id);
        return all.get(id);
    }

    List<TokenStep> tokens(Span span) {
        return span.length() == 0 ? List.of() : get(span.branch()).tokens().subList(span.from(), span.to());
    }

    List<Branch> all() {
        return Collections.unmodifiableList(all);
    }

    long generatedTokens() {
        return generatedTokens;
    }

    Branches copy() {
        return new Branches(new ArrayList<>(all), generatedTokens, hiddenTokens);
    }

    boolean sameAs(Branches other) {
        return all.equals(other.all) && hiddenTokens == other.hiddenTokens;
    }
}
