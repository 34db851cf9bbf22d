package dev.thoughtscope.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.thoughtscope.engine.Piece;
import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.reasoning.Confidence;
import dev.thoughtscope.search.Event;
import dev.thoughtscope.search.NodeKind;
import dev.thoughtscope.search.RunInfo;
import dev.thoughtscope.search.Verdict;
import dev.thoughtscope.session.EventLog;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A run as the page reads it: `question`, `expected`, `model`, `settings`, `seed`, `times` in milliseconds, and `events` as
/// short arrays that begin with a letter.
///
/// | letter | then |
/// |---|---|
/// | t | branch, tokens `[text, confidence, probability, [[text, probability], …]]`, how many the model chose |
/// | n | arrays, each of id, parent, kind (S, F reflection, P person), branch, from, to, prior, own value, 1 if terminal |
/// | s, u | simulation, path; and for u the value |
/// | a, c | node, answer or – , verdict (R, W, U) or its note |
/// | r | node, answer before, answer after |
/// | x | node, whether it is left out |
/// | f | ending |
/// | o | any other event, which the page does not draw |
final class RunData {
    private static final double EXACT = 1e4;
    private static final double NANOS = 1e6;

    private final JsonGenerator out;
    private final Map<Integer, List<Piece>> unfinished = new HashMap<>();

    private RunData(JsonGenerator out) {
        this.out = out;
    }

    static void write(EventLog log, Writer writer) throws IOException {
        var factory = new JsonFactory();
        factory.setCharacterEscapes(new ForHtml());
        factory.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        try (var out = factory.createGenerator(writer)) {
            new RunData(out).run(log);
        }
    }

    private void run(EventLog log) throws IOException {
        out.writeStartObject();
        head(((Event.RunStarted) log.get(0).event()).run());
        out.writeArrayFieldStart("events");
        for (int i = 0; i < log.size(); i++) {
            out.writeStartArray();
            event(log.get(i).event());
            out.writeEndArray();
        }
        out.writeEndArray();
        out.writeArrayFieldStart("times");
        for (int i = 0; i < log.size(); i++) {
            out.writeNumber(Math.round(log.get(i).nanos() / NANOS));
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void head(RunInfo info) throws IOException {
        out.writeStringField("question", info.question());
        out.writeStringField("expected", info.expected());
        out.writeObjectFieldStart("model");
        for (var entry : info.model().entrySet()) {
            // the folder of the file is nobody's business
            String value = entry.getKey().equals("file") ? entry.getValue().replaceAll(".*[/\\\\]", "") : entry.getValue();
            out.writeStringField(entry.getKey(), value);
        }
        out.writeEndObject();
        out.writeObjectFieldStart("settings");
        for (var entry : info.settings().entrySet()) {
            out.writeStringField(entry.getKey(), entry.getValue());
        }
        out.writeEndObject();
        out.writeNumberField("seed", info.seed());
    }

    private void event(Event event) throws IOException {
        switch (event) {
            case Event.TokensGenerated more -> tokens(more);
            case Event.NodesAdded added -> nodes(added);
            case Event.Selected selected -> {
                out.writeString("s");
                out.writeNumber(selected.simulation());
                path(selected.path());
            }
            case Event.BackedUp up -> {
                out.writeString("u");
                out.writeNumber(up.simulation());
                path(up.path());
                out.writeNumber(up.value());
            }
            case Event.AnswerFound found -> texts("a", found.node(), found.answer(), letter(found.verdict()));
            case Event.StepChecked checked -> texts("c", checked.node(), letter(checked.verdict()), checked.note());
            case Event.Reflected reflected -> texts("r", reflected.node(), reflected.before(), reflected.after());
            case Event.Banned banned -> {
                out.writeString("x");
                out.writeNumber(banned.node());
                out.writeBoolean(banned.banned());
            }
            case Event.Finished finished -> texts("f", 0, finished.ending().name());
            case Event.Failed failed -> texts("f", 0, failed.sentence());
            default -> out.writeString("o");
        }
    }

    private void texts(String letter, int node, String... texts) throws IOException {
        out.writeString(letter);
        out.writeNumber(node);
        for (String text : texts) {
            out.writeString(text);
        }
    }

    private static String letter(Verdict verdict) {
        return switch (verdict) {
            case RIGHT -> "R";
            case WRONG -> "W";
            case UNKNOWN -> "U";
        };
    }

    private void path(List<Integer> path) throws IOException {
        out.writeStartArray();
        for (int node : path) {
            out.writeNumber(node);
        }
        out.writeEndArray();
    }

    private void nodes(Event.NodesAdded added) throws IOException {
        out.writeString("n");
        for (var node : added.nodes()) {
            out.writeStartArray();
            out.writeNumber(node.id());
            out.writeNumber(node.parent());
            out.writeString(node.kind() == NodeKind.REFLECTION ? "F" : node.kind() == NodeKind.PERSON ? "P" : "S");
            out.writeNumber(node.span().branch());
            out.writeNumber(node.span().from());
            out.writeNumber(node.span().to());
            number(node.prior());
            number(node.ownValue());
            out.writeNumber(node.terminal() ? 1 : 0);
            out.writeEndArray();
        }
    }

    private void tokens(Event.TokensGenerated more) throws IOException {
        out.writeString("t");
        out.writeNumber(more.branch());
        out.writeStartArray();
        int chosen = 0;
        for (var token : more.tokens()) {
            token(more.branch(), token);
            chosen += token.sampled() ? 1 : 0;
        }
        out.writeEndArray();
        out.writeNumber(chosen);
    }

    private void token(int branch, TokenStep token) throws IOException {
        out.writeStartArray();
        out.writeString(completed(branch, token.piece()));
        number(Confidence.TOP5.of(token));
        number(Math.exp(token.logProb()));
        out.writeStartArray();
        for (var candidate : token.top()) {
            out.writeStartArray();
            out.writeString(candidate.piece().text());
            number(Math.exp(candidate.logProb()));
            out.writeEndArray();
        }
        out.writeEndArray();
        out.writeEndArray();
    }

    /// The characters that a token completes; empty in the middle of one.
    private String completed(int branch, Piece piece) {
        var pieces = unfinished.computeIfAbsent(branch, _ -> new ArrayList<>());
        pieces.add(piece);
        var joined = Piece.of(Piece.join(pieces));
        boolean whole = joined.length() == pieces.stream().mapToInt(Piece::length).sum();
        if (!whole && pieces.size() < 4) {
            return "";
        }
        pieces.clear();
        return joined.text();
    }

    private void number(double value) throws IOException {
        if (Double.isFinite(value)) {
            out.writeNumber(Math.round(value * EXACT) / EXACT);
        } else {
            out.writeNull();
        }
    }

    /// JSON that cannot end the block of HTML it lies in.
    private static final class ForHtml extends CharacterEscapes {
        private static final long serialVersionUID = 1;
        private static final int[] ASCII = CharacterEscapes.standardAsciiEscapesForJSON();

        static {
            for (char c : "<>&'".toCharArray()) {
                ASCII[c] = ESCAPE_STANDARD;
            }
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ASCII.clone();
        }

        @Override
        public SerializableString getEscapeSequence(int character) {
            boolean line = character == 0x2028 || character == 0x2029;
            return line ? new SerializedString(String.format("\\u%04x", character)) : null;
        }
    }
}
