package dev.thoughtscope.view;

import static dev.thoughtscope.view.Hand.does;
import static dev.thoughtscope.view.Hand.fx;
import static dev.thoughtscope.view.Hand.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.session.LogFile;
import dev.thoughtscope.session.RunRequest;
import dev.thoughtscope.session.SavedRun;
import dev.thoughtscope.settings.Settings;
import dev.thoughtscope.view.page.Page;
import dev.thoughtscope.view.shell.ShellView;
import dev.thoughtscope.viewmodel.FakeRun;
import dev.thoughtscope.viewmodel.FakeRunner;
import dev.thoughtscope.viewmodel.log.LogLine;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What holds on every page: commands, keys, names, settings.
class ShellTest {
    @TempDir
    private Path folder;

    private WholeWindow window;

    @BeforeEach
    void open() throws Exception {
        window = WholeWindow.open();
        window.fill();
        does(() -> window.themes.choose(false));
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private String page() throws Exception {
        return fx(() -> window.shell.pages().current().map(Page::id).orElse(""));
    }

    private boolean isShown(String style) throws Exception {
        return fx(() -> Optional.ofNullable(window.shell.root().lookup(style)).map(Node::isVisible).orElse(false));
    }

    private void palette(String letters) throws Exception {
        Hand.chord(KeyCode.CONTROL, KeyCode.K);
        until("the palette", () -> window.shell.root().lookup("#palette-query").isFocused());
        does(() -> ((TextField) window.shell.root().lookup("#palette-query")).setText(letters));
    }

    @Test
    void aFewLettersFindACommandOfAnyPageAndEnterDoesIt() throws Exception {
        palette("fld mod");
        var list = fx(() -> (ListView<?>) window.shell.root().lookup("#palette-list"));
        window.picture("palette");
        assertThat(fx(() -> list.getItems().size())).isPositive();
        palette("");
        palette("go to: set");
        Hand.type(KeyCode.ENTER);
        until("the page", () -> window.shell.pages().current().filter(page -> page.id().equals("settings")).isPresent());
        assertThat(isShown(".palette-shade")).isFalse();
        assertThat(window.settings.recentCommands()).first().isEqualTo("go.settings");
        assertThat(window.kept).isNotEmpty();
    }

    @Test
    void buttonsOfThePageInViewAreOfferedToo() throws Exception {
        does(() -> window.shell.pages().show("models"));
        Hand.frames(3);
        palette("look again");
        var list = fx(() -> (ListView<?>) window.shell.root().lookup("#palette-list"));
        assertThat(fx(() -> list.getItems().getFirst().toString())).contains("Look again");
        Hand.type(KeyCode.ESCAPE);
    }

    @Test
    void theCommandUsedLastStandsFirst() throws Exception {
        does(() -> window.settings.used("theme"));
        palette("");
        var first = fx(() -> ((ListView<?>) window.shell.root().lookup("#palette-list")).getItems().getFirst());
        assertThat(first.toString()).contains("id=theme");
        Hand.type(KeyCode.ESCAPE);
        assertThat(isShown(".palette-shade")).isFalse();
    }

    @Test
    void everyCommandHasANameOfItsOwnAndNoTwoShareAKey() throws Exception {
        var ids = new HashSet<String>();
        for (var entry : fx(() -> window.shell.commands().all())) {
            assertThat(ids.add(entry.command().id())).as(entry.command().id()).isTrue();
            assertThat(entry.command().title()).isNotBlank();
            for (var key : entry.command().keys()) {
                assertThat(fx(() -> window.shell.commands().conflicts(entry, key)))
                        .as("%s by %s", entry.command().id(), key.name())
                        .isEmpty();
            }
        }
        assertThat(ids).hasSizeGreaterThan(40);
    }

    @Test
    void aKeyOfOnesOwnIsPressedKeptAndDoesItsCommand() throws Exception {
        does(() -> window.shell.pages().show("settings"));
        Hand.ready(window.shell.root(), "#key-fit");
        window.picture("settings");
        does(() -> ((Button) window.shell.root().lookup("#key-fit")).fire());
        Hand.type(KeyCode.P);
        until("the conflict", () -> window.shell.root().lookup(".told").isVisible());
        assertThat(fx(() -> ((Label) window.shell.root().lookup(".told")).getText())).startsWith("P ");
        assertThat(window.kept.getLast().keys()).containsEntry("fit", List.of("P")).containsEntry("pause", List.of());
        window.picture("settings-conflict");
        does(() -> {
            window.shell.pages().show("tree");
            window.shell.tree().steering().zoomBy(3);
        });
        double before = Hand.settled(() -> window.shell.tree().boundsOf(0)).getWidth();
        Hand.type(KeyCode.P);
        assertThat(Hand.settled(() -> window.shell.tree().boundsOf(0)).getWidth()).isNotEqualTo(before);
    }

    @Test
    void keysOfAnotherPageDoNothingHere() throws Exception {
        does(() -> window.shell.pages().show("settings"));
        boolean follows = fx(() -> window.model.follow().get());
        does(() -> window.shell.root().lookup(".settings-page").requestFocus());
        Hand.type(KeyCode.L);
        assertThat(fx(() -> window.model.follow().get())).isEqualTo(follows);
        Hand.chord(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertThat(page()).isEqualTo("tree");
        does(() -> window.shell.tree().requestFocus());
        Hand.type(KeyCode.L);
        assertThat(fx(() -> window.model.follow().get())).isNotEqualTo(follows);
    }

    @Test
    void everyControlThatTakesTheFocusHasANameOnEveryPage() throws Exception {
        for (var page : fx(() -> window.shell.pages().all())) {
            does(() -> window.shell.pages().show(page.id()));
            Hand.frames(3);
            assertThat(fx(() -> Names.missing(window.shell.root()))).as("page " + page.id()).isEmpty();
        }
        palette("");
        assertThat(fx(() -> Names.missing(window.shell.root()))).as("palette").isEmpty();
    }

    @Test
    void theTabKeyReachesEveryControlOfEveryPage() throws Exception {
        for (var page : fx(() -> window.shell.pages().all())) {
            does(() -> window.shell.pages().show(page.id()));
            Hand.frames(3);
            var all = fx(() -> Names.focusable(page.root()));
            var reached = new HashSet<Node>();
            for (int i = 0; i < all.size() + 40 && !reached.containsAll(all); i++) {
                Hand.does(() -> new Robot().keyType(KeyCode.TAB));
                reached.add(fx(() -> window.shell.root().getScene().getFocusOwner()));
            }
            assertThat(reached).as("page " + page.id()).containsAll(all);
        }
    }

    @Test
    void aScreenReaderHearsTheNodeThatIsSelected() throws Exception {
        does(() -> window.model.inspector().selected().set(1));
        String heard = fx(() -> window.shell.tree().getAccessibleText());
        assertThat(heard).contains(fx(() -> window.model.tree().text(1)).strip().substring(0, 8));
    }

    @Test
    void whatHappenedIsShownAndCopiedWithoutPrivateWords() throws Exception {
        does(() -> {
            window.log.add(new LogLine(Instant.now(), LogLine.Severity.FAILURE, "native.llama", "failed to read /home/anna/x.gguf"));
            window.model.trouble().set("There is no file /home/anna/y.gguf.");
        });
        Hand.click(window.shell.root(), "#whatHappened");
        until("the log", () -> window.shell.root().lookup(".log-card").getParent().isVisible());
        window.picture("log");
        does(() -> ((Button) window.shell.root().lookup("#copy-report")).fire());
        String report = fx(() -> Clipboard.getSystemClipboard().getString());
        assertThat(report).contains("version: 0.1.0").contains("x.gguf").contains("y.gguf").doesNotContain("anna");
        Hand.type(KeyCode.ESCAPE);
        until("the end", () -> !window.shell.root().lookup(".log-card").getParent().isVisible());
    }

    @Test
    void whatACrashLeftIsOfferedAndAFileChangedElsewhereToo() throws Exception {
        var log = FakeRunner.log(new RunRequest(FakeRun.CARLA, "step", 3, 4, 4, 400, 1, 7, true, false));
        var file = folder.resolve("left.thoughts");
        LogFile.write(log, file);
        does(() -> window.sessions.begin(Optional.of(new SavedRun(file, "How long does Carla wait?", Instant.now(), false))));
        window.picture("offer");
        int before = fx(() -> window.model.tree().nodes());
        Hand.click(window.shell.root(), "#offer-unfinished .accent");
        until("the run", () -> window.model.tree().nodes() != before && window.model.tree().nodes() > 1);
        assertThat(isShown("#offer-unfinished")).isFalse();
        Thread.sleep(1_100);
        LogFile.write(FakeRunner.log(new RunRequest(FakeRun.CARLA, "step", 6, 4, 4, 400, 1, 7, true, false)), file);
        until("the change", () -> window.shell.root().lookup("#offer-changed").isVisible());
        int old = fx(() -> window.model.tree().nodes());
        Hand.click(window.shell.root(), "#offer-changed .accent");
        until("the new run", () -> window.model.tree().nodes() > old);
    }

    @Test
    void theWholeWindowGrowsWithTheTextSize() throws Exception {
        double before = fx(() -> window.shell.root().lookup("#ask").localToScene(window.shell.root().lookup("#ask").getBoundsInLocal()).getHeight());
        does(() -> window.settings.textSize().set(150));
        Hand.frames(3);
        double after = fx(() -> window.shell.root().lookup("#ask").localToScene(window.shell.root().lookup("#ask").getBoundsInLocal()).getHeight());
        assertThat(after).isGreaterThan(before * 1.4);
        window.picture("text-150");
        assertThat(window.kept.getLast().textSize()).isEqualTo(150);
    }

    @Test
    void theThemeIsThatOfTheSettings() throws Exception {
        does(() -> window.settings.theme().set(Settings.Choice.ON));
        assertThat(fx(() -> window.themes.look().get().dark())).isTrue();
        window.picture("tree-dark");
        does(() -> window.settings.palette().set("cividis"));
        assertThat(fx(() -> window.themes.look().get().palette().name())).isEqualTo("CIVIDIS_LIFTED");
    }

    @Test
    void bothLanguagesHaveTheSameSentences() throws Exception {
        for (var name : List.of("shell/shell", "page/page", "settings/settings", "models/models")) {
            assertThat(keys(name + "_de.properties")).as(name).isEqualTo(keys(name + ".properties"));
        }
    }

    private static Set<Object> keys(String file) throws Exception {
        var properties = new Properties();
        try (var in = ShellView.class.getResourceAsStream("/dev/thoughtscope/view/" + file)) {
            properties.load(in);
        }
        return properties.keySet();
    }
}
