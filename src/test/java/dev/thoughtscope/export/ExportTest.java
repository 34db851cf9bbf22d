package dev.thoughtscope.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.thoughtscope.engine.Alternative;
import dev.thoughtscope.engine.Piece;
import dev.thoughtscope.engine.StopReason;
import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.search.Event;
import dev.thoughtscope.search.NewNode;
import dev.thoughtscope.search.NodeKind;
import dev.thoughtscope.search.RunInfo;
import dev.thoughtscope.search.Span;
import dev.thoughtscope.search.Tree;
import dev.thoughtscope.search.Verdict;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

/// A tree whose texts hold every sign that a format could take for its own.
class ExportTest {
    private static final String NASTY = "=1+1 \"quoted\", <b>&amp;</b> \\ *bold* [x](y) \u0007 a\nb";
    private final Tree tree = tree();

    private static Tree tree() {
        var tree = new Tree();
        tree.apply(new Event.RunStarted(new RunInfo(
                "What is <2> & \"2\"?", "prompt", "4", new TreeMap<>(), new TreeMap<>(), 3, 0)));
        node(tree, 1, 0, NASTY, NodeKind.STEP, false);
        node(tree, 2, 1, "Wait! <Thought>", NodeKind.REFLECTION, false);
        node(tree, 3, 2, "</Thought><Output>1. It is 4</Output>", NodeKind.STEP, true);
        node(tree, 4, 0, "+cmd|' /C calc'!A0", NodeKind.PERSON, false);
        tree.apply(new Event.AnswerFound(3, "4", Verdict.RIGHT));
        tree.apply(new Event.BackedUp(0, List.of(0, 1, 2, 3), 0.75));
        return tree;
    }

    private static void node(Tree tree, int id, int parent, String text, NodeKind kind, boolean terminal) {
        var piece = Piece.of(text);
        int branch = id - 1;
        tree.apply(new Event.BranchStarted(branch, parent, Event.Purpose.EXPANSION));
        tree.apply(new Event.TokensGenerated(
                branch, List.of(new TokenStep(id, piece, -0.1, List.of(new Alternative(id, piece, -0.1)), 0, true))));
        tree.apply(new Event.BranchEnded(branch, StopReason.STOP_STRING));
        tree.apply(new Event.NodesAdded(List.of(new NewNode(id, parent, kind, new Span(branch, 0, 1), 0.5, 0.9, terminal))));
    }

    private String text(ExportFormat format) {
        return format.write(tree, ExportStyle.USUAL);
    }

    @Test
    void svgIsXmlWithACardForEachNode() throws Exception {
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text(ExportFormat.SVG).getBytes(StandardCharsets.UTF_8)));
        var titles = document.getElementsByTagName("title");
        assertThat(titles.getLength()).isEqualTo(tree.size() + 1);
        assertThat(titles.item(0).getTextContent()).isEqualTo("What is <2> & \"2\"?");
        assertThat(titles.item(2).getTextContent()).isEqualTo(NASTY.replace("\u0007", ""));
        assertThat(document.getElementsByTagName("b").getLength()).isZero();
    }

    @Test
    void csvKeepsEveryTextAndNoFormula() {
        String csv = text(ExportFormat.CSV);
        assertThat(csv).contains("\" =1+1 \"\"quoted\"\", <b>&amp;</b> \\ *bold* [x](y) \u0007 a\nb\"");
        assertThat(csv).contains("\" +cmd|' /C calc'!A0\"");
        assertThat(csv.split("\r\n")).hasSize(tree.size() + 1);
        assertThat(csv).contains("3,2,3,step,1,0.750000,0.900000,0.500000,true,\"4\",right,,1,false,");
    }

    @Test
    void jsonHoldsTheWholeTree() throws Exception {
        var json = new ObjectMapper().readTree(text(ExportFormat.JSON));
        assertThat(json.path("question").asText()).isEqualTo("What is <2> & \"2\"?");
        assertThat(json.path("answer").asText()).isEqualTo("4");
        assertThat(json.path("nodes")).hasSize(tree.size());
        assertThat(json.path("nodes").path(1).path("text").asText()).isEqualTo(NASTY);
        assertThat(json.path("nodes").path(3).path("parent").asInt()).isEqualTo(2);
        assertThat(json.path("nodes").path(0).path("parent").isNull()).isTrue();
    }

    @Test
    void dotQuotesWhatIsInALabel() {
        String dot = text(ExportFormat.DOT);
        assertThat(dot).contains("=1+1 \\\"quoted\\\"").contains("n2 -> n3").contains("shape=octagon").contains("= 4 ✓");
        for (String line : dot.split("\n")) {
            int quotes = line.replace("\\\\", "").replace("\\\"", "").replaceAll("[^\"]", "").length();
            assertThat(quotes % 2).as(line).isZero();
        }
    }

    @Test
    void markdownTellsTheWayToTheAnswerAndNothingInItIsMarkup() {
        String markdown = text(ExportFormat.MARKDOWN);
        assertThat(markdown)
                .startsWith("# What is \\<2\\> \\& \"2\"?\n")
                .contains("1. \\=1+1 \"quoted\", \\<b\\>\\&amp;\\</b\\> \\\\ \\*bold\\* \\[x\\](y)")
                .contains("2. **Reflection:** Wait!")
                .contains("3. 1\\. It is 4 *(value 0.750, 1 visit)*")
                .contains("**Answer: 4** (right)");
    }

    @Test
    void theWayToAnotherNodeCanBeWritten() {
        var markdown = ExportFormat.MARKDOWN.write(tree, new ExportStyle("cividis", true, 4));
        assertThat(markdown).contains("**A person wrote:** \\+cmd").doesNotContain("Answer");
    }

    @Test
    void aFormatIsKnownByItsEnding() {
        assertThat(ExportFormat.of("A Tree.SVG")).contains(ExportFormat.SVG);
        assertThat(ExportFormat.of("tree.doc")).isEmpty();
    }

    @Test
    void whatCannotBeWrittenIsASentence() {
        assertThatThrownBy(() -> ExportFormat.SVG.write(new Tree(), ExportStyle.USUAL))
                .hasMessage("The run holds no tree yet: there is nothing to export.");
        assertThatThrownBy(() -> ExportFormat.MARKDOWN.write(tree, new ExportStyle("viridis", false, 9)))
                .hasMessage("There is no node 9: the tree has 5, numbered from 0.");
    }

    @Test
    void linesBreakAtSpacesAndEndWithAnEllipsis() {
        assertThat(TextLines.of("one two three four", 8, 5)).containsExactly("one two", "three", "four");
        assertThat(TextLines.of("one two three four", 8, 2)).containsExactly("one two", "three…");
        assertThat(TextLines.of("abcdefghij", 4, 2)).containsExactly("abcd", "efg…");
    }
}
