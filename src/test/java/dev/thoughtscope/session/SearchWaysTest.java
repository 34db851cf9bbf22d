package dev.thoughtscope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thoughtscope.engine.ScriptedEngine;
import dev.thoughtscope.reasoning.Dialect;
import dev.thoughtscope.search.Event;
import dev.thoughtscope.search.NodeKind;
import dev.thoughtscope.search.Outcome;
import dev.thoughtscope.search.Tree;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Widening, depth, budgets, sampling, reflection where the model is unsure.
class SearchWaysTest {
    /// Every branch says something of its own.
    private static Thinker manyVoices() {
        var engine = ScriptedEngine.byLines((prefix, sampling) -> {
            int lines = prefix.substring(prefix.lastIndexOf("<Thought>")).split("\n", -1).length;
            String voice = Long.toHexString(sampling.seed() & 0xffff);
            return Families.words(
                    lines > 4 ? "</Thought>\n<Output>7</Output>" : ("say " + voice + "\n").repeat(5 - lines) + "</Thought>\n<Output>7</Output>",
                    0.8);
        });
        return new Thinker(engine, Dialect.MARCO_O1, List.of());
    }

    private static Tree tree(Thinker thinker, int rollouts, int width, boolean reflect, SearchOptions options)
            throws InterruptedException {
        var request = new RunRequest("How long?", "step", rollouts, width, 1, 200, 1, 7, reflect, false, options);
        return Script.finished(thinker.start(request, "160")).fold();
    }

    private static SearchOptions options(double widening, int depth, double reflectBelow) {
        return new SearchOptions("mcts", "uct", 0, "confidence", 0, 0, false, widening, depth, reflectBelow, 0, -1);
    }

    @Test
    void childrenGrowWithVisits() throws Exception {
        var fixed = tree(manyVoices(), 30, 2, false, options(0, 0, 0));
        assertThat(expansions(fixed)).isEqualTo(2);
        var growing = tree(manyVoices(), 30, 2, false, options(0.5, 0, 0));
        assertThat(expansions(growing)).isEqualTo((int) Math.ceil(2 * Math.sqrt(29)));
        assertThat(growing.simulations()).isEqualTo(30);
    }

    private static long expansions(Tree tree) {
        return tree.branches().stream()
                .filter(branch -> branch.node() == Tree.ROOT && branch.purpose() == Event.Purpose.EXPANSION)
                .count();
    }

    @Test
    void beyondTheDepthNothingIsExpanded() throws Exception {
        var tree = tree(manyVoices(), 30, 2, false, options(0, 2, 0));
        assertThat(tree.isExpanded(Tree.ROOT)).isTrue();
        for (int node = 0; node < tree.size(); node++) {
            assertThat(tree.isExpanded(node) && tree.depth(node) >= 2).isFalse();
        }
    }

    @Test
    void theTokenBudgetEndsTheSearch() throws Exception {
        var options = new SearchOptions("mcts", "uct", 0, "confidence", 40, 0, false);
        var tree = tree(manyVoices(), 1000, 2, false, options);
        assertThat(tree.message()).isEqualTo("BUDGET_SPENT");
        assertThat(tree.generatedTokens()).isBetween(40L, 120L);
        assertThat(tree.simulations()).isLessThan(20);
    }

    @Test
    void samplesChooseTheMostFrequentAnswerAndBestOfNTheMostValued() throws Exception {
        var engine = ScriptedEngine.byLines((_, sampling) -> {
            boolean often = Math.floorMod(sampling.seed(), 4) != 0;
            return Families.words("so\n</Thought>\n<Output>" + (often ? "120" : "160") + "</Output>", often ? 0.3 : 0.95);
        });
        var thinker = new Thinker(engine, Dialect.MARCO_O1, List.of());
        var sample = tree(thinker, 24, 4, false, new SearchOptions("sample", "uct", 0, "confidence", 0, 0, false));
        var best = tree(thinker, 24, 4, false, new SearchOptions("best-of", "uct", 0, "confidence", 0, 0, false));
        assertThat(Outcome.of(sample).winner().orElseThrow().answer()).isEqualTo("120");
        assertThat(Outcome.of(best).winner().orElseThrow().answer()).isEqualTo("160");
        assertThat(sample.isExpanded(Tree.ROOT)).isFalse();
    }

    @Test
    void afterAnUnsureStepTheModelThinksAgain() throws Exception {
        var tree = tree(Script.thinker(), 8, 4, false, options(0, 0, 0.6));
        int mended = 0;
        for (int node = 1; node < tree.size(); node++) {
            if (tree.kind(node) == NodeKind.REFLECTION) {
                assertThat(tree.facts(tree.parent(node)).ownValue()).isLessThan(0.6);
                var told = tree.reflection(node).orElseThrow();
                mended += told.before().equals("120") && told.after().equals("160") ? 1 : 0;
            }
        }
        assertThat(mended).isPositive();
        assertThat(tree(Script.thinker(), 8, 4, false, options(0, 0, 0.4)).branches())
                .noneMatch(branch -> branch.purpose() == Event.Purpose.REFLECTION);
    }

    @Test
    void whatIsThoughtUnseenIsCountedBesideWhatIsShown() throws Exception {
        var engine = ScriptedEngine.byLines((_, _) -> Families.words("It takes 160 minutes.", 0.9)).hiding(50);
        var tree = tree(new Thinker(engine, Dialect.O1, List.of()), 3, 2, false,
                new SearchOptions("sample", "uct", 0, "confidence", 0, 0, false));
        assertThat(tree.branches()).hasSize(3);
        assertThat(tree.hiddenTokens()).isEqualTo(150);
        assertThat(tree.generatedTokens()).isEqualTo(15);
    }

    @Test
    void aQuestionThatFollowsARunSeesWhatWasSaidNotWhatWasThought() throws Exception {
        var thinker = Script.thinker();
        var first = Script.finished(thinker.start(RunRequest.of("How long?")));
        var next = Script.finished(thinker.start(RunRequest.of("How long?"), "", Conversation.of(first)));
        assertThat(next.fold().run().orElseThrow().prompt())
                .isEqualTo("<|user|> How long?\n<|assistant|> The answer is 160.\n<|user|> How long?\n<|assistant|><Thought>\n");
        var empty = new EventLog();
        empty.append(first.get(0));
        assertThatThrownBy(() -> Conversation.of(empty)).hasMessageContaining("found no answer");
    }

    @Test
    void whatCannotBeIsRefusedInASentence() {
        assertThatThrownBy(() -> options(3, 0, 0)).hasMessageContaining("Widening grows");
        assertThatThrownBy(() -> options(0, -1, 0)).hasMessageContaining("Depth counts steps");
        assertThatThrownBy(() -> options(0, 0, 2)).hasMessageContaining("between 0 and 1");
        assertThatThrownBy(() -> new SearchOptions("magic", "uct", 0, "confidence", 0, 0, false))
                .hasMessage("There is no method \"magic\": choose mcts, beam, best-of or sample.");
    }
}
