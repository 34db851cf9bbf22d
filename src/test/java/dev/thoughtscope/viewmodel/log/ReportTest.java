package dev.thoughtscope.viewmodel.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

class ReportTest {
    @Test
    void nothingPrivateIsInIt() {
        assertThat(Report.harmless("The file /home/anna/secret project/models/qwen.gguf ends at byte 12"))
                .doesNotContain("anna")
                .contains("qwen.gguf ends at byte 12");
        assertThat(Report.harmless("C:\\Users\\Anna\\Models\\qwen.gguf is a folder")).isEqualTo("…/qwen.gguf is a folder");
        assertThat(Report.harmless("asked “How do I tell my brother about the money?” and failed"))
                .isEqualTo("asked “…” and failed");
        assertThat(Report.harmless("Authorization: Bearer sk-1234567890abcdef")).doesNotContain("sk-1234");
        assertThat(Report.harmless("https://llm.example.org/v1/models answered 500")).doesNotContain("example");
        assertThat(Report.harmless("http://127.0.0.1:8080/props answered 404")).contains("127.0.0.1");
    }

    @Test
    void theLatestLinesAreInItWithWhatTheMachineIs() {
        var machine = new LinkedHashMap<String, String>();
        machine.put("version", "0.1.0");
        var lines = new ArrayList<LogLine>();
        for (int i = 0; i < 500; i++) {
            lines.add(new LogLine(Instant.ofEpochSecond(i), LogLine.Severity.WARNING, "native.llama", "line " + i));
        }
        var text = Report.of(machine, lines);
        assertThat(text).contains("version: 0.1.0").contains("line 499").contains("line 300").doesNotContain("line 299\n");
    }

    @Test
    void aFloodOfLinesKeepsTheLatest() {
        var log = new LogModel();
        for (int i = 0; i < 5_000; i++) {
            log.add(new LogLine(Instant.EPOCH, LogLine.Severity.DETAIL, "x", "line " + i));
        }
        log.pump();
        assertThat(log.lines()).hasSize(LogModel.KEPT);
        assertThat(log.lines().getLast().text()).isEqualTo("line 4999");
    }
}
