package dev.thoughtscope.study.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// Running texts read from a file.
///
/// A line is a JSON object with `text` and, if there are any, `id` and the lists `results` and `trivial` of
/// `[from, to]` in characters, end left out.
///
/// @param bad lines that were passed over
/// @param sha256 of the file
public record Corpus(List<CorpusText> texts, List<BadLine> bad, String sha256) {
    /// Characters of a text at most: thoughts are had before each token of it.
    private static final int LONGEST = 20_000;

    public Corpus {
        texts = List.copyOf(texts);
        bad = List.copyOf(bad);
    }

    /// @param skipBad whether lines that are no text are passed over; otherwise the first one stops the reading
    /// @param limit the first so many texts are kept, at least 1
    /// @throws IOException one sentence: the file cannot be read, a line is bad, or no text is left
    public static Corpus read(Path file, boolean skipBad, int limit) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException(file + " is no ordinary file: name a file of texts, one JSON object a line.");
        }
        var hash = Dataset.sha256Digest();
        var reading = new Reading(file, skipBad, limit);
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), hash);
                var lines = new DatasetLines(in)) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                reading.take(line);
            }
        } catch (NoSuchFileException missing) {
            throw new IOException("There is no file " + file + ".", missing);
        }
        if (reading.texts.isEmpty()) {
            throw new IOException("There is no text in " + file + " to think along."
                    + reading.bad.stream().findFirst().map(line -> " The first of its bad lines: " + line + ".").orElse(""));
        }
        return new Corpus(reading.texts, reading.bad, HexFormat.of().formatHex(hash.digest()));
    }

    private static final class Reading {
        private final Path file;
        private final boolean skipBad;
        private final int limit;
        private final List<CorpusText> texts = new ArrayList<>();
        private final List<BadLine> bad = new ArrayList<>();
        private final Set<String> ids = new HashSet<>();

        Reading(Path file, boolean skipBad, int limit) {
            this.file = file;
            this.skipBad = skipBad;
            this.limit = limit;
        }

        void take(DatasetLines.Line line) throws IOException {
            if (line.damage().isEmpty() && line.text().isBlank()) {
                return;
            }
            try {
                if (!line.damage().isEmpty()) {
                    throw new BadLineException(line.damage());
                }
                var text = text(line);
                if (!ids.add(text.id())) {
                    throw new BadLineException("its id \"" + JsonProblems.shortened(text.id()) + "\" was used before");
                }
                if (texts.size() < limit) {
                    texts.add(text);
                }
            } catch (BadLineException why) {
                var one = new BadLine(file.toString(), line.number(), why.getMessage());
                if (!skipBad) {
                    throw new IOException(one + ". Mend the line, or let bad lines be skipped.", why);
                }
                bad.add(one);
            }
        }

        private CorpusText text(DatasetLines.Line line) throws BadLineException {
            var object = JsonProblems.parse(line.text());
            String text = JsonProblems.first(object, "text");
            if (text.isBlank()) {
                throw new BadLineException("it has no \"text\"");
            }
            if (text.length() > LONGEST) {
                throw new BadLineException("its text has " + text.length() + " characters, and " + LONGEST + " are measured at most");
            }
            String id = JsonProblems.first(object, "id");
            return new CorpusText(
                    id.isBlank() ? file.getFileName() + ":" + line.number() : id.strip(),
                    text,
                    marks(object, "results", text.length()),
                    marks(object, "trivial", text.length()));
        }

        private static List<CorpusText.Mark> marks(JsonNode object, String name, int length) throws BadLineException {
            var marks = new ArrayList<CorpusText.Mark>();
            for (var pair : object.path(name)) {
                var mark = new CorpusText.Mark(pair.path(0).asInt(-1), pair.path(1).asInt(-1));
                if (pair.size() != 2 || mark.from() < 0 || mark.from() >= mark.to() || mark.to() > length) {
                    throw new BadLineException("its \"" + name + "\" holds something else than [from, to] within the text");
                }
                marks.add(mark);
            }
            return marks;
        }
    }
}
