package dev.thoughtscope.study;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A JSON value that knows its line, read with errors that a person can act on.
///
/// @param value a `Map<String, LocatedJson>`, a `List<LocatedJson>`, a `String`, a `BigDecimal`, a `Boolean` or null
record LocatedJson(String file, int line, Object value) {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(16).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    static LocatedJson parse(String file, String text) throws StudyFileException {
        try (var parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new StudyFileException(file + " is empty.");
            }
            var value = read(file, parser);
            if (parser.nextToken() != null) {
                throw new StudyFileException(file + ", line " + line(parser) + ": text follows the end of the object.");
            }
            return value;
        } catch (StreamConstraintsException beyond) {
            throw new StudyFileException(
                    file + " is no study: a number or text is longer, or brackets lie deeper, than in any.",
                    beyond);
        } catch (JsonParseException broken) {
            throw new StudyFileException(
                    file + ", line " + broken.getLocation().getLineNr() + ": "
                            + broken.getOriginalMessage().lines().findFirst().orElse("no JSON") + ".",
                    broken);
        } catch (IOException broken) {
            throw new StudyFileException(file + " is no JSON: " + broken.getMessage() + ".", broken);
        }
    }

    private static LocatedJson read(String file, JsonParser parser) throws IOException, StudyFileException {
        int line = line(parser);
        Object value =
                switch (parser.currentToken()) {
                    case START_OBJECT -> readObject(file, parser);
                    case START_ARRAY -> readArray(file, parser);
                    case VALUE_STRING -> parser.getText();
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(file, parser);
                    case VALUE_TRUE -> true;
                    case VALUE_FALSE -> false;
                    default -> null;
                };
        return new LocatedJson(file, line, value);
    }

    private static BigDecimal number(String file, JsonParser parser) throws IOException, StudyFileException {
        try {
            return parser.getDecimalValue();
        } catch (NumberFormatException beyond) {
            throw new StudyFileException(
                    file + ", line " + line(parser) + ": a number has an exponent that no study needs.", beyond);
        }
    }

    private static Map<String, LocatedJson> readObject(String file, JsonParser parser)
            throws IOException, StudyFileException {
        var fields = new LinkedHashMap<String, LocatedJson>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, read(file, parser));
        }
        return fields;
    }

    private static List<LocatedJson> readArray(String file, JsonParser parser) throws IOException, StudyFileException {
        var items = new ArrayList<LocatedJson>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(read(file, parser));
        }
        return items;
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    StudyFileException wrong(String why) {
        return new StudyFileException(file + ", line " + line + ": " + why + ".");
    }

    Fields fields(String what) throws StudyFileException {
        if (value instanceof Map<?, ?> map) {
            var fields = new LinkedHashMap<String, LocatedJson>();
            map.forEach((name, field) -> fields.put((String) name, (LocatedJson) field));
            return new Fields(this, what, fields);
        }
        throw wrong(what + " must be an object in braces");
    }

    /// The items of an array; a value by itself counts as an array of one.
    List<LocatedJson> items() {
        return value instanceof List<?> list
                ? list.stream().map(LocatedJson.class::cast).toList()
                : List.of(this);
    }

    String text(String what) throws StudyFileException {
        if (value instanceof String text && !text.isBlank() && text.length() <= 4000) {
            return text;
        }
        throw wrong(what + " must be text in quotes, not empty");
    }

    int whole(String what, int least, int most) throws StudyFileException {
        if (value instanceof BigDecimal number
                && number.stripTrailingZeros().scale() <= 0
                && number.compareTo(BigDecimal.valueOf(least)) >= 0
                && number.compareTo(BigDecimal.valueOf(most)) <= 0) {
            return number.intValueExact();
        }
        throw wrong(what + " must be a whole number of " + least + " to " + most);
    }

    double number(String what, double least, double most) throws StudyFileException {
        if (value instanceof BigDecimal number && number.doubleValue() >= least && number.doubleValue() <= most) {
            return number.doubleValue();
        }
        throw wrong(what + " must be a number of " + least + " to " + most);
    }

    boolean flag(String what) throws StudyFileException {
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw wrong(what + " must be true or false");
    }

    /// The fields of an object, each taken once; what is left at the end is unknown.
    static final class Fields {
        private final LocatedJson object;
        private final String what;
        private final Map<String, LocatedJson> left;
        private final List<String> known = new ArrayList<>();

        private Fields(LocatedJson object, String what, Map<String, LocatedJson> left) {
            this.object = object;
            this.what = what;
            this.left = left;
        }

        /// Null where it is not there.
        LocatedJson optional(String name) {
            known.add(name);
            return left.remove(name);
        }

        LocatedJson required(String name) throws StudyFileException {
            var field = optional(name);
            if (field == null) {
                throw object.wrong(what + " needs \"" + name + "\"");
            }
            return field;
        }

        void noOthers() throws StudyFileException {
            for (var other : left.entrySet()) {
                throw other.getValue()
                        .wrong(what + " has no \"" + other.getKey() + "\": it may have " + String.join(", ", known));
            }
        }
    }
}
