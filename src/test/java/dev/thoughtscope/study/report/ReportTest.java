package dev.thoughtscope.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.study.ContentsFixture;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    @TempDir
    private Path folder;

    private static Report report() {
        return ReportBuilder.of(ContentsFixture.of("A & <b>", 7), Optional.empty());
    }

    @Test
    void nothingThatAModelWroteBecomesMarkup() {
        String page = HtmlWriter.write(report());
        assertThat(page).doesNotContain("<script").doesNotContain("<b>").doesNotContain("\u202E");
        assertThat(page).contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;").contains("<h1>A &amp; &lt;b&gt;</h1>");
        String text = MarkdownWriter.write(report());
        assertThat(text).doesNotContain("<script").contains("\\`x\\`").contains("\\|");
        assertThat(text.lines().filter(line -> line.startsWith("|"))).allMatch(line -> line.endsWith("|"));
    }

    @Test
    void thePageNeedsNothingElse() {
        String page = HtmlWriter.write(report());
        assertThat(page.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http:")
                .doesNotContain("https:")
                .doesNotContain("src=")
                .doesNotContain("url(");
        assertThat(page).contains("prefers-color-scheme:dark").contains("default-src 'none'");
    }

    @Test
    void itNamesAllThatARepetitionNeeds() {
        for (String text : List.of(HtmlWriter.write(report()), MarkdownWriter.write(report()))) {
            assertThat(text)
                    .contains("cd".repeat(32))
                    .contains("ab".repeat(32))
                    .contains("llama.cpp b4916")
                    .contains("about 16 branches at a time")
                    .contains("self-consistency");
        }
    }

    @Test
    void theSameResultsMakeTheSameReport() {
        assertThat(HtmlWriter.write(report())).isEqualTo(HtmlWriter.write(report()));
        var contents = ContentsFixture.of("A & <b>", 7);
        var shuffled = new dev.thoughtscope.study.StudyFolder.Contents(
                contents.manifest(), contents.problems(), contents.results().reversed());
        assertThat(HtmlWriter.write(ReportBuilder.of(shuffled, Optional.empty()))).isEqualTo(HtmlWriter.write(report()));
    }

    @Test
    void everyChartIsWholeXml() throws Exception {
        ReportFiles.write(report(), folder);
        try (var charts = Files.list(folder.resolve("charts"))) {
            var files = charts.toList();
            assertThat(files).hasSize(8);
            for (var file : files) {
                var svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
                assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
            }
        }
    }

    @Test
    void thePageIsWellFormed() throws Exception {
        String page = HtmlWriter.write(report())
                .replaceAll("<meta [^>]*>", "")
                .replace("<!doctype html>\n", "");
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getElementsByTagName("section").getLength()).isGreaterThan(6);
    }

    @Test
    void tablesAreCsvThatNoSpreadsheetWorksOut() {
        var table = new Table.Builder("t", 1, "a", "b")
                .row("=1+1", "x, \"y\"\nz")
                .row("-3.5", "+5.0 points (1 to 2)")
                .build();
        assertThat(CsvWriter.write(table))
                .isEqualTo("a,b\r\n'=1+1,\"x, \"\"y\"\"\nz\"\r\n-3.5,+5.0 points (1 to 2)\r\n");
    }

    @Test
    void numbersAsAReaderWantsThem() {
        assertThat(Format.seconds(0.0123)).isEqualTo("0.012");
        assertThat(Format.seconds(1234.5)).isEqualTo("1,235");
        assertThat(Format.percent(Double.NaN)).isEqualTo("–");
    }

    @Test
    void ticksOfALogarithmicAxis() {
        var axis = new LineChart.LogAxis(8, 1200, 0, 100);
        assertThat(new LineChart.LogAxis(0.8, 20, 0, 1).ticks(true)).containsExactly(1.0, 2.0, 4.0, 8.0, 16.0);
        assertThat(axis.ticks(false)).containsExactly(10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0);
        assertThat(axis.place(8)).isZero();
        assertThat(axis.place(1200)).isEqualTo(100);
        assertThat(LineChart.LogAxis.label(0.05)).isEqualTo("0.05");
        assertThat(LineChart.LogAxis.label(1000)).isEqualTo("1,000");
    }

    @Test
    void twoStudiesBesideEachOther() {
        var report = ComparisonReport.of(ContentsFixture.of("First", 7), ContentsFixture.of("Second", 9));
        assertThat(MarkdownWriter.write(report)).contains("+20.0 points").contains("| greedy | p17 |");
    }
}
