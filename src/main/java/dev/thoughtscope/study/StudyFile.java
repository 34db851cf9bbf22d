package dev.thoughtscope.study;

import dev.thoughtscope.probe.ProbeSettings;
import dev.thoughtscope.reasoning.Dialects;
import dev.thoughtscope.study.data.DatasetFormat;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads a study from its JSON file. Every complaint names the line.
///
/// Of the fields, `thoughtscope`, `version`, `name`, `dataset` with its `path`, and `methods` must be there; the others
/// are shown with what holds without them. Without `thinking`, no texts are thought along:
///
/// ```
/// {
///   "thoughtscope": "study", "version": 1, "name": "Any text",
///   "dataset": {"path": ["problems.jsonl"], "format": "jsonl", "limit": 1000000, "bad-lines": "skip"},
///   "checker": "auto", "dialect": "(the model's)", "seeds": [1], "max-tokens": 400, "keep-logs": true,
///   "exact": "never",
///   "methods": [
///     {"method": "direct"},
///     {"method": "cot", "style": "step"},
///     {"method": "greedy", "reflect": true},
///     {"method": "self-consistency", "budgets": [1, 4, 16]},
///     {"method": "best-of-n", "budgets": [1, 4, 16], "temperature": 1},
///     {"method": "beam", "action": "step", "width": 4, "budgets": [4]},
///     {"method": "mcts", "action": "mini-step-32", "width": 4, "parallel": 4, "budgets": [4, 16], "reflect": true}
///   ],
///   "thinking": {"path": "texts.jsonl", "limit": 1000000, "thought-tokens": 24, "ahead": 4}
/// }
/// ```
///
/// Formats are those of [DatasetFormat], checkers those of [AnswerCheck], methods those of [Method.Kind] and `greedy`, a
/// `cot` at temperature 0. A `style` (quick, step, careful) or an `opening` of one's own is the first line of each
/// thought. Texts are those of [dev.thoughtscope.study.data.Corpus]. Paths start from the file's folder.
///
/// A seed is mixed with each problem's id: problems differ in their luck, methods on the same problem do not, and
/// neither order nor company nor an interruption changes what a run draws. What it draws from differs by rounding with
/// what runs beside it, which now and then changes a token; an `exact` study (always, where-possible) rules that
/// out, on the processor, and runs one problem at a time.
public final class StudyFile {
    private static final int VERSION = 1;
    private static final long LONGEST = 1 << 20;
    private static final int MOST_PROBLEMS = 1_000_000;
    private static final int MOST_SEEDS = 1000;
    private static final int MOST_METHODS = 100;

    private StudyFile() {}

    /// @throws StudyFileException in one sentence for whatever is wrong with the file
    public static Study read(Path file) throws StudyFileException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new StudyFileException(file + " is no ordinary file: a study is a file of JSON.");
        }
        try {
            if (Files.size(file) > LONGEST) {
                throw new StudyFileException(file + " is longer than " + LONGEST + " bytes: it is no study.");
            }
            return parse(file, Files.readString(file));
        } catch (NoSuchFileException missing) {
            throw new StudyFileException("There is no file " + file + ".", missing);
        } catch (MalformedInputException notText) {
            throw new StudyFileException(file + " is not UTF-8 text.", notText);
        } catch (IOException unreadable) {
            throw new StudyFileException(file + " cannot be read: " + unreadable.getMessage() + ".", unreadable);
        }
    }

    /// The study of the held-out problems of the model that ships.
    ///
    /// @param models the folder in which `heldout` lies
    public static Study shipped(Path models) throws StudyFileException {
        return parse(models.resolve("shipped.json"), preset("shipped"));
    }

    /// Names of the studies that ship, the quickest first.
    public static final List<String> PRESETS = List.of("quick", "thinking", "reflection", "parentheses", "tries", "positions", "shipped");

    /// The text of a study that ships. Its paths start from the folder of the model that ships.
    ///
    /// @param name one of [#PRESETS]
    public static String preset(String name) throws StudyFileException {
        try (var text = StudyFile.class.getResourceAsStream(name + ".json")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new StudyFileException("The study that ships cannot be read.", unreadable);
        }
    }

    /// @param file whose folder the dataset's paths start from
    public static Study parse(Path file, String text) throws StudyFileException {
        var fields = LocatedJson.parse(file.toString(), text).fields("a study");
        if (fields.required("thoughtscope") instanceof LocatedJson mark && !"study".equals(mark.value())) {
            throw mark.wrong("a study file says \"thoughtscope\": \"study\"");
        }
        fields.required("version").whole("\"version\"", 1, VERSION);
        String name = fields.required("name").text("\"name\"");
        var dataset = fields.required("dataset").fields("\"dataset\"");
        var files = datasets(file, dataset);
        var format = format(dataset.optional("format"));
        int limit = whole(dataset, "limit", 1, MOST_PROBLEMS, MOST_PROBLEMS);
        boolean skip = skipsBadLines(dataset.optional("bad-lines"));
        dataset.noOthers();
        var study = new Study(
                name,
                files,
                format,
                limit,
                skip,
                check(fields.optional("checker")),
                dialect(fields.optional("dialect")),
                seeds(fields.optional("seeds")),
                whole(fields, "max-tokens", 16, 1 << 17, 400),
                flag(fields, "keep-logs", true),
                exact(fields.optional("exact")),
                methods(fields.required("methods")),
                thinking(file, fields.optional("thinking")));
        fields.noOthers();
        return study;
    }

    private static List<Path> datasets(Path file, LocatedJson.Fields dataset) throws StudyFileException {
        var files = new ArrayList<Path>();
        for (var path : dataset.required("path").items()) {
            files.add(path(file, path));
        }
        return files;
    }

    private static Path path(Path file, LocatedJson field) throws StudyFileException {
        try {
            return file.resolveSibling(field.text("\"path\"")).normalize();
        } catch (java.nio.file.InvalidPathException notAPath) {
            throw field.wrong("\"path\" is no path of this system");
        }
    }

    private static Optional<Study.Thinking> thinking(Path file, LocatedJson field) throws StudyFileException {
        if (field == null) {
            return Optional.empty();
        }
        var fields = field.fields("\"thinking\"");
        var thinking = new Study.Thinking(
                path(file, fields.required("path")),
                whole(fields, "limit", 1, MOST_PROBLEMS, MOST_PROBLEMS),
                whole(fields, "thought-tokens", 1, ProbeSettings.MOST_THOUGHT_TOKENS, ProbeSettings.STANDARD.thoughtTokens()),
                whole(fields, "ahead", 1, ProbeSettings.MOST, ProbeSettings.STANDARD.ahead()));
        fields.noOthers();
        return Optional.of(thinking);
    }

    private static DatasetFormat format(LocatedJson field) throws StudyFileException {
        if (field == null) {
            return DatasetFormat.JSONL;
        }
        try {
            return DatasetFormat.named(field.text("\"format\""));
        } catch (IllegalArgumentException unknown) {
            throw field.wrong(unknown.getMessage());
        }
    }

    private static boolean skipsBadLines(LocatedJson field) throws StudyFileException {
        if (field != null && !List.of("skip", "stop").contains(field.value())) {
            throw field.wrong("\"bad-lines\" must be \"skip\" or \"stop\"");
        }
        return field == null || field.value().equals("skip");
    }

    private static AnswerCheck check(LocatedJson field) throws StudyFileException {
        if (field == null) {
            return AnswerCheck.AUTO;
        }
        try {
            return AnswerCheck.named(field.text("\"checker\""));
        } catch (IllegalArgumentException unknown) {
            throw field.wrong(unknown.getMessage());
        }
    }

    private static WhenExact exact(LocatedJson field) throws StudyFileException {
        for (var when : WhenExact.values()) {
            if (field == null || when.label().equals(field.value())) {
                return when;
            }
        }
        throw field.wrong("\"exact\" must be \"never\", \"where-possible\" or \"always\"");
    }

    private static String dialect(LocatedJson field) throws StudyFileException {
        if (field == null) {
            return "";
        }
        String name = field.text("\"dialect\"");
        if (Dialects.named(name).isEmpty()) {
            throw field.wrong("there is no dialect \"" + name + "\": choose "
                    + Dialects.ALL.stream().map(known -> known.name()).collect(Collectors.joining(", ")));
        }
        return name;
    }

    private static List<Long> seeds(LocatedJson field) throws StudyFileException {
        if (field == null) {
            return List.of(1L);
        }
        var seeds = new ArrayList<Long>();
        if (field.items().isEmpty() || field.items().size() > MOST_SEEDS) {
            throw field.wrong("\"seeds\" must hold 1 to " + MOST_SEEDS + " numbers");
        }
        for (var seed : field.items()) {
            long value = seed.whole("a seed", 0, Integer.MAX_VALUE);
            if (seeds.contains(value)) {
                throw seed.wrong("the seed " + value + " is there twice");
            }
            seeds.add(value);
        }
        return seeds;
    }

    private static List<Method> methods(LocatedJson field) throws StudyFileException {
        var methods = new ArrayList<Method>();
        if (field.items().isEmpty() || field.items().size() > MOST_METHODS) {
            throw field.wrong("\"methods\" must hold 1 to " + MOST_METHODS + " methods");
        }
        var names = new HashSet<String>();
        for (var item : field.items()) {
            var method = MethodReader.read(item);
            if (!names.add(method.name())) {
                throw item.wrong("a method named \"" + method.name() + "\" is there twice: give one another \"name\"");
            }
            methods.add(method);
        }
        return methods;
    }

    static int whole(LocatedJson.Fields fields, String name, int least, int most, int otherwise)
            throws StudyFileException {
        var field = fields.optional(name);
        return field == null ? otherwise : field.whole("\"" + name + "\"", least, most);
    }

    static boolean flag(LocatedJson.Fields fields, String name, boolean otherwise) throws StudyFileException {
        var field = fields.optional(name);
        return field == null ? otherwise : field.flag("\"" + name + "\"");
    }
}
