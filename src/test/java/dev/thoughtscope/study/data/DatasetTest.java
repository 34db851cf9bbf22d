package dev.thoughtscope.study.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetTest {
    private static final Path FOLDER = Path.of("src/test/resources/datasets");

    @TempDir
    private Path temporary;

    private static Dataset read(String name, DatasetFormat format) throws IOException {
        return Dataset.read(List.of(FOLDER.resolve(name)), format, true, 1000);
    }

    @Test
    void ownFormat() throws IOException {
        var dataset = read("own.jsonl", DatasetFormat.JSONL);
        assertThat(dataset.bad()).isEmpty();
        assertThat(dataset.problems()).extracting(Problem::id).containsExactly("a1", "own-2", "b1");
        assertThat(dataset.problems()).extracting(Problem::answer).containsExactly("56", "4", "(3 + 2) * 9 * 6");
        assertThat(dataset.problems().getFirst().level()).isEqualTo("1");
        assertThat(dataset.sha256()).hasSize(64);
    }

    @Test
    void theAnswerOfGsm8kFollowsTheHashes() throws IOException {
        var dataset = read("gsm8k.jsonl", DatasetFormat.GSM8K);
        assertThat(dataset.problems()).extracting(Problem::answer).containsExactly("1,072");
        assertThat(dataset.bad()).extracting(BadLine::line).containsExactly(2);
    }

    @Test
    void mgsmIsQuestionTabNumber() throws IOException {
        var dataset = read("mgsm.tsv", DatasetFormat.MGSM);
        assertThat(dataset.problems()).extracting(Problem::question).containsExactly("Janet has 16 eggs.\tHow many?", "Zwei?");
        assertThat(dataset.problems()).extracting(Problem::answer).containsExactly("18", "-1,234.5");
        assertThat(dataset.bad().getFirst()).hasToString(FOLDER.resolve("mgsm.tsv") + ", line 2: it is no question, tab, answer");
    }

    @Test
    void math500HasAnAnswerOrTheLastBoxOfItsSolution() throws IOException {
        var problems = read("math500.jsonl", DatasetFormat.MATH_500).problems();
        assertThat(problems).extracting(Problem::answer)
                .containsExactly("\\left( 3, \\frac{\\pi}{2} \\right)", "\\frac{14}{3}");
        assertThat(problems.getFirst().id()).isEqualTo("test/precalculus/807.json");
        assertThat(problems.getFirst().kind()).isEqualTo("Precalculus");
    }

    @Test
    void aimeAnswersAreWholeNumbersBelowAThousand() throws IOException {
        var dataset = read("aime.csv", DatasetFormat.AIME);
        assertThat(dataset.problems()).extracting(Problem::answer).containsExactly("33", "204");
        assertThat(dataset.problems().getFirst().question()).isEqualTo("A says \"hi\", then\nleaves.");
        assertThat(dataset.bad()).extracting(BadLine::line).containsExactly(4);
    }

    @Test
    void gpqaBecomesAChoiceOfFourInAFixedOrder() throws IOException {
        var dataset = read("gpqa.csv", DatasetFormat.GPQA);
        var problem = dataset.problems().getFirst();
        assertThat(problem.question()).contains(problem.answer() + ") right one").contains("Which, of these?");
        assertThat(problem.answer()).matches("[A-D]");
        assertThat(read("gpqa.csv", DatasetFormat.GPQA).problems().getFirst()).isEqualTo(problem);
        assertThat(dataset.bad()).extracting(BadLine::line).containsExactly(3, 4);
        assertThat(dataset.bad().getLast().why()).contains("never ends");
    }

    @Test
    void eachBadLineIsToldByItsNumber() throws IOException {
        var dataset = read("bad.jsonl", DatasetFormat.JSONL);
        assertThat(dataset.problems()).extracting(Problem::id).containsExactly("good", "last");
        assertThat(dataset.bad()).extracting(BadLine::line).containsExactly(2, 3, 4, 5, 6, 7);
        assertThat(dataset.bad()).extracting(BadLine::why).satisfiesExactly(
                why -> assertThat(why).startsWith("it is no JSON"),
                why -> assertThat(why).isEqualTo("it has no \"answer\""),
                why -> assertThat(why).isEqualTo("its id \"good\" was used before, in bad.jsonl, line 1"),
                why -> assertThat(why).isEqualTo("it is no JSON object"),
                why -> assertThat(why).isEqualTo("it has no \"question\""),
                why -> assertThat(why).contains("neither text nor a number"));
    }

    @Test
    void orStopsTheReading() {
        assertThatThrownBy(() -> Dataset.read(
                        List.of(FOLDER.resolve("bad.jsonl")), DatasetFormat.JSONL, false, 1000))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("bad.jsonl, line 2: it is no JSON")
                .hasMessageContaining("Mend the line");
    }

    @Test
    void aLineOfTenMegabytesIsPassedOver() throws IOException {
        var file = temporary.resolve("long.jsonl");
        Files.writeString(
                file,
                "{\"question\": \"" + "x".repeat(10_000_000) + "\", \"answer\": \"1\"}\n"
                        + "{\"question\": \"Two?\", \"answer\": \"2\"}\n");
        var dataset = Dataset.read(List.of(file), DatasetFormat.JSONL, true, 10);
        assertThat(dataset.problems()).extracting(Problem::answer).containsExactly("2");
        assertThat(dataset.bad().getFirst().why()).contains("1048576 are read at most");
    }

    @Test
    void filesThatAreNoDatasets() throws IOException {
        var bytes = temporary.resolve("image.jsonl");
        Files.write(bytes, new byte[] {(byte) 0xFF, (byte) 0xD8, 0, 1, '\n', (byte) 0xFE});
        assertThatThrownBy(() -> Dataset.read(List.of(bytes), DatasetFormat.JSONL, true, 10))
                .hasMessageContaining("There is no problem in")
                .hasMessageContaining("line 1: it is not UTF-8 text");
        assertThatThrownBy(() -> Dataset.read(List.of(temporary.resolve("none")), DatasetFormat.JSONL, true, 10))
                .hasMessage("There is no file " + temporary.resolve("none") + ".");
        assertThatThrownBy(() -> Dataset.read(List.of(temporary), DatasetFormat.JSONL, true, 10))
                .hasMessageContaining("is a folder");
        assertThatThrownBy(() -> read("own.jsonl", DatasetFormat.GPQA)).hasMessageContaining("the header has no column");
    }

    @Test
    void theFirstSoManyAreKept() throws IOException {
        var dataset = Dataset.read(List.of(FOLDER.resolve("own.jsonl")), DatasetFormat.JSONL, true, 2);
        assertThat(dataset.problems()).hasSize(2);
    }
}
