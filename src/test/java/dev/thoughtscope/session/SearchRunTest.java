package dev.thoughtscope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thoughtscope.engine.Sampling;
import dev.thoughtscope.engine.ScriptedEngine;
import dev.thoughtscope.engine.ScriptedEngine.ScriptedToken;
import dev.thoughtscope.reasoning.Dialect;
import dev.thoughtscope.search.Event;
import dev.thoughtscope.search.NodeKind;
import dev.thoughtscope.search.Outcome;
import dev.thoughtscope.search.Tree;
import dev.thoughtscope.search.TreeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// Whole searches on an engine that says what it is told.
class SearchRunTest {
    private static final String[][] WAYS = {
        {"Add first.\n", "40 + 20 = 60.\n", "60 + 100 = 160.\n", "The answer is 160.\n"},
        {"Guess.\n", "40 + 80 = 120.\n", "The answer is 120.\n"},
    };

    /// Writes one of two ways, chosen by the seed where they part; after a reflection always the first.
    private static List<ScriptedToken> script(String prefix, Sampling sampling) {
        String own = prefix.substring(prefix.lastIndexOf("<Thought>\n") + "<Thought>\n".length());
        boolean again = own.contains(Dialect.WAIT);
        String since = again ? own.substring(own.indexOf(Dialect.WAIT) + Dialect.WAIT.length()).stripLeading() : own;
        int way = again ? 0 : Math.floorMod(sampling.seed(), 3) == 0 ? 1 : 0;
        for (int i = 0; i < WAYS.length; i++) {
            if (!since.isEmpty() && since.startsWith(WAYS[i][0])) {
                way = i;
            }
        }
        String thought = String.join("", WAYS[way]);
        String whole = thought + "</Thought>\n<Output>The answer is " + (way == 0 ? "160" : "120") + ".</Output>";
        boolean goesOn = whole.startsWith(since) && !whole.equals(since);
        return !goesOn ? List.of() : words(whole.substring(since.length()), way == 0 ? 0.9 : 0.5);
    }

    private static List<ScriptedToken> words(String text, double probability) {
        var tokens = new ArrayList<ScriptedToken>();
        for (String word : text.split("(?<=\\n)|(?=\\n)|(?<=[^ ])(?= )")) {
            tokens.add(new ScriptedToken(word, probability, Map.of("?", 1 - probability)));
        }
        return tokens;
    }

    private static Thinker thinker() {
        return new Thinker(ScriptedEngine.of(SearchRunTest::script), Dialect.MARCO_O1, List.of());
    }

    private static EventLog finished(Run run) throws InterruptedException {
        for (int i = 0; !run.log().hasEnded() && i < 1000; i++) {
            Thread.sleep(10);
        }
        assertThat(run.log().hasEnded()).isTrue();
        return run.log();
    }

    private static RunRequest request(int rollouts, boolean reflect) {
        return new RunRequest("How long?", "step", rollouts, 4, 2, 200, 1, 7, reflect, false);
    }

    private static List<Event> events(EventLog log) {
        return log.read(0, log.size()).stream().map(Recorded::event).filter(e -> !(e instanceof Event.RunStarted)).toList();
    }

    @Test
    void aQuestionBecomesATreeWithTheRightAnswer() throws Exception {
        var log = finished(thinker().start(request(8, false), "160"));
        assertThat(TreeText.of(log.fold()))
                .isEqualTo(
                        """
                        0.750 ×8 * How long?
                        ├─ 0.900 ×5 * Add first.
                        │  └─ 0.900 ×5 * 40 + 20 = 60.
                        │     └─ 0.900 ×5 * 60 + 100 = 160.
                        │        └─ 0.900 ×5 * The answer is 160.
                        │           └─ 0.900 ×5 * </Thought> ⏎ <Output>The answer is 160.</Output>  = 160 (right)
                        └─ 0.500 ×3 Guess.
                           └─ 0.500 ×3 40 + 80 = 120.
                              └─ 0.500 ×3 The answer is 120.
                                 └─ 0.500 ×3 </Thought> ⏎ <Output>The answer is 120.</Output>  = 120 (wrong)
                        """);
    }

    @Test
    void foldOfTheLogIsTheLiveTreeAndEveryPrefixIsATree() throws Exception {
        var log = finished(thinker().start(request(6, true)));
        var stepwise = new Tree();
        for (int length = 0; length < log.size(); length++) {
            assertThat(log.fold(length).sameAs(stepwise)).isTrue();
            stepwise.apply(log.get(length).event());
        }
        assertThat(log.fold().sameAs(stepwise)).isTrue();
    }

    @Test
    void theSameSeedGivesTheSameEvents() throws Exception {
        var one = events(finished(thinker().start(request(12, true))));
        var other = events(finished(thinker().start(request(12, true))));
        assertThat(other).isEqualTo(one);
    }

    @Test
    void reflectionTellsTheAnswerBeforeAndAfter() throws Exception {
        var tree = finished(thinker().start(request(8, true))).fold();
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
        var tree = finished(thinker().start(request)).fold();
        int full = 0;
        for (int node = 1; node < tree.size(); node++) {
            assertThat(tree.isTerminal(node) || tree.tokens(node).size() <= 3).isTrue();
            full += tree.tokens(node).size() == 3 ? 1 : 0;
        }
        assertThat(full).isGreaterThan(2);
    }

    @Test
    void visitsOfTheRootAreTheSimulations() throws Exception {
        var tree = finished(thinker().start(request(9, false))).fold();
        assertThat(tree.visits(Tree.ROOT)).isEqualTo(9);
        assertThat(tree.simulations()).isEqualTo(9);
        assertThat(Outcome.of(tree).winner().orElseThrow().answer()).isEqualTo("160");
    }

    @Test
    void stepLetsOneSimulationThrough() throws Exception {
        var run = thinker().start(request(9, false).withPaused(true));
        Thread.sleep(50);
        assertThat(run.log().fold().simulations()).isZero();
        run.control().step();
        Thread.sleep(50);
        assertThat(run.log().fold().simulations()).isEqualTo(1);
        assertThat(run.log().fold().state()).isEqualTo(Tree.State.PAUSED);
        run.control().resume();
        assertThat(finished(run).fold().simulations()).isEqualTo(9);
    }

    @Test
    void stopEndsABranchThatWouldGoOnForLong() throws Exception {
        try (var threads = Executors.newCachedThreadPool()) {
            var slow = ScriptedEngine.of(
                    (prefix, sampling) -> {
                        sleep(150);
                        return words("on and on and on\n".repeat(20), 0.5);
                    },
                    threads);
            var run = new Thinker(slow, Dialect.MARCO_O1, List.of()).start(RunRequest.of("Endless?"));
            Thread.sleep(60);
            run.control().stop();
            finished(run);
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
        assertThatThrownBy(() -> thinker().start(RunRequest.of("  ")))
                .hasMessage("The question is empty: type one, or choose a sample.");
        assertThatThrownBy(() -> thinker().start(RunRequest.of("word ".repeat(5000))))
                .hasMessageContaining("too long for this model")
                .hasMessageContaining("4096");
    }

    @Test
    void anUnknownActionIsRefused() {
        var request = new RunRequest("How long?", "leap", 4, 2, 1, 200, 1, 7, false, false);
        assertThatThrownBy(() -> thinker().start(request)).hasMessageContaining("choose step, mini-step-64");
    }
}
