package dev.thoughtscope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thoughtscope.search.Control.Grain;
import dev.thoughtscope.search.NodeKind;
import dev.thoughtscope.search.Order;
import dev.thoughtscope.search.Tree;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Stop, look, change, go on.
class DebuggerTest {
    private static RunRequest request(int rollouts) {
        return new RunRequest("How long?", "step", rollouts, 4, 2, 200, 1, 7, false, false);
    }

    private static Tree until(Run run, Predicate<Tree> condition) throws InterruptedException {
        for (int i = 0; i < 500; i++) {
            var tree = run.log().fold();
            if (condition.test(tree)) {
                return tree;
            }
            Thread.sleep(10);
        }
        throw new AssertionError("never came to be: " + run.log().fold().message());
    }

    private static Run held(int rollouts) throws InterruptedException {
        var run = Script.thinker().start(request(rollouts).withPaused(true), "160");
        run.control().step();
        until(run, tree -> tree.simulations() == 1 && tree.state() == Tree.State.PAUSED);
        return run;
    }

    private static int node(Tree tree, String text) {
        for (int node = 1; node < tree.size(); node++) {
            if (tree.text(node).startsWith(text)) {
                return node;
            }
        }
        throw new AssertionError("no node " + text);
    }

    @Test
    void aStepOfATokenLetsOneTokenOfEachBranchThrough() throws Exception {
        var run = Script.thinker().start(request(4).withPaused(true));
        run.control().step(Grain.PHASE);
        until(run, tree -> !tree.selectedPath().isEmpty());
        long before = run.log().fold().generatedTokens();
        run.control().step(Grain.TOKEN);
        var tree = until(run, now -> now.generatedTokens() > before);
        Thread.sleep(50);
        assertThat(run.log().fold().branches()).allMatch(branch -> branch.tokens().size() <= 1);
        assertThat(tree.simulations()).isZero();
        run.control().stop();
    }

    @Test
    void aPhaseIsSelectExpandRollOutOrBackUp() throws Exception {
        var run = Script.thinker().start(request(4).withPaused(true));
        run.control().step(Grain.PHASE);
        until(run, tree -> !tree.selectedPath().isEmpty());
        assertThat(run.log().fold().branches()).isEmpty();
        run.control().step(Grain.PHASE);
        until(run, tree -> tree.size() > 1);
        assertThat(run.log().fold().isExpanded(Tree.ROOT)).isTrue();
        run.control().stop();
    }

    @Test
    void anEditedNodeTakesTheOldOnesPlace() throws Exception {
        var run = held(6);
        var before = run.log().fold();
        int old = before.children(Tree.ROOT).getFirst();
        run.control().order(new Order.Edit(old, "Guess.\n"));
        var tree = until(run, now -> now.isBanned(old));
        assertThat(tree.visits(Tree.ROOT)).isEqualTo(before.visits(Tree.ROOT));
        int edited = tree.children(Tree.ROOT).getLast();
        assertThat(tree.kind(edited)).isEqualTo(NodeKind.PERSON);
        assertThat(tree.text(edited)).isEqualTo("Guess.\n");
        int visits = tree.visits(old);
        run.control().resume();
        var end = Script.finished(run).fold();
        assertThat(end.visits(old)).isEqualTo(visits);
        assertThat(end.visits(edited)).isPositive();
    }

    @Test
    void aForcedTokenBeginsANewBranch() throws Exception {
        var run = held(6);
        var tree = run.log().fold();
        int node = tree.children(Tree.ROOT).getFirst();
        var token = tree.tokens(node).getFirst();
        int alternative = token.top().stream().filter(a -> a.id() != token.id()).findFirst().orElseThrow().id();
        run.control().order(new Order.ForceToken(node, 0, alternative));
        var after = until(run, now -> now.size() > tree.size());
        assertThat(after.kind(tree.size())).isEqualTo(NodeKind.PERSON);
        assertThat(after.tokens(tree.size()).getFirst().id()).isEqualTo(alternative);
        assertThat(after.tokens(tree.size()).getFirst().sampled()).isFalse();
        run.control().stop();
    }

    @Test
    void aPinnedBranchIsTheOnlyOneWalked() throws Exception {
        var run = held(8);
        var tree = run.log().fold();
        int pinned = tree.children(Tree.ROOT).getLast();
        int before = tree.visits(pinned);
        run.control().order(new Order.Pin(pinned, true));
        run.control().resume();
        assertThat(Script.finished(run).fold().visits(pinned) - before).isEqualTo(7);
    }

    @Test
    void theSearchCanBeKeptBelowANode() throws Exception {
        var run = held(6);
        var tree = run.log().fold();
        int focus = tree.children(Tree.ROOT).getLast();
        int before = tree.visits(focus);
        run.control().order(new Order.Focus(focus));
        run.control().resume();
        assertThat(Script.finished(run).fold().visits(focus) - before).isEqualTo(5);
    }

    @Test
    void anImpossibleOrderIsRefusedAndTheSearchGoesOn() throws Exception {
        var run = held(3);
        run.control().order(new Order.Ban(Tree.ROOT, true));
        until(run, tree -> tree.message().contains("question itself"));
        run.control().order(new Order.SetPrior(1, 7));
        until(run, tree -> tree.message().contains("between 0 and 1"));
        run.control().order(new Order.ForceToken(999, 0, 0));
        until(run, tree -> tree.message().contains("no node 999"));
        run.control().resume();
        assertThat(Script.finished(run).fold().simulations()).isEqualTo(3);
    }

    @Test
    void breakpointsHoldTheSearchAndSayWhy() throws Exception {
        assertHeld("wrong", "ends in a wrong answer: 120");
        assertHeld("depth:3", "A path has reached depth 3.");
        assertHeld("confidence<0.6", "Confidence below 0.60 for 1 token");
        assertHeld("confidence<0.6x4", "Confidence below 0.60 for 4 tokens");
        assertHeld("text:80 = \\d+", "has written what matches");
        assertHeld("value<0.6", "has fallen to 0.500");
    }

    private static void assertHeld(String breakpoint, String why) throws InterruptedException {
        var run = Script.thinker().start(request(12).withPaused(true), "160");
        run.breakpoints().accept(List.of(breakpoint));
        run.control().resume();
        var tree = until(run, now -> now.state() == Tree.State.PAUSED && !now.message().isEmpty());
        assertThat(tree.message()).contains(why);
        run.breakpoints().accept(List.of());
        run.control().resume();
        assertThat(Script.finished(run).fold().state()).isEqualTo(Tree.State.FINISHED);
    }

    @Test
    void aBreakpointOnATokenHoldsAtThatVeryToken() throws Exception {
        var run = Script.thinker().start(request(12).withPaused(true));
        run.breakpoints().accept(List.of("text:80"));
        run.control().resume();
        var tree = until(run, now -> now.state() == Tree.State.PAUSED && now.message().contains("80"));
        assertThat(tree.branches())
                .filteredOn(branch -> dev.thoughtscope.engine.TokenStep.text(branch.tokens()).contains("80"))
                .isNotEmpty()
                .allMatch(branch -> branch.tokens().getLast().piece().text().contains("80"));
        run.control().stop();
    }

    @Test
    void aBreakpointThatCannotBeIsRefused() throws Exception {
        var run = held(2);
        assertThatThrownBy(() -> run.breakpoints().accept(List.of("text:(")))
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> run.breakpoints().accept(List.of("confidence<0")))
                .hasMessageContaining("can never be");
        assertThatThrownBy(() -> run.breakpoints().accept(List.of("moon"))).hasMessageContaining("write confidence<0.5");
        run.control().stop();
    }

    @Test
    void aChangedRunReplaysFromItsFileToTheSameTree(@TempDir Path folder) throws Exception {
        var run = held(6);
        int old = run.log().fold().children(Tree.ROOT).getFirst();
        run.control().order(new Order.Edit(old, "Guess.\n"));
        run.control().order(new Order.AddThought(node(run.log().fold(), "40 +"), "Think of it in minutes.\n"));
        run.control().resume();
        var log = Script.finished(run);
        LogFile.write(log, folder.resolve("edited.thoughts"));
        assertThat(LogFile.read(folder.resolve("edited.thoughts")).log().fold().sameAs(log.fold())).isTrue();
        assertThat(log.fold().kind(node(log.fold(), "Think of it"))).isEqualTo(NodeKind.PERSON);
    }

    @Test
    void aRunGoesOnFromItsEndAndFromItsPast() throws Exception {
        var thinker = Script.thinker();
        var first = Script.finished(thinker.start(request(4)));
        var more = Script.finished(thinker.goOn(first, first.size(), request(3)));
        assertThat(more.fold().simulations()).isEqualTo(7);
        assertThat(more.read(0, first.size())).isEqualTo(first.read(0, first.size()));
        int middle = first.size() / 2;
        var past = Script.finished(thinker.goOn(first, middle, request(2)));
        assertThat(past.fold(middle).sameAs(first.fold(middle))).isTrue();
        assertThat(past.fold().simulations()).isGreaterThanOrEqualTo(2);
        assertThat(past.fold().branches()).allMatch(branch -> branch.end().isPresent());
    }
}
