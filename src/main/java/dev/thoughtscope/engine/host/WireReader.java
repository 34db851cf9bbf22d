package dev.thoughtscope.engine.host;

import dev.thoughtscope.engine.Alternative;
import dev.thoughtscope.engine.Device;
import dev.thoughtscope.engine.Engine;
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
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// Reads frames as messages. One thread at a time.
final class WireReader {
    private final DataInputStream in;
    private List<Piece> pieces = List.of();

    WireReader(InputStream stream) {
        in = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
    }

    /// The next message, empty at the end of the stream.
    Optional<Frame> read() throws IOException {
        int length;
        try {
            length = in.readInt();
        } catch (EOFException end) {
            return Optional.empty();
        }
        if (length < 1 || length > Wire.MOST_BYTES) {
            throw new IOException("a frame of " + length + " bytes");
        }
        try {
            return Optional.of(readBody(in.readUnsignedByte()));
        } catch (IndexOutOfBoundsException | IllegalArgumentException impossible) {
            throw new IOException("a frame that cannot be", impossible);
        } catch (EOFException cut) {
            throw new IOException("a frame that was cut off", cut);
        }
    }

    private Frame readBody(int kind) throws IOException {
        return switch (kind) {
            case Wire.OPEN -> new Frame.Open(options());
            case Wire.TOKENIZE -> new Frame.Tokenize(in.readLong(), text(), in.readBoolean(), in.readBoolean());
            case Wire.CHAT -> new Frame.Chat(in.readLong(), conversation());
            case Wire.START -> new Frame.Start(in.readLong(), request(), in.readInt());
            case Wire.FORGET -> new Frame.Forget();
            case Wire.CANCEL -> new Frame.Cancel(in.readLong());
            case Wire.DESCRIBE -> new Frame.Describe(folder());
            case Wire.OPENED -> opened();
            case Wire.NOT_OPENED -> new Frame.NotOpened(text());
            case Wire.TOKENS -> new Frame.Tokens(in.readLong(), tokens());
            case Wire.TEXT -> new Frame.Text(in.readLong(), text());
            case Wire.STEP -> new Frame.Step(in.readLong(), step());
            case Wire.DONE -> new Frame.Done(
                    in.readLong(), StopReason.values()[in.readByte()], in.readInt(), in.readInt(), stats());
            case Wire.REFUSED -> new Frame.Refused(in.readLong(), text());
            case Wire.BEAT -> new Frame.Beat(stats());
            case Wire.LOG_LINE -> new Frame.LogLine(in.readInt(), text(), text());
            case Wire.NOTICE -> new Frame.Notice(text());
            case Wire.DESCRIBED -> new Frame.Described(library());
            default -> throw new IOException("a frame of unknown kind " + kind);
        };
    }

    private Frame opened() throws IOException {
        var model = model();
        int count = size(4);
        var all = new ArrayList<Piece>();
        for (int i = 0; i < count; i++) {
            all.add(Piece.of(bytes()));
        }
        pieces = List.copyOf(all);
        return new Frame.Opened(model, pieces, in.readInt());
    }

    private LlamaOptions options() throws IOException {
        var model = Path.of(text());
        int cells = in.readInt();
        int threads = in.readInt();
        var offload = new Offload(in.readInt(), texts(), Offload.Split.values()[in.readUnsignedByte()]);
        boolean flashAttention = in.readBoolean();
        return new LlamaOptions(model, cells, threads, offload, flashAttention, folder());
    }

    private Optional<Path> folder() throws IOException {
        var folder = text();
        return folder.isEmpty() ? Optional.empty() : Optional.of(Path.of(folder));
    }

    private LibraryInfo library() throws IOException {
        var origin = LibraryInfo.Origin.values()[in.readUnsignedByte()];
        var folder = folder();
        var version = text();
        var backends = texts();
        var devices = new ArrayList<Device>();
        int count = size(4);
        for (int i = 0; i < count; i++) {
            devices.add(new Device(
                    text(), text(), Device.Kind.values()[in.readUnsignedByte()], in.readLong(), in.readLong()));
        }
        return new LibraryInfo(origin, folder, version, backends, devices, texts(), text());
    }

    private List<String> texts() throws IOException {
        int count = size(4);
        var texts = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            texts.add(text());
        }
        return texts;
    }

    private List<Engine.Message> conversation() throws IOException {
        int count = size(4);
        var messages = new ArrayList<Engine.Message>();
        for (int i = 0; i < count; i++) {
            messages.add(new Engine.Message(text(), text()));
        }
        return messages;
    }

    private GenerateRequest request() throws IOException {
        var prefix = tokens();
        var given = tokens();
        int maxTokens = in.readInt();
        var sampling = sampling();
        var stops = texts();
        return new GenerateRequest(
                prefix, given, maxTokens, sampling, stops, in.readInt(), in.readInt(), Exactness.values()[in.readByte()]);
    }

    private Sampling sampling() throws IOException {
        double temperature = in.readDouble();
        int topK = in.readInt();
        double topP = in.readDouble();
        double minP = in.readDouble();
        double penalty = in.readDouble();
        int count = size(4);
        var bias = new HashMap<Integer, Double>();
        for (int i = 0; i < count; i++) {
            bias.put(in.readInt(), in.readDouble());
        }
        return new Sampling(temperature, topK, topP, minP, penalty, bias, text(), in.readLong());
    }

    private TokenStep step() throws IOException {
        int id = in.readInt();
        double logProb = in.readDouble();
        double entropy = in.readDouble();
        boolean sampled = in.readBoolean();
        var top = new Alternative[in.readUnsignedByte()];
        for (int i = 0; i < top.length; i++) {
            int other = in.readInt();
            top[i] = new Alternative(other, pieces.get(other), in.readDouble());
        }
        return new TokenStep(id, pieces.get(id), logProb, List.of(top), entropy, sampled);
    }

    private ModelInfo model() throws IOException {
        var file = text();
        var name = text();
        var description = text();
        long parameters = in.readLong();
        long size = in.readLong();
        int context = in.readInt();
        int trained = in.readInt();
        int vocabulary = in.readInt();
        var library = text();
        int count = size(4);
        var metadata = new HashMap<String, String>();
        for (int i = 0; i < count; i++) {
            metadata.put(text(), text());
        }
        return new ModelInfo(
                file, name, description, parameters, size, context, trained, vocabulary, library, metadata);
    }

    private EngineStats stats() throws IOException {
        return new EngineStats(
                in.readLong(), in.readLong(), in.readLong(), in.readLong(),
                in.readLong(), in.readLong(), in.readLong(), in.readLong());
    }

    private Sequence tokens() throws IOException {
        var ids = ByteBuffer.wrap(bytes(4 * size(4))).asIntBuffer();
        var all = new int[ids.remaining()];
        ids.get(all);
        return Sequence.of(all);
    }

    private String text() throws IOException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    private byte[] bytes() throws IOException {
        return bytes(size(1));
    }

    /// Takes memory only for what really comes.
    private byte[] bytes(int count) throws IOException {
        var bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException();
        }
        return bytes;
    }

    private int size(int each) throws IOException {
        int size = in.readInt();
        if (size < 0 || size > Wire.MOST_BYTES / each) {
            throw new IOException("a list of " + size);
        }
        return size;
    }
}
