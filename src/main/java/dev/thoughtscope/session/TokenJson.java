package dev.thoughtscope.session;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.thoughtscope.engine.Alternative;
import dev.thoughtscope.engine.Piece;
import dev.thoughtscope.engine.TokenStep;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A token as `[id, piece, logProb, entropy, sampled, [[id, piece, logProb], …]]`.
///
/// A piece is its text, or `{"base64": …}` where its bytes alone are no text; a number that the engine does not know is
/// null; `sampled` is 1 or 0.
final class TokenJson {
    private static final int MOST_CANDIDATES = 1000;

    private TokenJson() {}

    static final class Writer extends JsonSerializer<TokenStep> {
        @Override
        public void serialize(TokenStep step, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartArray();
            out.writeNumber(step.id());
            writePiece(step.piece(), out);
            writeKnown(step.logProb(), out);
            writeKnown(step.entropy(), out);
            out.writeNumber(step.sampled() ? 1 : 0);
            out.writeStartArray();
            for (var candidate : step.top()) {
                out.writeStartArray();
                out.writeNumber(candidate.id());
                writePiece(candidate.piece(), out);
                out.writeNumber(candidate.logProb());
                out.writeEndArray();
            }
            out.writeEndArray();
            out.writeEndArray();
        }

        private static void writePiece(Piece piece, JsonGenerator out) throws IOException {
            if (piece.isWhole()) {
                out.writeString(piece.text());
            } else {
                out.writeStartObject();
                out.writeBinaryField("base64", piece.bytes());
                out.writeEndObject();
            }
        }

        private static void writeKnown(double number, JsonGenerator out) throws IOException {
            if (Double.isNaN(number)) {
                out.writeNull();
            } else {
                out.writeNumber(number);
            }
        }
    }

    static final class Reader extends JsonDeserializer<TokenStep> {
        @Override
        public TokenStep deserialize(JsonParser in, DeserializationContext context) throws IOException {
            require(in.currentToken() == JsonToken.START_ARRAY, in);
            int id = whole(in);
            var piece = piece(in);
            double logProb = known(in);
            double entropy = known(in);
            boolean sampled = whole(in) == 1;
            var top = candidates(in);
            require(in.nextToken() == JsonToken.END_ARRAY, in);
            return new TokenStep(id, piece, logProb, top, entropy, sampled);
        }

        private static List<Alternative> candidates(JsonParser in) throws IOException {
            var candidates = new ArrayList<Alternative>();
            require(in.nextToken() == JsonToken.START_ARRAY, in);
            while (in.nextToken() != JsonToken.END_ARRAY) {
                require(in.currentToken() == JsonToken.START_ARRAY && candidates.size() < MOST_CANDIDATES, in);
                candidates.add(new Alternative(whole(in), piece(in), number(in)));
                require(in.nextToken() == JsonToken.END_ARRAY, in);
            }
            return candidates;
        }

        private static Piece piece(JsonParser in) throws IOException {
            if (in.nextToken() == JsonToken.VALUE_STRING) {
                return Piece.of(in.getText());
            }
            require(in.currentToken() == JsonToken.START_OBJECT && "base64".equals(in.nextFieldName()), in);
            require(in.nextToken() == JsonToken.VALUE_STRING, in);
            var piece = Piece.of(in.getBinaryValue());
            require(in.nextToken() == JsonToken.END_OBJECT, in);
            return piece;
        }

        private static int whole(JsonParser in) throws IOException {
            require(in.nextToken() == JsonToken.VALUE_NUMBER_INT, in);
            return in.getIntValue();
        }

        private static double number(JsonParser in) throws IOException {
            require(in.nextToken().isNumeric() && Double.isFinite(in.getDoubleValue()), in);
            return in.getDoubleValue();
        }

        private static double known(JsonParser in) throws IOException {
            if (in.nextToken() == JsonToken.VALUE_NULL) {
                return Double.NaN;
            }
            require(in.currentToken().isNumeric() && Double.isFinite(in.getDoubleValue()), in);
            return in.getDoubleValue();
        }

        private static void require(boolean condition, JsonParser in) throws IOException {
            if (!condition) {
                throw MismatchedInputException.from(in, TokenStep.class, "this is no token");
            }
        }
    }
}
