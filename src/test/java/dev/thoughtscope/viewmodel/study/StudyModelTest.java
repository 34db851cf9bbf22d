package dev.thoughtscope.viewmodel.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.study.StudyFolder;
import dev.thoughtscope.study.StudyScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
class StudyModelTest {
    private static final String STUDY =
            """
            {"thoughtscope": "study", "version": 1, "name": "Sums", "dataset": {"path": "sums.jsonl"},
             "dialect": "marco-o1", "max-tokens": 60,
             "methods": [{"method": "direct"}, {"method": "self-consistency", "budgets": [1, 2, 4]},
                         {"method": "best-of-n", "reflect": true, "budgets": [1, 4]}]}
            """;

    @TempDir
    private Path folder;

    private final List<Path> opened = new ArrayList<>();
    private StudyModel model;

    @BeforeEach
    void sums() throws IOException {
        var lines = new StringBuilder();
        for (int i = 1; i <= 12; i++) {
            lines.append("{\"id\": \"s%d\", \"question\": \"What is %d + %d?\", \"answer\": \"%d\"}%n"
                    .formatted(i, i, 2 * i, 3 * i));
        }
        Files.writeString(folder.resolve("sums.jsonl"), lines);
        Files.writeString(folder.resolve("sums.json"), STUDY);
        model = another();
    }

    private StudyModel another() {
        return new StudyModel(new StudyShelf(Path.of("models").toAbsolutePath(), folder.resolve("studies")), opened::add);
    }

    private void until(StudyModel which, BooleanSupplier done) throws InterruptedException {
        while (!done.getAsBoolean()) {
            which.pump();
            Thread.sleep(5);
        }
    }

    private static ProblemRow problem(StudyRow row) {
        return (ProblemRow) row;
    }

    private static StudyChart.Series named(StudyChart chart, String name) {
        return chart.series().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    private void measure() throws InterruptedException {
        model.ready(StudyScript.engine());
        model.openStudy(folder.resolve("sums.json"));
        model.start();
        until(model, () -> !model.state().get().isUnderWay());
    }

    @Test
    void offersTheStudiesThatShipAndTheQuickOneFirst() {
        assertThat(model.entries()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(model.chosen().get().title()).isEqualTo("A quick look");
        assertThat(model.text().get()).contains("heldout/unseen.jsonl");
        assertThat(model.state().get()).isEqualTo(StudyState.NO_MODEL);
    }

    @Test
    void runsAStudyAndShowsItsFigures() throws InterruptedException {
        measure();
        assertThat(model.trouble().get()).isEmpty();
        assertThat(model.state().get()).isEqualTo(StudyState.DONE);
        assertThat(model.progress().get().done()).isEqualTo(36);
        var curve = model.charts().get().chart("accuracy-tokens");
        assertThat(curve.series()).extracting(StudyChart.Series::name).contains("direct", "self-consistency");
        assertThat(named(curve, "direct").points().getFirst().y()).isZero();
        assertThat(named(curve, "self-consistency").points()).hasSize(3).isSortedAccordingTo(
                (a, b) -> Double.compare(a.x(), b.x()));
        assertThat(model.charts().get().chart("tries").series()).anyMatch(one -> one.role() == StudyChart.Role.REFERENCE);
        assertThat(model.charts().get().chart("reflection").isEmpty()).isFalse();
    }

    @Test
    void aPointLeadsToItsProblemsAndTheseToTheirRuns() throws InterruptedException {
        measure();
        model.select(model.charts().get().chart("accuracy-tokens").series().stream()
                .filter(StudyChart.Series::isMethod).findFirst().orElseThrow().points().getFirst());
        assertThat(model.rows()).hasSize(12).allMatch(row -> !problem(row).right() && problem(row).method().equals("direct"));
        model.open(problem(model.rows().getFirst()).log().orElseThrow());
        assertThat(opened).singleElement().satisfies(log -> assertThat(log).exists());
        model.selectConfidentlyWrong();
        assertThat(model.rows()).isNotEmpty().allMatch(row -> !problem(row).right());
    }

    @Test
    void aStudyThatWasEndedGoesOnAndAnotherSittingFindsItAgain() throws Exception {
        measure();
        var results = Files.walk(folder.resolve("studies")).filter(file -> file.endsWith("results.jsonl")).findFirst().orElseThrow();
        var lines = Files.readAllLines(results);
        Files.write(results, lines.subList(0, 20));
        var later = another();
        later.ready(StudyScript.engine());
        later.openStudy(folder.resolve("sums.json"));
        until(later, () -> later.charts().get() != null);
        later.start();
        until(later, () -> !later.state().get().isUnderWay());
        assertThat(new StudyFolder(results.getParent()).read().results()).hasSize(36);
        until(later, () -> later.measured().size() == 1);
        later.compareWith(later.measured().getFirst());
        until(later, () -> later.comparison().get() != null);
        assertThat(later.comparison().get().comparison().rows()).hasSize(3).allMatch(row -> row.onlyFirst() == 0);
    }

    @Test
    void pauseHoldsIt() throws InterruptedException {
        model.ready(StudyScript.engine());
        model.openStudy(folder.resolve("sums.json"));
        model.start();
        model.pauseOrResume();
        assertThat(model.state().get()).isEqualTo(StudyState.PAUSED);
        model.pauseOrResume();
        until(model, () -> !model.state().get().isUnderWay());
        assertThat(model.state().get()).isEqualTo(StudyState.DONE);
    }

    @Test
    void whatIsWrittenWronglyIsSaidInASentence() {
        model.ready(StudyScript.engine());
        model.text().set("{\"thoughtscope\": \"study\", \"version\": 1}");
        model.start();
        assertThat(model.trouble().get()).contains("\"name\"");
        assertThat(model.state().get()).isEqualTo(StudyState.READY);
    }

    @Test
    void otherProblemsTakeThePlaceOfTheStudysOwn() throws IOException {
        model.ready(StudyScript.engine());
        model.useProblems(folder.resolve("sums.jsonl"));
        assertThat(model.text().get()).contains("sums.jsonl").contains("\"format\" : \"jsonl\"");
        Files.writeString(folder.resolve("gsm.jsonl"), "{\"question\": \"1 + 1?\", \"answer\": \"so #### 2\"}\n");
        model.useProblems(folder.resolve("gsm.jsonl"));
        assertThat(model.text().get()).contains("\"format\" : \"gsm8k\"");
    }

    @Test
    void aChartIsSavedAsDrawingAndAsTable() throws Exception {
        measure();
        var chart = model.charts().get().chart("accuracy-tokens");
        var svg = folder.resolve("chart.svg");
        var csv = folder.resolve("chart.csv");
        model.saver().chart(chart, svg);
        model.saver().chart(chart, csv);
        until(model, () -> Files.exists(svg) && Files.exists(csv) && csv.toFile().length() > 0 && svg.toFile().length() > 0);
        assertThat(svg).content().startsWith("<svg");
        assertThat(csv).content().contains("self-consistency");
    }
}
