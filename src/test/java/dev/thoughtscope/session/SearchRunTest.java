package dev.thoughtscope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thoughtscope.engine.ScriptedEngine;
import dev.thoughtscope.reasoning.Dialect;
import dev.thoughtscope.search.Event;
import dev.thoughtscope.search.NodeKind;
import dev.thoughtscope.search.Outcome;
import dev.thoughtscope.search.Tree;
import dev.thoughtscope.search.TreeText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// Whole searches on an engine that says what it is told.
class SearchRunTest {
    private static RunRequest request(int rollouts, boolean reflect) {
        return new RunRequest("How long?", "step", rollouts, 4, 2, 200, 1, 7, reflect, false);
    }

    private static List<Event> events(EventLog log) {
        return log.read(0, log.size()).stream().map(Recorded::event).filter(e -> !(e instanceof Event.RunStarted)).toList();
    }

    @Test
    void aQuestionBecomesATreeWithTheRightAnswer() throws Exception {
        var log = Script.finished(Script.thinker().start(request(8, false), "160"));
        assertThat(TreeText.of(log.fold()))
                .isEqualTo(
                        """
                        0.700 ×8 * How long?
                        ├─ 0.900 ×4 * Add first.
                        │  └─ 0.900 ×4 * 40 + 20 = 60.
                        │     └─ 0.900 ×4 * 60 + 100 = 160.
                        │        └─ 0.900 ×4 * The answer is 160.
                        │           └─ 0.900 ×4 * </Thought> ⏎ <Output>The answer is 160.</Output>  = 160 (right)
                        └─ 0.500 ×4 Guess.
                           └─ 0.500 ×4 40 + 80 = 120.
                              └─ 0.500 ×4 The answer is 120.
                                 └─ 0.500 ×4 </Thought> ⏎ <Output>The answer is 120.</Output>  = 120 (wrong)
                        """);
    }

    /// Equal texts are one node, and yet each sample has its vote.
    @Test
    void aTextThatTheModelOftenWritesIsFollowedAsOften() throws Exception {
        int uneven = 0;
        for (long seed = 1; seed <= 12; seed++) {
            var request = new RunRequest("How long?", "step", 4, 4, 2, 200, 1, seed, false, false);
            var tree = Script.finished(Script.thinker().start(request, "160")).fold();
            var children = tree.children(Tree.ROOT);
            assertThat(children.stream().mapToInt(tree::samples).sum()).as("samples of the first step").isEqualTo(4);
            assertThat(children).allSatisfy(child -> assertThat(tree.visits(child)).isEqualTo(tree.samples(child)));
            uneven += children.size() == 2 && tree.samples(children.getFirst()) != 2 ? 1 : 0;
        }
        assertThat(uneven).as("runs with one step thrice and the other once").isPositive();
    }

    @Test
    void foldOfTheLogIsTheLiveTreeAndEveryPrefixIsATree() throws Exception {
        var log = Script.finished(Script.thinker().start(request(6, true)));
        var stepwise = new Tree();
        for (int length = 0; length < log.size(); length++) {
            assertThat(log.fold(length).sameAs(stepwise)).isTrue();
            stepwise.apply(log.get(length).event());
        }
        assertThat(log.fold().sameAs(stepwise)).isTrue();
    }

    @Test
    void theSameSeedGivesTheSameEvents() throws Exception {
        var one = events(Script.finished(Script.thinker().start(request(12, true))));
        var other = events(Script.finished(Script.thinker().start(request(12, true))));
        assertThat(other).isEqualTo(one);
    }

    @Test
    void reflectionTellsTheAnswerBeforeAndAfter() throws Exception {
        var tree = Script.finished(Script.thinker().start(request(8, true))).fold();
        assertThat(tree.message()).isEqualTo("BUDGET_SPENT");
        var mended = new ArrayList<Event.Reflected>();
        for (int node = 0; node < tree.size(); node++) {
            if (tree.kind(node) == NodeKind.REFLECTION) {
                assertThat(tree.text(node)).isEqualTo(Dialect.WAIT + "\n");
                tree.reflection(node).filter(r -> r.before().equals("120")).ifPresent(mended::add);
            }
        }
        assertThat(mended).isNotEmpty().allMatch(reflected -> reflected.after().equals("160"));
    }

    @Test
    void miniStepsHoldAFixedNumberOfTokens() throws Exception {
        var request = new RunRequest("How long?", "mini-step-3", 4, 2, 1, 200, 1, 7, false, false);
        var tree = Script.finished(Script.thinker().start(request)).fold();
        int full = 0;
        for (int node = 1; node < tree.size(); node++) {
            assertThat(tree.isTerminal(node) || tree.tokens(node).size() <= 3).isTrue();
            full += tree.tokens(node).size() == 3 ? 1 : 0;
        }
        assertThat(full).isGreaterThan(2);
    }

    @Test
    void visitsOfTheRootAreTheSimulations() throws Exception {
        var tree = Script.finished(Script.thinker().start(request(9, false))).fold();
        assertThat(tree.visits(Tree.ROOT)).isEqualTo(9);
        assertThat(tree.simulations()).isEqualTo(9);
        assertThat(Outcome.of(tree).winner().orElseThrow().answer()).isEqualTo("160");
    }

    @Test
    void stepLetsOneSimulationThrough() throws Exception {
        var run = Script.thinker().start(request(9, false).withPaused(true));
        Thread.sleep(50);
        assertThat(run.log().fold().simulations()).isZero();
        run.control().step();
        Thread.sleep(50);
        assertThat(run.log().fold().simulations()).isEqualTo(1);
        assertThat(run.log().fold().state()).isEqualTo(Tree.State.PAUSED);
        run.control().resume();
        assertThat(Script.finished(run).fold().simulations()).isEqualTo(9);
    }

    @Test
    void stopEndsABranchThatWouldGoOnForLong() throws Exception {
        try (var threads = Executors.newCachedThreadPool()) {
            var slow = ScriptedEngine.of(
                    (prefix, sampling) -> {
                        sleep(150);
                        return Script.words("on and on and on\n".repeat(20), 0.5);
                    },
                    threads);
            var run = new Thinker(slow, Dialect.MARCO_O1, List.of()).start(RunRequest.of("Endless?"));
            Thread.sleep(60);
            run.control().stop();
            Script.finished(run);
            var tree = run.log().fold();
            assertThat(tree.state()).isEqualTo(Tree.State.FINISHED);
            assertThat(tree.message()).isEqualTo("STOPPED");
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anEmptyQuestionAndOneTooLongAreToldInASentence() {
        assertThatThrownBy(() -> Script.thinker().start(RunRequest.of("  ")))
                .hasMessage("The question is empty: type one, or choose a sample.");
        assertThatThrownBy(() -> Script.thinker().start(RunRequest.of("word ".repeat(5000))))
                .hasMessageContaining("too long for this model")
                .hasMessageContaining("4096");
    }

    @Test
    void anUnknownActionIsRefused() {
        var request = new RunRequest("How long?", "leap", 4, 2, 1, 200, 1, 7, false, false);
        assertThatThrownBy(() -> Script.thinker().start(request)).hasMessageContaining("choose step, mini-step-64");
    }

    private static RunRequest with(SearchOptions options) {
        return new RunRequest("How long?", "step", 12, 4, 2, 200, 1, 7, false, false, options);
    }

    private static SearchOptions options(String method, String selection, String reward, boolean earlyStop) {
        return new SearchOptions(method, selection, 0, reward, 0, 0, earlyStop);
    }

    @Test
    void beamKeepsTheBestWays() throws Exception {
        var tree = Script.finished(Script.thinker().start(with(options("beam", "uct", "confidence", false)))).fold();
        assertThat(tree.simulations()).isEqualTo(2);
        assertThat(Outcome.of(tree).winner().orElseThrow().answer()).isEqualTo("160");
    }

    @Test
    void bestOfNWalksEachWayFromTheQuestion() throws Exception {
        var tree = Script.finished(Script.thinker().start(with(options("best-of", "uct", "confidence", false)))).fold();
        assertThat(tree.visits(Tree.ROOT)).isEqualTo(12);
        assertThat(tree.branches()).hasSize(12).allMatch(branch -> branch.purpose() == Event.Purpose.ROLLOUT);
        assertThat(Outcome.of(tree).byValue().getLast()).matches(end -> tree.found(end).orElseThrow().answer().equals("160"));
    }

    @Test
    void everySelectionFindsTheAnswer() throws Exception {
        for (String selection : List.of("uct", "marco-uct", "reasoners-uct", "puct")) {
            var tree = Script.finished(Script.thinker().start(with(options("mcts", selection, "confidence", false)))).fold();
            assertThat(Outcome.of(tree).winner().orElseThrow().answer()).isEqualTo("160");
        }
    }

    @Test
    void aCheckersRewardIsItsVerdict() throws Exception {
        var tree = Script.finished(Script.thinker().start(with(options("mcts", "uct", "checker", false)), "160")).fold();
        for (var votes : Outcome.of(tree).votes()) {
            assertThat(votes.meanValue()).isEqualTo(votes.answer().equals("160") ? 1 : 0);
        }
    }

    @Test
    void aDecidedVoteEndsTheSearchEarly() throws Exception {
        var tree = Script.finished(Script.thinker().start(with(options("mcts", "uct", "confidence", true)))).fold();
        assertThat(tree.message()).isEqualTo("DECIDED");
        assertThat(tree.simulations()).isLessThan(12);
    }
}
