package dev.thoughtscope.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.reasoning.Dialect;
import dev.thoughtscope.search.TreeText;
import org.junit.jupiter.api.Test;

/// The tree that each family's text becomes.
class DialectTreesTest {
    private static String tree(Dialect dialect, String right, String wrong) throws InterruptedException {
        var request = new RunRequest("How long?", "step", 6, 4, 2, 200, 1, 7, false, false);
        return TreeText.of(Script.finished(Families.thinker(dialect, right, wrong).start(request, "160")).fold());
    }

    @Test
    void marcoO1() throws Exception {
        assertThat(tree(
                        Dialect.MARCO_O1,
                        "40 + 20 = 60.\n60 + 100 = 160.\n</Thought>\n<Output>The answer is 160.</Output>",
                        "40 + 80 = 120.\n</Thought>\n<Output>The answer is 120.</Output>"))
                .isEqualTo(
                        """
                        0.767 ×6 * How long?
                        ├─ 0.900 ×4 * 40 + 20 = 60.
                        │  └─ 0.900 ×4 * 60 + 100 = 160.
                        │     └─ 0.900 ×4 * </Thought> ⏎ <Output>The answer is 160.</Output>  = 160 (right)
                        └─ 0.500 ×2 40 + 80 = 120.
                           └─ 0.500 ×2 </Thought> ⏎ <Output>The answer is 120.</Output>  = 120 (wrong)
                        """);
    }

    @Test
    void openO1() throws Exception {
        assertThat(tree(
                        Dialect.OPEN_O1,
                        "Alright, 40 + 20 = 60.\n\n60 + 100 = 160.\n</Thought>\n<Output>\n160 minutes\n</Output>",
                        "40 + 80 = 120.\n</Thought>\n<Output>\n120 minutes\n</Output>"))
                .isEqualTo(
                        """
                        0.767 ×6 * How long?
                        ├─ 0.900 ×4 * Alright, 40 + 20 = 60.
                        │  └─ 0.900 ×4 * 60 + 100 = 160.
                        │     └─ 0.900 ×4 * </Thought> ⏎ <Output> ⏎ 160 minutes ⏎ </Output>  = 160 minutes (right)
                        └─ 0.500 ×2 40 + 80 = 120.
                           └─ 0.500 ×2 </Thought> ⏎ <Output> ⏎ 120 minutes ⏎ </Output>  = 120 minutes (wrong)
                        """);
    }

    @Test
    void deepSeekR1() throws Exception {
        assertThat(tree(
                        Dialect.DEEPSEEK_R1,
                        "Okay, 40\n+ 20 = 60.\n\nThen 60 + 100 = 160.\n</think>\n\nIt takes\n\\boxed{160} minutes.",
                        "\n</think>\n\n\\boxed{120}"))
                .isEqualTo(
                        """
                        0.767 ×6 * How long?
                        ├─ 0.900 ×4 * Okay, 40 ⏎ + 20 = 60.
                        │  └─ 0.900 ×4 * Then 60 + 100 = 160.
                        │     └─ 0.900 ×4 * </think> ⏎ It takes ⏎ \\boxed{160} minutes.  = 160 (right)
                        └─ 0.500 ×2 </think> ⏎ \\boxed{120}  = 120 (wrong)
                        """);
    }

    @Test
    void qwq() throws Exception {
        assertThat(tree(
                        Dialect.QWQ,
                        "So 40 + 20 = 60.\n\nAnd 60 + 100 = 160.\n\n**Final Answer**\n\n\\boxed{160}",
                        "So 40 + 80 = 120.\n\n\\boxed{120}"))
                .isEqualTo(
                        """
                        0.767 ×6 * How long?
                        ├─ 0.900 ×4 * So 40 + 20 = 60.
                        │  └─ 0.900 ×4 * And 60 + 100 = 160.
                        │     └─ 0.900 ×4 * **Final Answer**
                        │        └─ 0.900 ×4 * \\boxed{160}  = 160 (right)
                        └─ 0.500 ×2 So 40 + 80 = 120.
                           └─ 0.500 ×2 \\boxed{120}  = 120 (wrong)
                        """);
    }

    @Test
    void quietStar() throws Exception {
        assertThat(tree(
                        Dialect.QUIET_STAR,
                        "40 and 20 is<|startofthought|> sixty, 60<|endofthought|> 60.\nWith 100 it is 160.",
                        "40 and 80<|startofthought|> 999<|endofthought|> is 120."))
                .isEqualTo(
                        """
                        0.767 ×6 * How long?
                        ├─ 0.900 ×4 * 40 and 20 is<|startofthought|> sixty, 60<|endofthought|> 60.
                        │  └─ 0.900 ×4 * With 100 it is 160.  = 160 (right)
                        └─ 0.500 ×2 40 and 80<|startofthought|> 999<|endofthought|> is 120.  = 120 (wrong)
                        """);
    }

    @Test
    void quietStarsCode() throws Exception {
        assertThat(tree(
                        Dialect.QUIET_STAR_CODE,
                        "40 and 120 is<|startthought|> 1000<|endthought|> 160.",
                        "40 and 80 is<|startthought|> never closed 160"))
                .isEqualTo(
                        """
                        0.700 ×4 * How long?
                        ├─ 0.900 ×2 * 40 and 120 is<|startthought|> 1000<|endthought|> 160.  = 160 (right)
                        └─ 0.500 ×2 40 and 80 is<|startthought|> never closed 160  = 80 (wrong)
                        """);
    }

    @Test
    void hiddenReasoning() throws Exception {
        assertThat(tree(Dialect.O1, "It takes 160 minutes.", "It takes 120 minutes."))
                .isEqualTo(
                        """
                        0.700 ×4 * How long?
                        ├─ 0.900 ×2 * It takes 160 minutes.  = 160 (right)
                        └─ 0.500 ×2 It takes 120 minutes.  = 120 (wrong)
                        """);
    }

    @Test
    void chainOfThought() throws Exception {
        assertThat(tree(
                        Dialect.CHAIN_OF_THOUGHT,
                        "40 + 20 = 60.\n60 + 100 = 160.\nThe answer is 160.",
                        "40 + 80 = 120.\nThe answer is 120."))
                .isEqualTo(
                        """
                        0.767 ×6 * How long?
                        ├─ 0.900 ×4 * 40 + 20 = 60.
                        │  └─ 0.900 ×4 * 60 + 100 = 160.
                        │     └─ 0.900 ×4 * The answer is 160.  = 160 (right)
                        └─ 0.500 ×2 40 + 80 = 120.
                           └─ 0.500 ×2 The answer is 120.  = 120 (wrong)
                        """);
    }
}
