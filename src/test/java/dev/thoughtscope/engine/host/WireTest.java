package dev.thoughtscope.engine.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thoughtscope.engine.Alternative;
import dev.thoughtscope.engine.Device;
import dev.thoughtscope.engine.Engine.Message;
import dev.thoughtscope.engine.EngineStats;
import dev.thoughtscope.engine.Exactness;
import dev.thoughtscope.engine.GenerateRequest;
import dev.thoughtscope.engine.LibraryInfo;
import dev.thoughtscope.engine.ModelInfo;
import dev.thoughtscope.engine.Piece;
import dev.thoughtscope.engine.Sampling;
import dev.thoughtscope.engine.Sequence;
import dev.thoughtscope.engine.StopReason;
import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.engine.llama.LlamaOptions;
import dev.thoughtscope.engine.llama.Offload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WireTest {
    private static final List<Piece> PIECES = List.of(Piece.of("a"), Piece.of(new byte[] {(byte) 0xE2}), Piece.EMPTY);
    private static final EngineStats STATS = new EngineStats(1, 2, 3, 4, 5, 6, 7, 8);

    @Test
    void everyFrameArrivesAsItWasSent() throws IOException {
        var sampling = new Sampling(0.7, 40, 0.9, 0.05, 1.1, Map.of(3, -1.5, 9, 2.0), "root ::= \"é\"", -7);
        var request = new GenerateRequest(
                Sequence.of(1, 2, 3), Sequence.of(4), 50, sampling, List.of("\n\n", "🙂"), 10, -2).with(Exactness.ALWAYS);
        var step = new TokenStep(
                1, PIECES.get(1), -0.25, List.of(new Alternative(0, PIECES.get(0), -0.1)), Double.NaN, true);
        var model = new ModelInfo("f", "n", "d", 1L << 40, 2, 3, 4, 5, "l", Map.of("key", "välue"));
        var library = new LibraryInfo(
                LibraryInfo.Origin.CHOSEN,
                Optional.of(Path.of("lib")),
                "v",
                List.of("CPU", "Vulkan"),
                List.of(new Device("Vulkan0", "a GPU", Device.Kind.GPU, 1L << 34, 1L << 35)),
                List.of("AVX2"),
                "");
        List<Frame> frames = List.of(
                new Frame.Open(LlamaOptions.of(Path.of("m.gguf")).withCells(7).withLibraryFolder(Path.of("lib"))),
                new Frame.Open(LlamaOptions.of(Path.of("m.gguf")).withOffload(new Offload(3, List.of("CUDA0"), Offload.Split.ROW))),
                new Frame.Tokenize(1, "x\u0000y", true, false),
                new Frame.Chat(2, List.of(new Message("user", "hi"))),
                new Frame.Start(3, request, 2),
                new Frame.Cancel(4),
                new Frame.Forget(),
                new Frame.Describe(Optional.of(Path.of("lib"))),
                new Frame.Opened(model, PIECES, 7),
                new Frame.Notice("no room"),
                new Frame.NotOpened("no"),
                new Frame.Tokens(5, Sequence.EMPTY),
                new Frame.Text(6, ""),
                new Frame.Step(7, step),
                new Frame.Done(8, StopReason.STOP_STRING, 9, 10, STATS),
                new Frame.Refused(9, "sorry"),
                new Frame.Beat(STATS),
                new Frame.LogLine(500, "native.llama", "line"),
                new Frame.Described(library));
        assertThat(frames.stream().map(Object::getClass).distinct())
                .hasSize(Frame.Ask.class.getPermittedSubclasses().length + Frame.Tell.class.getPermittedSubclasses().length);
        var reader = new WireReader(new ByteArrayInputStream(written(frames)));
        for (var frame : frames) {
            assertThat(reader.read()).contains(frame);
        }
        assertThat(reader.read()).isEmpty();
    }

    @Test
    void whatIsNoFrameIsRefused() {
        assertThatThrownBy(() -> new WireReader(new ByteArrayInputStream("# A fatal error".getBytes())).read())
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new WireReader(new ByteArrayInputStream(new byte[] {0, 0, 0, 1, 99})).read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("unknown kind 99");
    }

    private static byte[] written(List<Frame> frames) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = new WireWriter(bytes);
        for (var frame : frames) {
            writer.write(frame);
        }
        writer.flush();
        return bytes.toByteArray();
    }
}
