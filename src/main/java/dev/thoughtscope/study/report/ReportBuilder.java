package dev.thoughtscope.study.report;

import dev.thoughtscope.study.Figures;
import dev.thoughtscope.study.Ladder;
import dev.thoughtscope.study.Manifest;
import dev.thoughtscope.study.Puzzle;
import dev.thoughtscope.study.StudyFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes the report of a study from its folder alone: the same results make the same report.
public final class ReportBuilder {
    private static final int MOST_BAD_LINES = 50;

    private final StudyFolder.Contents contents;
    private final Figures figures;
    private final Optional<Puzzle> puzzle;

    private ReportBuilder(StudyFolder.Contents contents, Optional<Puzzle> puzzle) {
        this.contents = contents;
        this.figures = new Figures(contents);
        this.puzzle = puzzle;
    }

    /// @param puzzle what became of the parentheses puzzle, where the study asks it
    public static Report of(StudyFolder.Contents contents, Optional<Puzzle> puzzle) {
        return new ReportBuilder(contents, puzzle).build();
    }

    /// @throws IOException in one sentence if the folder holds no study that can be read
    public static Report of(StudyFolder folder) throws IOException {
        var contents = folder.read();
        return of(contents, Puzzle.of(folder, contents));
    }

    private Report build() {
        var sections = new ArrayList<Section>();
        var accuracy = new AccuracySections(figures);
        sections.add(accuracy.summary(missing()));
        var rungs = Ladder.of(figures);
        if (!rungs.isEmpty()) {
            sections.add(accuracy.ladder(rungs));
        }
        sections.add(accuracy.tokens());
        sections.add(accuracy.seconds());
        if (figures.methods().size() > 1) {
            sections.add(accuracy.against());
        }
        var knowing = new KnowledgeSections(figures);
        sections.add(knowing.tries());
        sections.add(knowing.published());
        sections.add(knowing.confidence());
        sections.add(knowing.confidentlyWrong());
        if (!figures.mending().isEmpty()) {
            sections.add(knowing.reflection());
        }
        if (ThinkingSection.fits(contents)) {
            sections.add(ThinkingSection.of(contents));
        }
        puzzle.map(PuzzleSection::of).ifPresent(sections::add);
        Stream.of(GroupSection.bySet(contents, figures), GroupSection.byKind(contents, figures))
                .filter(GroupSection::fits)
                .map(GroupSection::section)
                .forEach(sections::add);
        if (ProblemSection.fits(contents)) {
            sections.add(ProblemSection.of(contents, figures));
        }
        sections.add(methods());
        if (!contents.manifest().badLines().isEmpty()) {
            sections.add(badLines());
        }
        return new Report(contents.manifest().name(), facts(), sections);
    }

    /// Units that have no result yet.
    private int missing() {
        var manifest = contents.manifest();
        return manifest.problems() * manifest.methods().size() * manifest.seeds().size() - contents.results().size()
                + manifest.thinking().texts() - contents.thinking().size();
    }

    private List<List<String>> facts() {
        var manifest = contents.manifest();
        var facts = new ArrayList<List<String>>();
        facts.add(List.of("Problems", manifest.problems() + " from " + String.join(", ", manifest.datasets()) + " ("
                + manifest.format() + "), answers checked by: " + manifest.checker()));
        facts.add(List.of("Problems, SHA-256", manifest.datasetSha256()));
        if (manifest.thinking().texts() > 0) {
            facts.add(List.of("Texts, SHA-256", manifest.thinking().texts() + " from " + manifest.thinking().file() + ", "
                    + manifest.thinking().sha256()));
        }
        addModel(facts, manifest.model());
        facts.add(List.of("Thinking", "dialect " + manifest.dialect() + ", at most " + manifest.maxTokens()
                + " tokens a thought, seeds " + seeds(manifest.seeds())));
        addMachine(facts, manifest.machine());
        facts.add(List.of("In flight", manifest.exact()
                ? "one problem at a time, exactly"
                : "about " + manifest.machine().inFlight() + " branches at a time"));
        facts.add(List.of("Begun", manifest.begun()));
        facts.add(List.of("Study", manifest.id()));
        return facts;
    }

    private static void addModel(List<List<String>> facts, Manifest.Model model) {
        String parameters = model.parameters() == 0
                ? ""
                : ", " + Format.number(model.parameters() / 1e6, 2) + " million parameters";
        facts.add(List.of("Model", (model.name().isBlank() ? model.file() : model.name()) + " (" + model.description() + ")"
                + parameters + ", context " + model.context()));
        facts.add(List.of("Model, SHA-256", model.sha256().isEmpty() ? "no file" : model.sha256()));
        facts.add(List.of("Library", model.library()));
    }

    private static void addMachine(List<List<String>> facts, Manifest.Machine machine) {
        String processor = machine.processor().isEmpty() ? "" : machine.processor() + ", ";
        String memory = machine.memoryMegabytes() == 0 ? "" : ", " + machine.memoryMegabytes() / 1024 + " GiB";
        facts.add(List.of("Machine", processor + machine.cores() + " threads" + memory + "; " + machine.system() + "; "
                + machine.java()));
    }

    private static String seeds(List<Long> seeds) {
        return String.join(", ", seeds.stream().map(String::valueOf).toList());
    }

    private Section methods() {
        var table = new Table.Builder(
                "methods", 3, "method", "kind", "first line", "reflection", "budgets", "action", "width", "parallel",
                "temperature");
        for (var method : contents.manifest().methods()) {
            String temperature = method.temperature() < 0 ? "the dialect's" : String.valueOf(method.temperature());
            table.row(
                    method.name(),
                    method.kind().label(),
                    method.opening(),
                    method.reflect() ? "yes" : "no",
                    String.join(", ", method.budgets().stream().map(String::valueOf).toList()),
                    method.isTree() ? method.action() : "",
                    method.isTree() ? String.valueOf(method.width()) : "",
                    method.isTree() ? String.valueOf(method.parallel()) : "",
                    temperature);
        }
        return new Section("What was run", List.of(), List.of(), List.of(table.build()));
    }

    private Section badLines() {
        var lines = contents.manifest().badLines();
        var table = new Table.Builder("bad-lines", 3, "file", "line", "why");
        for (var line : lines.subList(0, Math.min(MOST_BAD_LINES, lines.size()))) {
            table.row(line.file(), String.valueOf(line.line()), line.why());
        }
        return new Section(
                "Lines passed over",
                List.of(lines.size() + " lines of the dataset are no problems and were passed over."),
                List.of(),
                List.of(table.build()));
    }
}
