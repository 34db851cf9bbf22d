package dev.thoughtscope.viewmodel.strip;

import static dev.thoughtscope.engine.ScriptedEngine.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.thoughtscope.engine.ScriptedEngine;
import dev.thoughtscope.engine.ScriptedEngine.ScriptedToken;
import dev.thoughtscope.probe.Markers;
import dev.thoughtscope.probe.ProbeControl;
import dev.thoughtscope.probe.ProbeSettings;
import dev.thoughtscope.probe.ProbeText;
import dev.thoughtscope.probe.StripListener;
import dev.thoughtscope.probe.StripResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class StripModelTest {
    private static final String TEXT = "one plus one is two";

    /// A thought makes every word twice as likely, and the last one four times.
    private static List<ScriptedToken> script(String prefix) {
        if (prefix.endsWith("<|startofthought|>")) {
            return List.of(ScriptedToken.of(" because", 0.7), ScriptedToken.of("<|endofthought|>", 0.9));
        }
        boolean thought = prefix.contains("<|endofthought|>");
        String plain = prefix.replaceAll("<\\|startofthought\\|>.*?<\\|endofthought\\|>", "");
        if (!TEXT.startsWith(plain) || plain.equals(TEXT)) {
            return List.of();
        }
        String word = say(TEXT.substring(plain.length()), 1).getFirst().text();
        double with = word.equals(" two") ? 0.8 : 0.4;
        return List.of(new ScriptedToken(word, thought ? with : 0.2, Map.of(" else", thought ? 1 - with : 0.8)));
    }

    private final ScriptedEngine engine = ScriptedEngine.of((prefix, _) -> script(prefix));
    private final StripModel model = new StripModel(new StripExport((_, png) -> Files.writeString(png, "pixels")));

    private void measure(String text) throws InterruptedException {
        model.ready(StripSource.of(engine, tokens -> tokens.isEmpty() ? 0 : 0.7));
        model.text().set(text);
        model.settings().ahead().set(1);
        model.measure();
        while (model.state().get().isUnderWay()) {
            model.pump(1_000_000_000);
            Thread.sleep(2);
        }
    }

    @Test
    void aStripFillsAndTellsItsFigures() throws InterruptedException {
        measure(TEXT);
        assertThat(model.state().get()).isEqualTo(StripState.DONE);
        assertThat(model.progress().get().done()).isEqualTo(4);
        assertThat(model.tokens().gain(4)).isCloseTo(Math.log(4), within(1e-12));
        assertThat(model.tokens().gain(0)).isNaN();
        assertThat(model.figures().get().sum()).isCloseTo(3 * Math.log(2) + Math.log(4), within(1e-12));
        assertThat(model.tokens().ranking().getFirst()).isEqualTo(4);
    }

    @Test
    void theNextBigGainIsSelectedAndToldInFull() throws InterruptedException {
        measure(TEXT);
        model.selected().set(StripModel.NONE);
        model.selectBig(1);
        assertThat(model.selected().get()).isEqualTo(4);
        var detail = model.detail().get();
        assertThat(detail.times()).isCloseTo(4, within(1e-9));
        assertThat(detail.before()).isCloseTo(0.2, within(1e-9));
        assertThat(detail.after()).isCloseTo(0.8, within(1e-9));
        assertThat(detail.thoughts()).extracting(StripDetail.ThoughtRow::text).containsExactly(" because");
        assertThat(detail.choices().getFirst().taken()).isTrue();
        assertThat(detail.choices()).extracting(StripDetail.Choice::text).containsExactly(" two", " else");
        model.selectBig(1);
        assertThat(model.selected().get()).isEqualTo(4);
    }

    @Test
    void strongerGainsHaveStrongerColours() throws InterruptedException {
        measure(TEXT);
        int white = 0xFFFFFF;
        var tokens = model.tokens();
        assertThat(tokens.colour(0, white)).isEqualTo(white);
        assertThat(tokens.colour(4, white) & 0xFF0000).isLessThan(tokens.colour(2, white) & 0xFF0000);
        int safe = tokens.colour(4, white);
        model.paper().set(true);
        assertThat(tokens.colour(4, white)).isNotEqualTo(safe);
    }

    @Test
    void theCurveTellsTheGainOfEachLength() throws InterruptedException {
        measure(TEXT);
        model.measureCurve();
        while (model.curve().running().get()) {
            model.pump(1_000_000_000);
            Thread.sleep(2);
        }
        var points = model.curve().points();
        assertThat(points.getFirst()).isEqualTo(new StripCurve.Point(0, 0));
        assertThat(points.getLast().sum()).isCloseTo(model.figures().get().sum(), within(1e-12));
    }

    @Test
    void aTwinHasSettingsOfItsOwnAndSelectsTogether() throws InterruptedException {
        measure(TEXT);
        var twin = model.twin();
        twin.settings().thoughtTokens().set(0);
        twin.measure();
        while (twin.state().get().isUnderWay()) {
            model.pump(1_000_000_000);
            Thread.sleep(2);
        }
        assertThat(twin.figures().get().sum()).isZero();
        assertThat(model.figures().get().sum()).isPositive();
        model.selected().set(3);
        assertThat(twin.detail().get().index()).isEqualTo(3);
    }

    @Test
    void whatCannotBeMeasuredIsToldInASentence() throws InterruptedException {
        measure("  ");
        assertThat(model.state().get()).isEqualTo(StripState.READY);
        assertThat(model.trouble().get()).startsWith("The text is empty");
        measure(TEXT);
        assertThat(model.trouble().get()).isEmpty();
    }

    @Test
    void whatWasMeasuredStaysWhenTheNextTextIsRefused() throws InterruptedException {
        measure(TEXT);
        String table = model.table();
        for (String bad : List.of("", " \n", "alone")) {
            model.text().set(bad);
            model.measure();
            finish();
            assertThat(model.trouble().get()).endsWith("type or paste at least two words.");
            assertThat(model.state().get()).isEqualTo(StripState.DONE);
            assertThat(model.table()).isEqualTo(table);
        }
    }

    @Test
    void aStripThatIsStoppedKeepsWhatItHas() throws InterruptedException {
        var held = new CountDownLatch(1);
        var slow = ScriptedEngine.of((prefix, _) -> {
            if (prefix.startsWith("one plus one is") && prefix.endsWith("<|startofthought|>")) {
                await(held);
            }
            return script(prefix);
        });
        model.ready(StripSource.of(slow, _ -> 0.7));
        model.text().set(TEXT);
        model.measure();
        while (model.tokens().size() == 0) {
            model.pump(1_000_000_000);
        }
        model.stop();
        held.countDown();
        finish();
        assertThat(model.state().get()).isEqualTo(StripState.STOPPED);
        assertThat(model.trouble().get()).isEmpty();
        assertThat(model.tokens().size()).isEqualTo(5);
        assertThat(model.table().lines()).hasSize(6);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void finish() throws InterruptedException {
        while (model.state().get().isUnderWay()) {
            model.pump(1_000_000_000);
            Thread.sleep(2);
        }
    }

    @Test
    void aModelWithoutMarkersIsOfferedFreeText() throws InterruptedException {
        model.ready(markerless(StripSource.of(engine, _ -> 0.7)));
        model.text().set(TEXT);
        model.measure();
        finish();
        assertThat(model.trouble().get()).contains("no thought markers");
        assertThat(model.lacksMarkers().get()).isTrue();
        model.thinkInFreeText();
        finish();
        assertThat(model.state().get()).isEqualTo(StripState.DONE);
        assertThat(model.trouble().get()).isEmpty();
        assertThat(model.lacksMarkers().get()).isFalse();
    }

    /// A model that takes any marker apart into several tokens.
    private static StripSource markerless(StripSource source) {
        var apart = Markers.tokens("< thought >", "< / thought >");
        return new StripSource() {
            @Override
            public ProbeText read(String text) {
                return source.read(text);
            }

            @Override
            public ProbeText read(NodeText node) {
                return source.read(node);
            }

            @Override
            public StripResult run(
                    ProbeText text, ProbeSettings settings, ProbeControl control, StripListener listener)
                    throws InterruptedException {
                var asked = settings.markers().control() ? settings.withMarkers(apart) : settings;
                return source.run(text, asked, control, listener);
            }

            @Override
            public String modelName() {
                return source.modelName();
            }
        };
    }

    @Test
    void theTextOfAFileIsMeasuredAndAnUnreadableOneIsToldInASentence(@TempDir Path folder) throws Exception {
        measure(TEXT);
        var bad = Files.write(folder.resolve("bad.txt"), new byte[] {'a', 'b', (byte) 0xFF, 'c'});
        open(bad);
        assertThat(model.trouble().get()).contains("not UTF-8 text: byte 2");
        open(folder.resolve("none.txt"));
        assertThat(model.trouble().get()).startsWith("There is no file");
        open(Files.writeString(folder.resolve("long.txt"), "word ".repeat(50_000)));
        assertThat(model.trouble().get()).contains("more than the 200000");
        assertThat(model.text().get()).isEqualTo(TEXT);
        open(Files.writeString(folder.resolve("good.txt"), "one plus one\n"));
        finish();
        assertThat(model.text().get()).isEqualTo("one plus one");
        assertThat(model.tokens().size()).isEqualTo(3);
    }

    private void open(Path file) throws InterruptedException {
        model.trouble().set("");
        model.measure(file);
        while (!model.pump(1_000_000_000)) {
            Thread.sleep(2);
        }
    }

    @Test
    void theLargestGainIsShownAtTheEnd() throws InterruptedException {
        measure(TEXT);
        assertThat(model.selected().get()).isEqualTo(4);
        assertThat(model.tokens().word(4)).isEqualTo("two");
    }

    @Test
    void aThoughtOfAFreeTextBranchesOffBehindAllThatComesBefore() throws InterruptedException {
        measure(TEXT);
        var branch = model.branch(0).orElseThrow();
        assertThat(branch).isEqualTo(new StripBranch(Optional.empty(), "one plus one is", 4, "<|startofthought|> because<|endofthought|>"));
        model.selected().set(0);
        assertThat(model.branch(0)).isEmpty();
    }

    @Test
    void anotherStripTakesOverWhatOneHasMeasured() throws InterruptedException {
        measure(TEXT);
        var page = new StripModel(new StripExport((_, _) -> {}));
        page.show(model);
        assertThat(page.state().get()).isEqualTo(StripState.DONE);
        assertThat(page.table()).isEqualTo(model.table());
        assertThat(page.figures().get()).isEqualTo(model.figures().get());
    }

    @Test
    void aStripIsSavedInTheFormatOfItsName(@TempDir Path folder) throws Exception {
        measure(TEXT);
        for (var name : List.of("s.csv", "s.json", "s.svg", "s.PNG")) {
            model.export(folder.resolve(name), false);
            assertThat(model.trouble().get()).isEmpty();
            assertThat(folder.resolve(name)).isNotEmptyFile();
        }
        model.export(folder.resolve("s.doc"), false);
        assertThat(model.trouble().get()).contains(".csv, .json, .svg or .png");
        model.export(folder.resolve("missing/s.csv"), false);
        assertThat(model.trouble().get()).startsWith("The strip could not be saved");
    }
}
