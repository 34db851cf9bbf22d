package dev.thoughtscope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thoughtscope.engine.Alternative;
import dev.thoughtscope.engine.Piece;
import dev.thoughtscope.engine.StopReason;
import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.search.Event;
import dev.thoughtscope.search.NewNode;
import dev.thoughtscope.search.NodeKind;
import dev.thoughtscope.search.RunInfo;
import dev.thoughtscope.search.Span;
import dev.thoughtscope.search.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    private static final RunInfo RUN = new RunInfo(
            "How \"long\"?\n☃",
            "prompt",
            "160",
            new LinkedHashMap<>(Map.of("file", "m.gguf")),
            new LinkedHashMap<>(Map.of("width", "4")),
            7,
            1);

    private static EventLog sample() {
        var log = new EventLog();
        log.append(new Event.RunStarted(RUN));
        log.append(new Event.Selected(0, List.of(0)));
        log.append(new Event.BranchStarted(0, 0, Event.Purpose.ROLLOUT));
        log.append(new Event.TokensGenerated(0, List.of(token(new byte[] {(byte) 0xe2, (byte) 0x98}), token("\u0083 x".getBytes()))));
        log.append(new Event.BranchEnded(0, StopReason.END_TOKEN));
        log.append(new Event.NodesAdded(List.of(new NewNode(1, 0, NodeKind.STEP, new Span(0, 0, 2), .5, .25, true))));
        log.append(new Event.Expanded(0));
        log.append(new Event.AnswerFound(1, "160", Verdict.RIGHT));
        log.append(new Event.BackedUp(0, List.of(0, 1), 0.75));
        log.append(new Event.Reflected(1, "120", "160"));
        log.append(new Event.Paused("breakpoint", 1, -1));
        log.append(new Event.Resumed());
        log.append(new Event.Finished(Event.Ending.BUDGET_SPENT));
        return log;
    }

    @Test
    void markedMomentsAreKeptBehindTheEvents(@TempDir Path folder) throws IOException {
        var file = folder.resolve("run.thoughts");
        LogFile.write(sample(), List.of(3, 9), file);
        var opened = LogFile.read(file);
        assertThat(opened.damage()).isEmpty();
        assertThat(opened.marks()).containsExactly(3, 9);
        assertThat(opened.log().size()).isEqualTo(sample().size());
        assertThat(new RunFiles(folder).cutOff()).as("it has ended").isEmpty();
        Files.writeString(file, Files.readString(file).replace("[3,9]", "[3,999999999]"));
        assertThat(LogFile.read(file).marks()).as("beyond the end").containsExactly(3);
        Files.writeString(file, Files.readString(file).replace("[3,", "[-3,"));
        assertThat(LogFile.read(file).damage()).isPresent();
    }

    private static TokenStep token(byte[] bytes) {
        return new TokenStep(
                3, Piece.of(bytes), -0.12345678901234567, List.of(new Alternative(3, Piece.of(bytes), -1e-9)), Double.NaN, true);
    }

    private static List<Recorded> all(EventLog log) {
        return log.read(0, log.size());
    }

    @Test
    void aRunSurvivesItsFileUnchanged(@TempDir Path folder) throws IOException {
        var log = sample();
        LogFile.write(log, folder.resolve("run.thoughts"));
        var opened = LogFile.read(folder.resolve("run.thoughts"));
        assertThat(opened.damage()).isEmpty();
        assertThat(all(opened.log())).isEqualTo(all(log));
        assertThat(opened.log().fold().sameAs(log.fold())).isTrue();
    }

    @Test
    void aPauseOfAnEarlierVersionHasNoPlaceOfItsOwn() throws IOException {
        var old = EventJson.read("{\"seq\":0,\"nanos\":1,\"event\":{\"type\":\"Paused\",\"why\":\"A path has reached depth 3.\"}}".getBytes(StandardCharsets.UTF_8));
        assertThat(old.event()).isEqualTo(new Event.Paused("A path has reached depth 3.", -1, -1));
        var now = new Recorded(0, 1, new Event.Paused("", 3, 7));
        assertThat(EventJson.read(EventJson.write(now).getBytes(StandardCharsets.UTF_8))).isEqualTo(now);
    }

    @Test
    void autosaveWritesTheSame(@TempDir Path folder) throws Exception {
        var log = sample();
        Autosave.follow(log, folder.resolve("auto.thoughts"), _ -> {}).get();
        assertThat(all(LogFile.read(folder.resolve("auto.thoughts")).log())).isEqualTo(all(log));
    }

    @Test
    void aFileCutAnywhereOpensAsFarAsItIsGood(@TempDir Path folder) throws IOException {
        var file = folder.resolve("run.thoughts");
        var whole = sample();
        LogFile.write(whole, file);
        var bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int first = text.indexOf('\n', text.indexOf('\n') + 1) + 1;
        for (int length = first; length < bytes.length; length += 13) {
            Files.write(file, java.util.Arrays.copyOf(bytes, length));
            var opened = LogFile.read(file);
            assertThat(all(opened.log())).isEqualTo(all(whole).subList(0, opened.log().size()));
            assertThat(opened.damage().isPresent()).isEqualTo(bytes[length - 1] != '\n' && bytes[length] != '\n');
        }
    }

    @Test
    void whatIsNoRunIsToldInASentence(@TempDir Path folder) throws IOException {
        var file = folder.resolve("x.thoughts");
        assertThatThrownBy(() -> LogFile.read(file)).hasMessage("There is no file " + file + ".");
        assertThatThrownBy(() -> LogFile.read(folder)).hasMessageContaining("is a folder");
        Files.writeString(file, "");
        assertThatThrownBy(() -> LogFile.read(file)).hasMessageContaining("is not a saved run");
        Files.writeString(file, "{\"thoughtscope\":\"run\",\"version\":99}\n{}");
        assertThatThrownBy(() -> LogFile.read(file)).hasMessageContaining("newer Thoughtscope");
        Files.writeString(file, "{\"thoughtscope\":\"run\",\"version\":1}\n");
        assertThatThrownBy(() -> LogFile.read(file)).hasMessageContaining("holds no run");
        Files.writeString(file, "{\"thoughtscope\":\"run\",\"version\":1}\n" + "[".repeat(100_000));
        assertThatThrownBy(() -> LogFile.read(file)).hasMessageContaining("holds no readable run");
    }

    @Property(tries = 300)
    void anyTokensSurviveJson(@ForAll("tokens") TokenStep step) throws IOException {
        var recorded = new Recorded(5, 6, new Event.TokensGenerated(1, List.of(step)));
        assertThat(EventJson.read(EventJson.write(recorded).getBytes(StandardCharsets.UTF_8))).isEqualTo(recorded);
    }

    @Provide
    Arbitrary<TokenStep> tokens() {
        var piece = Arbitraries.bytes().array(byte[].class).ofMaxSize(12).map(Piece::of);
        var logProb = Arbitraries.doubles().between(-1e6, 0);
        var candidate = Combinators.combine(Arbitraries.integers().greaterOrEqual(0), piece, logProb).as(Alternative::new);
        return Combinators.combine(
                        Arbitraries.integers().greaterOrEqual(0),
                        piece,
                        Arbitraries.oneOf(logProb, Arbitraries.just(Double.NaN)),
                        candidate.list().ofMaxSize(6),
                        Arbitraries.oneOf(Arbitraries.doubles().between(0, 20), Arbitraries.just(Double.NaN)),
                        Arbitraries.of(true, false))
                .as(TokenStep::new);
    }
}
