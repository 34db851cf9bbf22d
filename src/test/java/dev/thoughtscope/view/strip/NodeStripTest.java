package dev.thoughtscope.view.strip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.session.RunRequest;
import dev.thoughtscope.view.Hand;
import dev.thoughtscope.view.page.Key;
import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.view.theme.Palette;
import dev.thoughtscope.viewmodel.FakeRun;
import dev.thoughtscope.viewmodel.FakeRunner;
import dev.thoughtscope.viewmodel.TreeStrip;
import dev.thoughtscope.viewmodel.WindowModel;
import dev.thoughtscope.viewmodel.strip.FixedStrip;
import dev.thoughtscope.viewmodel.strip.StripBranch;
import dev.thoughtscope.viewmodel.strip.StripExport;
import dev.thoughtscope.viewmodel.strip.StripModel;
import dev.thoughtscope.viewmodel.strip.StripState;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The strip under the tree.
@Timeout(120)
class NodeStripTest {
    private WindowModel window;
    private StripModel page;
    private NodeStrip strip;
    private int shownOnPage;

    @BeforeAll
    static void toolkit() {
        Hand.startToolkit();
    }

    private void open() {
        window = new WindowModel(step -> Math.exp(step.logProb()));
        window.show(FakeRunner.log(new RunRequest(FakeRun.CARLA, "step", 6, 3, 4, 400, 1, 7, true, false)));
        window.pump(Long.MAX_VALUE / 2);
        page = new StripModel(new StripExport((_, _) -> {}));
        page.ready(new FixedStrip());
        strip = new NodeStrip(page, new TreeStrip(window), () -> shownOnPage++);
        strip.setLook(Look.dark(Palette.VIRIDIS));
    }

    private String title() {
        return ((Label) strip.root().lookup(".node-title")).getText();
    }

    /// Of the page and of the strip under the tree.
    private void settle() {
        long end = System.nanoTime() + 400_000_000;
        while (System.nanoTime() < end) {
            page.pump(1_000_000);
            Thread.onSpinWait();
        }
    }

    @Test
    void theSelectedNodeIsMeasuredWhenAskedForAndShownOnThePage() throws Exception {
        Hand.does(() -> {
            open();
            assertThat(strip.root().isVisible()).isFalse();
            strip.button().fire();
            assertThat(strip.root().isVisible()).isTrue();
            assertThat(strip.root().lookupAll(".banner .label")).anyMatch(label -> ((Label) label).getText().contains("node"));
            window.selectBest();
            int node = window.inspector().selected().get();
            strip.button().fire();
            settle();
            assertThat(title()).startsWith("Strip of node " + node);
            ((ToggleButton) strip.root().lookup(".toggle-button")).fire();
            strip.button().fire();
            settle();
            assertThat(title()).startsWith("Strip of the path to node " + node);
            assertThat(strip.root().lookup(".strip-canvas").getProperties()).containsKey(Key.OWN_LETTERS);
            strip.root().lookupAll(".button").stream()
                    .filter(button -> Words.get("under.page.tip").equals(button.getAccessibleText()))
                    .forEach(button -> ((javafx.scene.control.Button) button).fire());
            assertThat(shownOnPage).isEqualTo(1);
            assertThat(page.state().get()).isEqualTo(StripState.DONE);
            assertThat(page.origin().get().node()).isEqualTo(node);
        });
    }

    @Test
    void aThoughtOfATreeThatIsGoneNeedsAModelToGoOnWith() throws Exception {
        Hand.does(() -> {
            open();
            window.ready(new FakeRunner(0));
            var tie = new TreeStrip(window);
            window.inspector().selected().set(2);
            var node = tie.text().orElseThrow();
            assertThat(tie.path().orElseThrow().parts()).hasSizeGreaterThanOrEqualTo(1);
            assertThat(node.isOf(window.log().fold())).isTrue();
            window.show(FakeRunner.log(new RunRequest("Another?", "step", 2, 2, 2, 400, 1, 3, false, false)));
            window.pump(Long.MAX_VALUE / 2);
            assertThat(node.isOf(window.log().fold())).isFalse();
            tie.add(new StripBranch(Optional.of(node), node.upTo(0), 0, " hm"));
            assertThat(window.trouble().get()).startsWith("No text can be gone on with here");
        });
    }
}
