package dev.thoughtscope.study;

import dev.thoughtscope.study.corpus.TextGain;
import dev.thoughtscope.study.data.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Where a study lies: its manifest, its problems, its results, the log of each run, its reports.
public record StudyFolder(Path path) {
    private static final String MANIFEST = "study.json";
    private static final String PROBLEMS = "problems.jsonl";
    private static final String RESULTS = "results.jsonl";
    private static final String THINKING = "thinking.jsonl";
    private static final int PER_BYTE = 16;

    /// What holds of manifests of earlier versions, which do not say it.
    private static final Map<String, Object> EARLIER = Map.of("thinking", Manifest.Thinking.NONE, "exact", false);

    /// What has been measured so far. A folder is whole in itself: neither model nor dataset is needed to read it.
    ///
    /// @param thinking what thoughts gained along texts, where the study has any
    public record Contents(Manifest manifest, List<Problem> problems, List<Result> results, List<TextGain> thinking) {
        public Contents {
            problems = List.copyOf(problems);
            results = List.copyOf(results);
            thinking = List.copyOf(thinking);
        }

        public Contents(Manifest manifest, List<Problem> problems, List<Result> results) {
            this(manifest, problems, results, List.of());
        }
    }

    /// @throws IOException in one sentence if the folder holds no study that can be read
    public Contents read() throws IOException {
        if (!isStudy()) {
            throw new IOException(path + " holds no study: there is no " + MANIFEST + " in it.");
        }
        var manifest = readManifest();
        checkSize(path.resolve(PROBLEMS));
        checkSize(path.resolve(RESULTS));
        checkSize(path.resolve(THINKING));
        var problems = new ArrayList<Problem>();
        int number = 0;
        for (String line : Files.readAllLines(path.resolve(PROBLEMS))) {
            number++;
            try {
                problems.add(StudyJson.read(line, Problem.class));
            } catch (IOException damaged) {
                throw new IOException(path.resolve(PROBLEMS) + ", line " + number + ": " + damaged.getMessage() + ".", damaged);
            }
        }
        return new Contents(manifest, problems, readResults(), readThinking());
    }

    /// A file is held in memory, in more than one form.
    private static void checkSize(Path file) throws IOException {
        long most = Runtime.getRuntime().maxMemory() / PER_BYTE;
        if (Files.exists(file) && (!Files.isRegularFile(file) || Files.size(file) > most)) {
            throw new IOException(file + " cannot be read: it is no ordinary file of at most " + (most >> 20) + " MB.");
        }
    }

    public boolean isStudy() {
        return Files.isRegularFile(path.resolve(MANIFEST));
    }

    private Manifest readManifest() throws IOException {
        var file = path.resolve(MANIFEST);
        checkSize(file);
        try {
            return StudyJson.read(Files.readString(file), Manifest.class, EARLIER);
        } catch (IOException damaged) {
            throw new IOException(file + " cannot be read: " + damaged.getMessage() + ".", damaged);
        }
    }

    /// Makes the folder this study's, or finds that it already is.
    ///
    /// @throws IOException in one sentence if another study lies there
    void claim(Manifest manifest, List<Problem> problems) throws IOException {
        Files.createDirectories(runs());
        if (isStudy()) {
            var there = readManifest();
            String difference = manifest.differenceFrom(there);
            if (!difference.isEmpty()) {
                throw new IOException(path + " holds another study, \"" + there.name() + "\": " + difference
                        + ". Choose another folder, or run with what it was begun with.");
            }
            return;
        }
        var lines = new StringBuilder();
        problems.forEach(problem -> lines.append(StudyJson.write(problem)).append('\n'));
        writeWhole(path.resolve(PROBLEMS), lines.toString());
        writeWhole(path.resolve(MANIFEST), StudyJson.writePretty(manifest));
    }

    ResultFile<Result> results() throws IOException {
        return ResultFile.open(path.resolve(RESULTS));
    }

    List<Result> readResults() throws IOException {
        return ResultFile.read(path.resolve(RESULTS), Result.class, Result::key);
    }

    ResultFile<TextGain> thinking() throws IOException {
        return ResultFile.open(path.resolve(THINKING));
    }

    List<TextGain> readThinking() throws IOException {
        return ResultFile.read(path.resolve(THINKING), TextGain.class, TextGain::id);
    }

    /// Event logs.
    public Path runs() {
        return path.resolve("runs");
    }

    /// The file is there complete or as it was before.
    static void writeWhole(Path file, String text) throws IOException {
        var partial = Files.createTempFile(file.toAbsolutePath().getParent(), ".saving-", ".tmp");
        try {
            Files.writeString(partial, text, StandardCharsets.UTF_8);
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
    }
}
