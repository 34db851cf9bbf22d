package dev.thoughtscope.study;

import dev.thoughtscope.engine.ModelInfo;
import dev.thoughtscope.study.data.BadLine;
import dev.thoughtscope.study.data.Corpus;
import dev.thoughtscope.study.data.Dataset;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All that another person needs to repeat a study.
///
/// @param id hash of what decides the results: problems, methods, seeds, checker, model file, library; not of when or
///     where it ran
/// @param checker name of the [AnswerCheck]
/// @param begun ISO 8601, UTC
public record Manifest(
        String id,
        String name,
        List<String> datasets,
        String format,
        String datasetSha256,
        int problems,
        List<BadLine> badLines,
        String checker,
        String dialect,
        List<Long> seeds,
        int maxTokens,
        boolean keepLogs,
        boolean exact,
        List<Method> methods,
        Thinking thinking,
        Model model,
        Machine machine,
        String begun) {

    /// Texts along which thoughts are measured.
    ///
    /// @param texts 0 for none
    /// @param thoughtTokens of a thought at most
    /// @param ahead tokens on which a gain is counted
    public record Thinking(String file, String sha256, int texts, int thoughtTokens, int ahead) {
        static final Thinking NONE = new Thinking("", "", 0, 0, 0);

        static Thinking of(Study.Thinking plan, Corpus corpus) {
            return new Thinking(
                    plan.corpus().getFileName().toString(),
                    corpus.sha256(),
                    corpus.texts().size(),
                    plan.thoughtTokens(),
                    plan.ahead());
        }
    }

    /// @param sha256 of the model file, empty where there is no file
    /// @param parameters number of weights, 0 if unknown
    public record Model(
            String file, String sha256, String name, String description, long parameters, int context, String library) {
        static Model of(ModelInfo info) throws IOException {
            return new Model(
                    info.file(),
                    hashOf(Path.of(info.file())),
                    info.name(),
                    info.description(),
                    info.parameters(),
                    info.contextLength(),
                    info.library());
        }
    }

    /// @param inFlight branches that share the engine, roughly
    public record Machine(String system, String processor, int cores, long memoryMegabytes, String java, int inFlight) {
        static Machine here(int inFlight) {
            return new Machine(
                    System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                            + System.getProperty("os.arch"),
                    processorName(),
                    Runtime.getRuntime().availableProcessors(),
                    totalMemoryMegabytes(),
                    System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
                    inFlight);
        }
    }

    static Manifest of(
            Study study,
            Dataset dataset,
            Optional<Corpus> corpus,
            String dialect,
            ModelInfo info,
            int inFlight,
            boolean exact)
            throws IOException {
        var bad = new ArrayList<>(dataset.bad());
        corpus.ifPresent(texts -> bad.addAll(texts.bad()));
        var model = Model.of(info);
        var manifest = new Manifest(
                "",
                study.name(),
                study.datasets().stream().map(file -> file.getFileName().toString()).toList(),
                study.format().label(),
                dataset.sha256(),
                dataset.problems().size(),
                bad,
                study.check().label(),
                dialect,
                study.seeds(),
                study.maxTokens(),
                study.keepLogs(),
                exact,
                study.methods(),
                corpus.map(texts -> Thinking.of(study.thinking().orElseThrow(), texts)).orElse(Thinking.NONE),
                model,
                Machine.here(inFlight),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        return manifest.withId(hash(manifest.essence()));
    }

    private Manifest withId(String newId) {
        return new Manifest(
                newId, name, datasets, format, datasetSha256, problems, badLines, checker, dialect, seeds, maxTokens,
                keepLogs, exact, methods, thinking, model, machine, begun);
    }

    private String essence() {
        String texts = thinking.equals(Thinking.NONE) ? "" : "\n" + thinking;
        return String.join(
                "\n",
                format,
                datasetSha256,
                String.valueOf(problems),
                checker,
                dialect,
                seeds.toString(),
                String.valueOf(maxTokens),
                methods.toString(),
                model.sha256(),
                model.name(),
                model.library())
                + texts
                + (exact ? "\nexact" : "");
    }

    /// What keeps results of one from being added to the other, empty if nothing does.
    String differenceFrom(Manifest other) {
        if (id.equals(other.id)) {
            return "";
        }
        if (!model.sha256().equals(other.model.sha256()) || !model.name().equals(other.model.name())) {
            return "the model is another one";
        }
        if (!model.library().equals(other.model.library())) {
            return "the library is " + model.library() + " and was " + other.model.library();
        }
        if (!datasetSha256.equals(other.datasetSha256) || problems != other.problems) {
            return "the problems are other ones";
        }
        if (!thinking.equals(other.thinking)) {
            return "the texts to think along are other ones";
        }
        if (exact != other.exact) {
            return exact ? "that one is not exact (--no-exact)" : "that one is exact (--exact)";
        }
        return methods.equals(other.methods) ? "its settings are other ones" : "its methods are other ones";
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)), 0, 8);
    }

    private static String hashOf(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        var digest = digest();
        var buffer = new byte[1 << 20];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String processorName() {
        return firstOf(Path.of("/proc/cpuinfo"), "model name");
    }

    private static long totalMemoryMegabytes() {
        String digits = firstOf(Path.of("/proc/meminfo"), "MemTotal").replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Long.parseLong(digits) / 1024;
    }

    /// The value of a field in a file that Linux has; empty elsewhere.
    private static String firstOf(Path file, String field) {
        try {
            return Files.readString(file)
                    .lines()
                    .filter(line -> line.startsWith(field) && line.contains(":"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("");
        } catch (IOException notLinux) {
            return "";
        }
    }
}
