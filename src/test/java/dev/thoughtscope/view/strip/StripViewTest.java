package dev.thoughtscope.view.strip;

import static dev.thoughtscope.engine.ScriptedEngine.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.engine.ScriptedEngine;
import dev.thoughtscope.view.Hand;
import dev.thoughtscope.view.WholeWindow;
import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.view.theme.Palette;
import dev.thoughtscope.view.theme.Themes;
import dev.thoughtscope.viewmodel.strip.FixedStrip;
import dev.thoughtscope.viewmodel.strip.StripBranch;
import dev.thoughtscope.viewmodel.strip.StripExport;
import dev.thoughtscope.viewmodel.strip.StripModel;
import dev.thoughtscope.viewmodel.strip.StripSource;
import dev.thoughtscope.viewmodel.strip.StripState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StripViewTest {
    @BeforeAll
    static void toolkit() {
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException alreadyStarted) {
            // Another test has started it.
        }
        Platform.setImplicitExit(false);
        Platform.runLater(Themes::new);
    }

    private static <T> T fx(Callable<T> work) throws Exception {
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get(20, TimeUnit.SECONDS);
    }

    private static StripModel measured() throws Exception {
        var engine = ScriptedEngine.of((prefix, _) -> prefix.endsWith("<|startofthought|>")
                ? say(" hm", 0.5)
                : say(" word", prefix.contains("thought") ? 0.5 : 0.1));
        var model = fx(() -> {
            var made = new StripModel(new StripExport((_, _) -> {}));
            made.ready(StripSource.of(engine, _ -> 0.5));
            made.text().set("first" + " word".repeat(300));
            made.measure();
            return made;
        });
        while (fx(() -> {
            model.pump(Long.MAX_VALUE / 4);
            return model.state().get().isUnderWay();
        })) {
            Thread.sleep(5);
        }
        return model;
    }

    private static Stage show(StripView view) {
        var stage = new Stage();
        stage.setScene(new Scene(view.root(), 900, 600));
        stage.show();
        view.root().applyCss();
        view.root().layout();
        return stage;
    }

    @Test
    void gainsAreTintedInLightAndDark() throws Exception {
        var model = measured();
        for (var look : List.of(Look.light(Palette.VIRIDIS), Look.dark(Palette.VIRIDIS))) {
            var picture = fx(() -> {
                var view = new StripView(model);
                view.setLook(look);
                var stage = show(view);
                WritableImage image = view.root().snapshot(null, null);
                stage.close();
                return image;
            });
            int ground = Colours.of(look.dark() ? look.ground() : look.surface());
            int tint = model.tokens().colour(5, ground);
            assertThat(tint).isNotEqualTo(ground);
            assertThat(pixels(picture)).contains(tint, ground);
        }
    }

    @Test
    void keysWalkAlongTheStripAndTheSideTellsThePosition() throws Exception {
        var model = measured();
        var view = fx(() -> {
            var made = new StripView(model);
            made.setLook(Look.light(Palette.VIRIDIS));
            show(made);
            return made;
        });
        fx(() -> {
            view.requestFocus();
            press(view, KeyCode.HOME);
            press(view, KeyCode.RIGHT);
            press(view, KeyCode.DOWN);
            return null;
        });
        int below = fx(() -> model.selected().get());
        assertThat(below).isGreaterThan(5);
        String gain = fx(() -> {
            view.root().applyCss();
            return ((Label) view.root().lookup(".detail .gain")).getText();
        });
        assertThat(gain).contains("nats").startsWith("+");
        fx(() -> {
            view.root().getScene().getWindow().hide();
            return null;
        });
    }

    @Test
    void everythingIsAKeyAway() throws Exception {
        var model = fx(() -> FixedStrip.measured(FixedStrip.longText(30)));
        fx(() -> {
            var view = new StripView(model);
            view.setLook(Look.light(Palette.VIRIDIS));
            var branches = new ArrayList<StripBranch>();
            view.setTree(Optional::empty, branches::add);
            var stage = show(view);
            int best = model.selected().get();
            press(view, KeyCode.HOME);
            press(view, KeyCode.N);
            int first = model.selected().get();
            press(view, KeyCode.N);
            press(view, KeyCode.P);
            assertThat(model.selected().get()).isEqualTo(first).isLessThan(best);
            press(view, KeyCode.F);
            assertThat(model.onlyBig().get()).isTrue();
            press(view, KeyCode.PAGE_DOWN);
            assertThat(model.selected().get()).isGreaterThan(first + 50);
            press(view, KeyCode.END);
            assertThat(model.selected().get()).isEqualTo(model.tokens().size() - 1);
            model.selected().set(best);
            press(view, KeyCode.B);
            assertThat(branches).singleElement().satisfies(branch -> {
                assertThat(branch.node()).isEmpty();
                assertThat(branch.before()).endsWith("together");
                assertThat(branch.thought()).startsWith("<|startofthought|>").endsWith("<|endofthought|>");
            });
            model.text().set("two words");
            press(view, KeyCode.ENTER, true);
            assertThat(model.state().get()).isEqualTo(StripState.RUNNING);
            stage.close();
            return null;
        });
    }

    @Test
    void theStripHasTheKeysAsSoonAsItsPageIsShown() throws Exception {
        var window = WholeWindow.open();
        Hand.does(() -> window.shell.pages().show("strip"));
        var focus = fx(() -> window.shell.root().getScene().getFocusOwner());
        assertThat(focus.getStyleClass()).contains("strip-canvas");
        window.close();
    }

    private static void press(StripView view, KeyCode code) {
        press(view, code, false);
    }

    private static void press(StripView view, KeyCode code, boolean control) {
        var canvas = view.root().lookup(".strip-canvas");
        Event.fireEvent(canvas, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
    }

    @Test
    void bothLanguagesHaveTheSameSentences() throws Exception {
        assertThat(keys("strip_de.properties")).isEqualTo(keys("strip.properties"));
    }

    @Test
    void manyTimesAsLikelyReadsWell() {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.ENGLISH);
        try {
            assertThat(Words.times(1.8221)).isEqualTo("1.82×");
            assertThat(Words.times(23_456)).isEqualTo("23,456×");
            assertThat(Words.times(1.7e6)).isEqualTo("1.7·10⁶×");
            assertThat(Words.times(2e-5)).isEqualTo("2.0·10⁻⁵×");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static HashSet<Object> keys(String file) throws Exception {
        var properties = new Properties();
        try (var in = StripView.class.getResourceAsStream(file)) {
            properties.load(in);
        }
        return new HashSet<>(properties.keySet());
    }

    private static HashSet<Integer> pixels(WritableImage image) {
        var colours = new HashSet<Integer>();
        var reader = image.getPixelReader();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(reader.getArgb(x, y) & 0xFFFFFF);
            }
        }
        return colours;
    }
}
