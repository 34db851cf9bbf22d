package dev.thoughtscope.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.session.EventLog;
import dev.thoughtscope.session.Recorded;
import dev.thoughtscope.session.RunRequest;
import dev.thoughtscope.view.inspector.InspectorView;
import dev.thoughtscope.view.shell.Png;
import dev.thoughtscope.view.strip.StripView;
import dev.thoughtscope.view.theme.Fonts;
import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.view.theme.Themes;
import dev.thoughtscope.view.timeline.TimelineView;
import dev.thoughtscope.view.tree.TreeCanvas;
import dev.thoughtscope.viewmodel.FakeRun;
import dev.thoughtscope.viewmodel.FakeRunner;
import dev.thoughtscope.viewmodel.WindowModel;
import dev.thoughtscope.viewmodel.strip.FixedStrip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Tree, inspector, timeline and strip look as they did, in both themes. What they were and what differs is put into
/// `target/golden`.
///
/// After a change that is meant: `mvn test -Dtest=GoldenPicturesTest -Dthoughtscope.golden=renew`, then look at the
/// pictures and commit them.
@EnabledOnOs(value = OS.LINUX, disabledReason = "other systems draw letters otherwise")
class GoldenPicturesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Path SEEN = Path.of("target/golden");
    private static final boolean RENEW = "renew".equals(System.getProperty("thoughtscope.golden"));
    /// A pixel of which some channel differs by more is another one.
    private static final int CHANNEL = 40;
    /// Share of pixels that may be others: letters are drawn a little otherwise from machine to machine.
    private static final double OTHERS = 0.004;

    @BeforeAll
    static void startToolkit() {
        Locale.setDefault(Locale.ENGLISH);
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException alreadyStarted) {
            // One toolkit serves all tests.
        }
        Platform.setImplicitExit(false);
    }

    @Test
    void light() throws Exception {
        compare("light", fx(() -> pictures(false)));
    }

    @Test
    void dark() throws Exception {
        compare("dark", fx(() -> pictures(true)));
    }

    /// A run with a reflection, an event each millisecond.
    private static EventLog run() {
        var made = FakeRunner.log(new RunRequest(FakeRun.CARLA, "step", 6, 3, 4, 400, 1, 7, true, false));
        var log = new EventLog();
        for (int i = 0; i < made.size(); i++) {
            log.append(new Recorded(i, i * 1_000_000L, made.get(i).event()));
        }
        return log;
    }

    private static Map<String, Image> pictures(boolean dark) {
        Fonts.load();
        var model = new WindowModel(step -> Math.exp(step.logProb()));
        var themes = new Themes();
        themes.choose(dark);
        var look = themes.look().get();
        model.show(run());
        model.pump(Long.MAX_VALUE / 2);
        model.selectBest();
        var pictures = new LinkedHashMap<String, Image>();
        var tree = new TreeCanvas(model);
        tree.setLook(look);
        pictures.put("tree", picture(tree, 820, 560, tree::settle));
        tree.close();
        var inspector = new InspectorView(model);
        inspector.setLook(look);
        pictures.put("inspector", picture((Region) inspector.root(), 320, 430, () -> {}));
        var timeline = new TimelineView(model);
        timeline.setLook(look);
        pictures.put("timeline", picture((Region) timeline.root(), 820, 70, timeline::frame));
        pictures.put("strip", strip(FixedStrip.TEXT, look));
        pictures.put("strip-long", strip(FixedStrip.longText(30), look));
        return pictures;
    }

    private static Image strip(String text, Look look) {
        var strip = new StripView(FixedStrip.measured(text));
        strip.setTree(Optional::empty, _ -> {});
        strip.setLook(look);
        return picture(strip.root(), 1208, 600, () -> strip.root().layout());
    }

    private static Image picture(Region part, double width, double height, Runnable paint) {
        var pane = new StackPane(part);
        pane.setStyle("-fx-font-family: Inter; -fx-font-size: 13px;");
        var stage = new Stage();
        stage.setScene(new Scene(pane, width, height));
        stage.show();
        try {
            pane.applyCss();
            pane.layout();
            paint.run();
            return pane.snapshot(new SnapshotParameters(), null);
        } finally {
            stage.close();
        }
    }

    private static void compare(String theme, Map<String, Image> pictures) throws IOException {
        for (var picture : pictures.entrySet()) {
            String name = picture.getKey() + "-" + theme + ".png";
            Files.createDirectories(SEEN);
            Png.write(picture.getValue(), SEEN.resolve(name));
            if (RENEW) {
                Png.write(picture.getValue(), GOLDEN.resolve(name));
            }
            assertThat(GOLDEN.resolve(name)).as("renew the golden pictures, see this class").exists();
            try (var file = Files.newInputStream(GOLDEN.resolve(name))) {
                var golden = new Image(file);
                assertThat(picture.getValue().getWidth()).as(name).isEqualTo(golden.getWidth());
                assertThat(picture.getValue().getHeight()).as(name).isEqualTo(golden.getHeight());
                assertThat(others(golden, picture.getValue()))
                        .as("share of pixels that differ in target/golden/" + name)
                        .isLessThan(OTHERS);
            }
        }
    }

    private static double others(Image golden, Image seen) {
        int width = (int) golden.getWidth();
        int height = (int) golden.getHeight();
        int others = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int a = golden.getPixelReader().getArgb(x, y);
                int b = seen.getPixelReader().getArgb(x, y);
                for (int shift = 0; shift <= 16; shift += 8) {
                    if (Math.abs((a >> shift & 0xff) - (b >> shift & 0xff)) > CHANNEL) {
                        others++;
                        break;
                    }
                }
            }
        }
        return (double) others / (width * height);
    }

    private static <T> T fx(Callable<T> action) throws Exception {
        var task = new FutureTask<>(action);
        Platform.runLater(task);
        return task.get();
    }
}
