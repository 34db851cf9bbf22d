package dev.thoughtscope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.ScriptedEngine;
import dev.thoughtscope.engine.ScriptedEngine.ScriptedToken;
import dev.thoughtscope.reasoning.Dialect;
import dev.thoughtscope.search.NodeKind;
import dev.thoughtscope.search.Tree;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A running text is gone on with, behind a thought and without it.
@Timeout(20)
class RunningTextTest {
    private static final String TEXT = "six and seven make";
    private static final String THOUGHT = "<|startofthought|> 6 + 7 = 13<|endofthought|>";

    /// Right behind the thought, wrong without it.
    private static List<ScriptedToken> script(String prefix) {
        if (prefix.endsWith(" 13.") || prefix.endsWith(" 12.")) {
            return List.of();
        }
        return List.of(ScriptedToken.of(prefix.endsWith(THOUGHT) ? " 13." : " 12.", 0.9));
    }

    private final Thinker thinker =
            new Thinker(ScriptedEngine.of((prefix, _) -> script(prefix)), Dialect.MARCO_O1, List.of());

    private static RunRequest request() {
        return new RunRequest("", "step", 6, 2, 1, 100, 1, 1, false, false);
    }

    @Test
    void aThoughtIsAPersonsBranchBesideWhatTheModelSaysWithoutIt() throws Exception {
        var tree = Script.finished(thinker.goOnText(TEXT, THOUGHT, request())).fold();
        assertThat(tree.run().orElseThrow().prompt()).isEqualTo(TEXT);
        assertThat(tree.text(Tree.ROOT)).isEqualTo(TEXT);
        int thought = tree.children(Tree.ROOT).stream()
                .filter(child -> tree.kind(child) == NodeKind.PERSON)
                .findFirst()
                .orElseThrow();
        assertThat(tree.text(thought)).isEqualTo(THOUGHT);
        assertThat(tree.children(thought)).extracting(tree::text).containsOnly(" 13.");
        assertThat(tree.children(Tree.ROOT)).extracting(tree::text).contains(" 12.");
    }

    @Test
    void whatIsNoMarkedThoughtStandsOnALineOfItsOwn() throws Exception {
        var tree = Script.finished(thinker.goOnText(TEXT, "just words", request())).fold();
        assertThat(tree.children(Tree.ROOT)).extracting(tree::text).anyMatch(text -> text.equals("just words\n\n")
                || text.equals("just words\n"));
    }

    @Test
    void aTextThatDoesNotFitIsRefusedInASentence() {
        assertThatThrownBy(() -> thinker.goOnText("word ".repeat(5000), THOUGHT, request()))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("The text is too long for this model");
    }
}
