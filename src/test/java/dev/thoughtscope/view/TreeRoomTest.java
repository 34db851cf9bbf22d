package dev.thoughtscope.view;

import static dev.thoughtscope.view.Hand.fx;
import static dev.thoughtscope.view.Hand.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.session.RunRequest;
import dev.thoughtscope.view.shell.FileDialogs;
import dev.thoughtscope.view.shell.ShellView;
import dev.thoughtscope.view.theme.Palette;
import dev.thoughtscope.view.theme.Themes;
import dev.thoughtscope.viewmodel.FakeRun;
import dev.thoughtscope.viewmodel.FakeRunner;
import dev.thoughtscope.viewmodel.WindowModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person does with the picture of the tree: folds, walks, marks, saves.
class TreeRoomTest {
    @TempDir
    private Path folder;

    private WindowModel model;
    private Themes themes;
    private ShellView shell;
    private Stage stage;
    private AnimationTimer pump;

    @BeforeAll
    static void startToolkit() {
        Hand.startToolkit();
    }

    @BeforeEach
    void open() throws Exception {
        fx(() -> {
            model = new WindowModel(step -> Math.exp(step.logProb()));
            themes = new Themes();
            shell = new ShellView(model, themes, new SavesHere());
            stage = new Stage();
            stage.setScene(new Scene(shell.root(), 1280, 800));
            stage.show();
            pump = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (model.pump(6_000_000)) {
                        shell.tree().changed();
                    }
                    shell.frame(now / 1e9);
                }
            };
            pump.start();
            model.show(FakeRunner.log(new RunRequest(FakeRun.CARLA, "step", 6, 4, 4, 400, 1, 7, true, false)));
            model.pump(Long.MAX_VALUE / 2);
            shell.settle();
            shell.tree().requestFocus();
            return null;
        });
    }

    @AfterEach
    void close() throws Exception {
        fx(() -> {
            pump.stop();
            stage.close();
            shell.tree().close();
            return null;
        });
    }

    /// Files of any kind go into the test's folder.
    private final class SavesHere implements FileDialogs {
        @Override
        public Optional<Path> open(Window owner) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> save(Window owner, String name) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> save(Window owner, String name, String ending, String type) {
            return Optional.of(folder.resolve("tree." + ending));
        }
    }

    private void select(int node) throws Exception {
        fx(() -> {
            shell.tree().choose(node);
            return null;
        });
    }

    private int selected() {
        return model.inspector().selected().get();
    }

    @Test
    void aKeyFoldsASubtreeAndAnAnswerInItOpensItAgain() throws Exception {
        int all = fx(() -> shell.tree().boxesInSight());
        select(1);
        Hand.type(KeyCode.C);
        until(() -> model.tree().folds().isClosed(1) && shell.tree().boxesInSight() < all);
        assertThat(model.tree().folds().behind(1)).isPositive();
        int answer = fx(() -> {
            int node = model.outcome().get().answers().stream()
                    .flatMap(row -> row.nodes().stream())
                    .filter(end -> model.tree().path(end).contains(1))
                    .findFirst()
                    .orElseThrow();
            model.inspector().selected().set(node);
            return node;
        });
        until(() -> !model.tree().folds().isClosed(1) && shell.tree().selectedNode() == answer);
        assertThat(model.tree().folds().behind(1)).isZero();
    }

    @Test
    void onlyTheBestLinesAreDrawnAndThenAllAgain() throws Exception {
        int all = fx(() -> shell.tree().boxesInSight());
        Hand.type(KeyCode.V);
        until(() -> shell.tree().boxesInSight() < all / 2);
        Hand.type(KeyCode.V);
        until(() -> shell.tree().boxesInSight() == all);
    }

    @Test
    void shiftArrowsGoWhereWaysPart() throws Exception {
        select(1);
        Hand.chord(KeyCode.SHIFT, KeyCode.LEFT);
        until(() -> selected() == 0);
        Hand.type(KeyCode.RIGHT);
        until(() -> selected() > 0);
        int child = selected();
        Hand.chord(KeyCode.SHIFT, KeyCode.DOWN);
        until(() -> selected() != child);
        assertThat(model.tree().parent(selected())).isZero();
    }

    @Test
    void anArrowKeyCanBeGivenAway() throws Exception {
        fx(() -> {
            var walk = shell.commands().all().stream()
                    .filter(entry -> entry.command().id().equals("tree.walk.parent"))
                    .findFirst()
                    .orElseThrow();
            shell.commands().giveKey(walk, new dev.thoughtscope.view.page.Key("Y"));
            return null;
        });
        select(1);
        Hand.type(KeyCode.LEFT);
        Hand.frames(3);
        assertThat(selected()).isEqualTo(1);
        Hand.type(KeyCode.Y);
        until(() -> selected() == 0);
    }

    @Test
    void whyAnAnswerWasChosenIsToldAndTheForkIsShown() throws Exception {
        var fork = fx(() -> dev.thoughtscope.viewmodel.Reasons.of(model.outcome().get(), model.tree()))
                .orElseThrow()
                .fork()
                .orElseThrow();
        Hand.click(shell.root(), "#why");
        until(() -> shell.root().lookup(".why-card").isVisible());
        String told = fx(() -> ((javafx.scene.control.Label) shell.root().lookup(".why-card .label")).getText());
        assertThat(told).contains(String.valueOf(model.outcome().get().best().votes()), model.outcome().get().best().answer());
        Hand.click(shell.root(), "#why-show");
        until(() -> selected() == fork.node());
        Hand.click(shell.root(), "#why");
        until(() -> !shell.root().lookup(".why-card").isVisible());
    }

    @Test
    void breadcrumbsLeadBackToTheQuestion() throws Exception {
        fx(() -> {
            model.selectBest();
            return null;
        });
        Hand.click(shell.root(), "#crumbs .button");
        until(() -> selected() == 0);
    }

    @Test
    void theLegendOpensAndTellsNumbers() throws Exception {
        Hand.click(shell.root(), "#legend-all");
        until(() -> shell.root().lookup(".legend-card").isVisible());
        var words = fx(() -> shell.root().lookupAll(".legend-card .label").stream()
                .map(label -> ((javafx.scene.control.Label) label).getText())
                .toList());
        assertThat(words).anyMatch(text -> text.matches(".*all \\d+ simulations.*"));
    }

    @Test
    void theColoursCanBeChosen() throws Exception {
        fx(() -> {
            themes.settings().palette().set("magma");
            return null;
        });
        boolean dark = fx(() -> themes.look().get().dark());
        assertThat(fx(() -> themes.look().get().palette())).isEqualTo(dark ? Palette.MAGMA_LIFTED : Palette.MAGMA);
    }

    @Test
    void theTreeIsSavedInEveryFormat() throws Exception {
        for (String id : new String[] {"svg", "dot", "csv", "json", "markdown", "text", "png-tree"}) {
            fx(() -> {
                shell.commands().all().stream()
                        .filter(entry -> entry.command().id().equals("tree.export-" + id))
                        .forEach(entry -> entry.command().run());
                return null;
            });
        }
        for (String name : new String[] {"tree.svg", "tree.dot", "tree.csv", "tree.json", "tree.md", "tree.txt", "tree.png"}) {
            until(name, () -> Files.exists(folder.resolve(name)) && folder.resolve(name).toFile().length() > 100);
        }
        assertThat(model.trouble().get()).isEmpty();
        assertThat(colours(folder.resolve("tree.png"))).isGreaterThan(100);
    }

    private static long colours(Path png) throws Exception {
        try (var in = Files.newInputStream(png)) {
            var image = new javafx.scene.image.Image(in);
            var colours = new java.util.HashSet<Integer>();
            for (int y = 0; y < image.getHeight(); y += 3) {
                for (int x = 0; x < image.getWidth(); x += 3) {
                    colours.add(image.getPixelReader().getArgb(x, y));
                }
            }
            return colours.size();
        }
    }

    @Test
    void theLedgerOpens() throws Exception {
        Hand.click(shell.root(), "#ledger");
        until(() -> shell.root().lookupAll(".ledger .figure-cell").size() >= 12);
    }
}
