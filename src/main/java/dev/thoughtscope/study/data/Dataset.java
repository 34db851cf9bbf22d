package dev.thoughtscope.study.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Problems read from files.
///
/// @param bad lines that were passed over
/// @param sha256 of all bytes of all files, in order
public record Dataset(List<Problem> problems, List<BadLine> bad, String sha256) {
    private static final int MOST_PROBLEMS = 1_000_000;

    public Dataset {
        problems = List.copyOf(problems);
        bad = List.copyOf(bad);
    }

    /// Reads whole files; of each one's problems the first `limit` are kept.
    ///
    /// @param skipBad whether lines that are no problem are passed over; otherwise the first one stops the reading
    /// @param limit at least 1
    /// @throws IOException one sentence: a file cannot be read, a line is bad, or no problem is left
    public static Dataset read(List<Path> files, DatasetFormat format, boolean skipBad, int limit) throws IOException {
        var reading = new Reading(format, skipBad, limit);
        for (var file : files) {
            reading.read(file);
        }
        if (reading.problems.isEmpty()) {
            throw new IOException("There is no problem in " + files.getFirst() + " that can be read as " + format.label()
                    + "." + reading.bad.stream().findFirst().map(line -> " The first of its bad lines: " + line + ".").orElse(""));
        }
        return new Dataset(reading.problems, reading.bad, HexFormat.of().formatHex(reading.hash.digest()));
    }

    private static final class Reading {
        private final DatasetFormat format;
        private final boolean skipBad;
        private final MessageDigest hash = sha256Digest();
        private final List<Problem> problems = new ArrayList<>();
        private final List<BadLine> bad = new ArrayList<>();
        private final Map<String, String> seen = new HashMap<>();

        private final int limit;
        private int ofThisFile;

        Reading(DatasetFormat format, boolean skipBad, int limit) {
            this.format = format;
            this.limit = limit;
            this.skipBad = skipBad;
        }

        void read(Path file) throws IOException {
            ofThisFile = 0;
            if (Files.isDirectory(file)) {
                throw new IOException(file + " is a folder: name a file of problems in it.");
            }
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new IOException(file + " is no ordinary file: copy the problems into one.");
            }
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), hash);
                    var lines = new DatasetLines(in)) {
                boolean csv = format == DatasetFormat.GPQA
                        || format == DatasetFormat.AIME && file.toString().endsWith(".csv");
                if (csv) {
                    readCsv(file, lines);
                } else {
                    readLines(file, lines);
                }
            } catch (NoSuchFileException missing) {
                throw new IOException("There is no file " + file + ".", missing);
            }
        }

        private void readLines(Path file, DatasetLines lines) throws IOException {
            for (var line = lines.next(); line != null; line = lines.next()) {
                if (line.damage().isEmpty() && line.text().isBlank()) {
                    continue;
                }
                int number = line.number();
                try {
                    fail(line.damage());
                    add(file, number, problem(line.text(), fallbackId(file, number)));
                } catch (BadLineException bad) {
                    note(file, number, bad);
                }
            }
        }

        private Problem problem(String text, String id) throws BadLineException {
            if (format != DatasetFormat.MGSM) {
                return JsonProblems.read(format, text, id);
            }
            int tab = text.lastIndexOf('\t');
            String answer = tab < 0 ? "" : text.substring(tab + 1).strip();
            if (tab <= 0 || answer.isEmpty() || text.substring(0, tab).isBlank()) {
                throw new BadLineException("it is no question, tab, answer");
            }
            return new Problem(id, "", "", text.substring(0, tab).strip(), answer);
        }

        private void readCsv(Path file, DatasetLines lines) throws IOException {
            var reader = new CsvReader(lines);
            var header = reader.next();
            if (header == null) {
                return;
            }
            CsvProblems problems;
            try {
                fail(header.damage());
                problems = new CsvProblems(format, header.fields());
            } catch (BadLineException bad) {
                throw new IOException(new BadLine(file.toString(), header.line(), bad.getMessage()) + ".", bad);
            }
            for (var record = reader.next(); record != null; record = reader.next()) {
                try {
                    fail(record.damage());
                    add(file, record.line(), problems.read(record.fields(), fallbackId(file, record.line())));
                } catch (BadLineException bad) {
                    note(file, record.line(), bad);
                }
            }
        }

        private void add(Path file, int line, Problem problem) throws IOException, BadLineException {
            String earlier = seen.putIfAbsent(problem.id(), file.getFileName() + ", line " + line);
            if (earlier != null) {
                throw new BadLineException("its id \"" + JsonProblems.shortened(problem.id()) + "\" was used before, in " + earlier);
            }
            if (problems.size() == MOST_PROBLEMS) {
                throw new IOException(file + " has more than " + MOST_PROBLEMS + " problems.");
            }
            if (ofThisFile++ < limit) {
                problems.add(problem);
            }
        }

        private void note(Path file, int line, BadLineException why) throws IOException {
            var one = new BadLine(file.toString(), line, why.getMessage());
            if (!skipBad) {
                throw new IOException(one + ". Mend the line, or let bad lines be skipped.", why);
            }
            bad.add(one);
        }

        private static void fail(String damage) throws BadLineException {
            if (!damage.isEmpty()) {
                throw new BadLineException(damage);
            }
        }

        private static String fallbackId(Path file, int line) {
            return file.getFileName().toString().replaceFirst("\\.[^.]*$", "") + "-" + line;
        }
    }

    static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
