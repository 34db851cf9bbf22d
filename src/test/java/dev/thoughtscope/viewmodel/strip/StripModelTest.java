package dev.thoughtscope.viewmodel.strip;

import static dev.thoughtscope.engine.ScriptedEngine.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.thoughtscope.engine.ScriptedEngine;
import dev.thoughtscope.engine.ScriptedEngine.ScriptedToken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
