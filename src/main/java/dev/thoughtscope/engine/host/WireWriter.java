package dev.thoughtscope.engine.host;

import dev.thoughtscope.engine.EngineStats;
import dev.thoughtscope.engine.GenerateRequest;
import dev.thoughtscope.engine.LibraryInfo;
import dev.thoughtscope.engine.ModelInfo;
import dev.thoughtscope.engine.Sampling;
import dev.thoughtscope.engine.Sequence;
import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.engine.llama.LlamaOptions;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Writes messages as frames. One thread at a time.
final class WireWriter {
    private final DataOutputStream stream;
    private final ByteArrayOutputStream frame = new ByteArrayOutputStream(1 << 12);
    private final DataOutputStream out = new DataOutputStream(frame);

    WireWriter(OutputStream stream) {
        this.stream = new DataOutputStream(new BufferedOutputStream(stream, 1 << 16));
    }

    void write(Frame message) throws IOException {
        frame.reset();
        switch (message) {
            case Frame.Ask ask -> writeAsk(ask);
            case Frame.Tell tell -> writeTell(tell);
        }
        stream.writeInt(frame.size());
        frame.writeTo(stream);
    }

    void flush() throws IOException {
        stream.flush();
    }

    private void writeAsk(Frame.Ask ask) throws IOException {
        switch (ask) {
            case Frame.Open(var options) -> {
                out.writeByte(Wire.OPEN);
                write(options);
            }
            case Frame.Tokenize(long id, var text, boolean special, boolean start) -> {
                begin(Wire.TOKENIZE, id);
                write(text);
                out.writeBoolean(special);
                out.writeBoolean(start);
            }
            case Frame.Chat(long id, var messages) -> {
                begin(Wire.CHAT, id);
                out.writeInt(messages.size());
                for (var one : messages) {
                    write(one.role());
                    write(one.content());
                }
            }
            case Frame.Start(long id, var request, int replayed) -> {
                begin(Wire.START, id);
                write(request);
                out.writeInt(replayed);
            }
            case Frame.Cancel(long id) -> begin(Wire.CANCEL, id);
            case Frame.Forget() -> out.writeByte(Wire.FORGET);
            case Frame.Describe(var folder) -> {
                out.writeByte(Wire.DESCRIBE);
                write(folder);
            }
        }
    }

    private void writeTell(Frame.Tell tell) throws IOException {
        switch (tell) {
            case Frame.Opened opened -> write(opened);
            case Frame.NotOpened(var sentence) -> writeSentence(Wire.NOT_OPENED, sentence);
            case Frame.Notice(var sentence) -> writeSentence(Wire.NOTICE, sentence);
            case Frame.Text(long id, var text) -> writeAnswer(Wire.TEXT, id, text);
            case Frame.Refused(long id, var sentence) -> writeAnswer(Wire.REFUSED, id, sentence);
            case Frame.Tokens(long id, var tokens) -> {
                begin(Wire.TOKENS, id);
                write(tokens);
            }
            case Frame.Step(long id, var step) -> {
                begin(Wire.STEP, id);
                write(step);
            }
            case Frame.Done(long id, var reason, int shared, int computed, var stats) -> {
                begin(Wire.DONE, id);
                out.writeByte(reason.ordinal());
                out.writeInt(shared);
                out.writeInt(computed);
                write(stats);
            }
            case Frame.Beat(var stats) -> {
                out.writeByte(Wire.BEAT);
                write(stats);
            }
            case Frame.LogLine(int level, var logger, var text) -> {
                out.writeByte(Wire.LOG_LINE);
                out.writeInt(level);
                write(logger);
                write(text);
            }
            case Frame.Described(var library) -> {
                out.writeByte(Wire.DESCRIBED);
                write(library);
            }
        }
    }

    private void writeSentence(int kind, String sentence) throws IOException {
        out.writeByte(kind);
        write(sentence);
    }

    private void writeAnswer(int kind, long id, String text) throws IOException {
        begin(kind, id);
        write(text);
    }

    private void write(Frame.Opened opened) throws IOException {
        out.writeByte(Wire.OPENED);
        write(opened.model());
        out.writeInt(opened.pieces().size());
        for (var piece : opened.pieces()) {
            write(piece.bytes());
        }
        out.writeInt(opened.gpuLayers());
    }

    private void begin(int kind, long id) throws IOException {
        out.writeByte(kind);
        out.writeLong(id);
    }

    private void write(LlamaOptions options) throws IOException {
        write(options.model().toString());
        out.writeInt(options.cells());
        out.writeInt(options.threads());
        out.writeInt(options.offload().layers());
        write(options.offload().devices());
        out.writeByte(options.offload().split().ordinal());
        out.writeBoolean(options.flashAttention());
        write(options.libraryFolder());
    }

    private void write(Optional<Path> folder) throws IOException {
        write(folder.map(Object::toString).orElse(""));
    }

    private void write(LibraryInfo library) throws IOException {
        out.writeByte(library.origin().ordinal());
        write(library.folder());
        write(library.version());
        write(library.backends());
        out.writeInt(library.devices().size());
        for (var device : library.devices()) {
            write(device.name());
            write(device.description());
            out.writeByte(device.kind().ordinal());
            out.writeLong(device.freeBytes());
            out.writeLong(device.totalBytes());
        }
        write(library.features());
        write(library.problem());
    }

    private void write(List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (var text : texts) {
            write(text);
        }
    }

    private void write(GenerateRequest request) throws IOException {
        write(request.prefix());
        write(request.given());
        out.writeInt(request.maxTokens());
        write(request.sampling());
        write(request.stops());
        out.writeInt(request.top());
        out.writeInt(request.priority());
        out.writeByte(request.exactness().ordinal());
    }

    private void write(Sampling sampling) throws IOException {
        out.writeDouble(sampling.temperature());
        out.writeInt(sampling.topK());
        out.writeDouble(sampling.topP());
        out.writeDouble(sampling.minP());
        out.writeDouble(sampling.repetitionPenalty());
        out.writeInt(sampling.logitBias().size());
        for (var bias : sampling.logitBias().entrySet()) {
            out.writeInt(bias.getKey());
            out.writeDouble(bias.getValue());
        }
        write(sampling.grammar());
        out.writeLong(sampling.seed());
    }

    private void write(TokenStep step) throws IOException {
        out.writeInt(step.id());
        out.writeDouble(step.logProb());
        out.writeDouble(step.entropy());
        out.writeBoolean(step.sampled());
        out.writeByte(step.top().size());
        for (var one : step.top()) {
            out.writeInt(one.id());
            out.writeDouble(one.logProb());
        }
    }

    private void write(ModelInfo model) throws IOException {
        write(model.file());
        write(model.name());
        write(model.description());
        out.writeLong(model.parameters());
        out.writeLong(model.bytes());
        out.writeInt(model.contextLength());
        out.writeInt(model.trainedContext());
        out.writeInt(model.vocabularySize());
        write(model.library());
        out.writeInt(model.metadata().size());
        for (var entry : model.metadata().entrySet()) {
            write(entry.getKey());
            write(entry.getValue());
        }
    }

    private void write(EngineStats stats) throws IOException {
        out.writeLong(stats.generatedTokens());
        out.writeLong(stats.computedTokens());
        out.writeLong(stats.sharedTokens());
        out.writeLong(stats.recomputedTokens());
        out.writeLong(stats.decodeCalls());
        out.writeLong(stats.decodedRows());
        out.writeLong(stats.decodeNanos());
        out.writeLong(stats.busyNanos());
    }

    private void write(Sequence tokens) throws IOException {
        out.writeInt(tokens.length());
        for (int i = 0; i < tokens.length(); i++) {
            out.writeInt(tokens.token(i));
        }
    }

    private void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
