package dev.thoughtscope.study.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/// One line of JSON as a problem.
final class JsonProblems {
    private static final ObjectMapper JSON = mapper();

    private JsonProblems() {}

    /// @param fallbackId for a line that names none
    static Problem read(DatasetFormat format, String line, String fallbackId) throws BadLineException {
        var object = parse(line);
        String question = required(object, "question", "problem", "Problem", "Question");
        String id = first(object, "id", "ID", "unique_id");
        String kind = first(object, "kind", "subject");
        return new Problem(
                id.isBlank() ? fallbackId : id.strip(),
                kind,
                first(object, "level"),
                question,
                answer(format, object));
    }

    private static String answer(DatasetFormat format, JsonNode object) throws BadLineException {
        return switch (format) {
            case JSONL -> required(object, "answer");
            case GSM8K -> afterHashes(required(object, "answer"));
            case MATH_500 -> finalAnswer(object);
            case AIME -> aime(finalAnswer(object));
            case MGSM, GPQA -> throw new IllegalArgumentException(format + " is no JSON");
        };
    }

    static JsonNode parse(String line) throws BadLineException {
        try {
            var node = JSON.readTree(line);
            if (!node.isObject()) {
                throw new BadLineException("it is no JSON object");
            }
            return node;
        } catch (JsonProcessingException broken) {
            throw new BadLineException("it is no JSON: " + firstLine(broken.getOriginalMessage()));
        }
    }

    private static String finalAnswer(JsonNode object) throws BadLineException {
        String answer = first(object, "answer", "Answer");
        if (!answer.isBlank()) {
            return answer.strip();
        }
        return boxed(first(object, "solution", "Solution"));
    }

    /// Contents of the last `\boxed{}`.
    static String boxed(String solution) throws BadLineException {
        int start = solution.lastIndexOf("\\boxed{");
        int depth = 0;
        for (int i = start + "\\boxed".length(); start >= 0 && i < solution.length(); i++) {
            depth += solution.charAt(i) == '{' ? 1 : solution.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return solution.substring(start + "\\boxed{".length(), i).strip();
            }
        }
        throw new BadLineException("it has no \"answer\" and no \\boxed{} in its \"solution\"");
    }

    static String afterHashes(String answer) throws BadLineException {
        int at = answer.lastIndexOf("####");
        String number = at < 0 ? "" : answer.substring(at + 4).strip();
        if (number.isEmpty()) {
            throw new BadLineException("its \"answer\" does not end in \"#### N\"");
        }
        return number;
    }

    static String aime(String answer) throws BadLineException {
        String digits = answer.strip();
        if (!digits.matches("\\d{1,3}")) {
            throw new BadLineException("its answer \"" + shortened(digits) + "\" is no whole number of 0 to 999");
        }
        return String.valueOf(Integer.parseInt(digits));
    }

    static String required(JsonNode object, String... names) throws BadLineException {
        String text = first(object, names);
        if (text.isBlank()) {
            throw new BadLineException("it has no \"" + names[0] + "\"");
        }
        return text.strip();
    }

    static String first(JsonNode object, String... names) throws BadLineException {
        for (String name : names) {
            var value = object.get(name);
            if (value != null && !value.isNull()) {
                if (value.isContainerNode()) {
                    throw new BadLineException("its \"" + name + "\" is neither text nor a number");
                }
                return value.asText();
            }
        }
        return "";
    }

    static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    private static ObjectMapper mapper() {
        var mapper = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(32).build());
        return mapper;
    }
}
