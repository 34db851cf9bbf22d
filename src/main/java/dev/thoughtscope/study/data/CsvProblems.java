package dev.thoughtscope.study.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;

/// Records of a CSV file with a header as problems.
final class CsvProblems {
    private static final List<String> GPQA = List.of(
            "Question", "Correct Answer", "Incorrect Answer 1", "Incorrect Answer 2", "Incorrect Answer 3");
    private static final List<String> AIME = List.of("Question", "Answer");

    private final DatasetFormat format;
    private final List<String> header;

    /// @throws BadLineException if columns are missing
    CsvProblems(DatasetFormat format, List<String> header) throws BadLineException {
        this.format = format;
        this.header = header.stream().map(String::strip).toList();
        for (String column : format == DatasetFormat.GPQA ? GPQA : AIME) {
            if (!this.header.contains(column)) {
                throw new BadLineException("the header has no column \"" + column + "\"");
            }
        }
    }

    Problem read(List<String> fields, String fallbackId) throws BadLineException {
        if (fields.size() != header.size()) {
            throw new BadLineException("it has " + fields.size() + " fields where the header has " + header.size());
        }
        String question = required(fields, "Question");
        if (format == DatasetFormat.AIME) {
            String id = field(fields, "ID").isBlank() ? fallbackId : field(fields, "ID").strip();
            return new Problem(id, "", "", question, JsonProblems.aime(required(fields, "Answer")));
        }
        String id = field(fields, "Record ID").isBlank() ? fallbackId : field(fields, "Record ID").strip();
        return choice(id, field(fields, "High-level domain"), question, fields);
    }

    /// The order of the options is drawn from the question, so that it is the same on every machine.
    private Problem choice(String id, String kind, String question, List<String> fields) throws BadLineException {
        var options = new ArrayList<String>();
        for (String column : GPQA.subList(1, GPQA.size())) {
            options.add(required(fields, column));
        }
        String right = options.getFirst();
        var hash = new CRC32();
        hash.update(question.getBytes(StandardCharsets.UTF_8));
        Collections.shuffle(options, new Random(hash.getValue()));
        var text = new StringBuilder(question).append('\n');
        for (int i = 0; i < options.size(); i++) {
            text.append((char) ('A' + i)).append(") ").append(options.get(i)).append('\n');
        }
        text.append("Answer with the letter of the right option.");
        return new Problem(id, kind, "", text.toString(), String.valueOf((char) ('A' + options.indexOf(right))));
    }

    private String required(List<String> fields, String column) throws BadLineException {
        String value = field(fields, column).strip();
        if (value.isEmpty()) {
            throw new BadLineException("its \"" + column + "\" is empty");
        }
        return value;
    }

    private String field(List<String> fields, String column) {
        int at = header.indexOf(column);
        return at < 0 ? "" : fields.get(at);
    }
}
