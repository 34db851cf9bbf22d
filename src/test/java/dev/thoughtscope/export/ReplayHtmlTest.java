package dev.thoughtscope.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.thoughtscope.engine.Piece;
import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.search.Event;
import dev.thoughtscope.search.NewNode;
import dev.thoughtscope.search.NodeKind;
import dev.thoughtscope.search.RunInfo;
import dev.thoughtscope.search.Span;
import dev.thoughtscope.search.Verdict;
import dev.thoughtscope.session.EventLog;
import dev.thoughtscope.viewmodel.FakeRun;
import dev.thoughtscope.viewmodel.FakeRunner;
import dev.thoughtscope.session.RunRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One file that replays a run, in which nothing that a model wrote is markup.
class ReplayHtmlTest {
    private static final String HOSTILE = "</script><script>alert(1)</script><!-- ]]> & \"quoted\" \u2028 @run@ @script@ 'one'";
    private static final Pattern DATA = Pattern.compile("<script type=\"application/json\" id=\"run\">(.*?)</script>", Pattern.DOTALL);
    private static final Pattern SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);

    @Test
    void theEmbeddedDataIsTheRun() throws Exception {
        var log = FakeRunner.log(new RunRequest(FakeRun.CARLA, "step", 6, 4, 4, 400, 1, 7, true, false));
        var data = data(ReplayHtml.of(log));
        var tree = log.fold();
        int[] visits = new int[tree.size()];
        double[] total = new double[tree.size()];
        int nodes = 1;
        int answers = 0;
        for (var event : data.path("events")) {
            switch (event.get(0).asText()) {
                case "n" -> {
                    for (int i = 1; i < event.size(); i++) {
                        assertThat(event.get(i).get(0).asInt()).isEqualTo(nodes);
                        assertThat(event.get(i).get(1).asInt()).isEqualTo(tree.parent(nodes));
                        nodes++;
                    }
                }
                case "u" -> {
                    for (var node : event.get(2)) {
                        visits[node.asInt()]++;
                        total[node.asInt()] += event.get(3).asDouble();
                    }
                }
                case "a" -> {
                    answers++;
                    assertThat(event.get(2).asText()).isEqualTo(tree.found(event.get(1).asInt()).orElseThrow().answer());
                }
                default -> {}
            }
        }
        assertThat(data.path("events")).hasSize(log.size());
        assertThat(data.path("times")).hasSize(log.size());
        assertThat(nodes).isEqualTo(tree.size());
        assertThat(answers).isPositive();
        for (int node = 0; node < tree.size(); node++) {
            assertThat(visits[node]).isEqualTo(tree.visits(node));
            assertThat(total[node]).isCloseTo(tree.total(node), offset(1e-9));
        }
        assertThat(texts(data).replaceAll("\\s", "")).contains(tree.text(1).replaceAll("\\s", ""));
    }

    private static String texts(JsonNode data) {
        var all = new StringBuilder();
        for (var event : data.path("events")) {
            if (event.get(0).asText().equals("t") && event.get(1).asInt() == 0) {
                event.get(2).forEach(token -> all.append(token.get(0).asText()));
            }
        }
        return all.toString();
    }

    @Test
    void nothingThatAModelWroteIsMarkup() throws Exception {
        String page = ReplayHtml.of(hostile());
        assertThat(page.split("<script", -1)).hasSize(3);
        assertThat(page).doesNotContain("alert(1)</script>", "<!-- ]]>");
        var match = DATA.matcher(page);
        assertThat(match.find()).isTrue();
        assertThat(match.group(1)).doesNotContain("<", ">", "&", "\u2028");
        var data = data(page);
        assertThat(data.path("question").asText()).isEqualTo(HOSTILE);
        assertThat(data.path("model").path("file").asText()).isEqualTo("secret.gguf");
        assertThat(data.findValuesAsText("answer")).isEmpty();
        assertThat(data.toString()).contains("alert(1)");
    }

    @Test
    void onlyItsOwnScriptMayRunAndNothingIsFetched() throws Exception {
        String page = ReplayHtml.of(hostile());
        var script = SCRIPT.matcher(page);
        assertThat(script.find()).isTrue();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.group(1).getBytes(StandardCharsets.UTF_8));
        assertThat(page).contains("default-src 'none'; script-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
        String code = script.group(1);
        assertThat(code).doesNotContain("innerHTML", "outerHTML", "document.write", "eval(", "fetch(", "XMLHttpRequest", "import(");
        assertThat(page.replace(HOSTILE, "")).doesNotContain("http://", "https://", "url(", "@import", " src=", " href=", " style=\"");
    }

    @Test
    void aCharacterOfSeveralTokensIsWholeInTheOneThatCompletesIt() throws Exception {
        byte[] bytes = "é".getBytes(StandardCharsets.UTF_8);
        var log = begun("ä");
        log.append(new Event.BranchStarted(0, 0, Event.Purpose.EXPANSION));
        log.append(new Event.TokensGenerated(0, List.of(token(new byte[] {bytes[0]}), token(new byte[] {bytes[1]}))));
        var event = data(ReplayHtml.of(log)).path("events").get(2);
        assertThat(event.get(2).get(0).get(0).asText()).isEmpty();
        assertThat(event.get(2).get(1).get(0).asText()).isEqualTo("é");
    }

    @Test
    void anEmptyRunIsRefusedInASentence(@TempDir Path folder) {
        assertThatThrownBy(() -> ReplayHtml.write(new EventLog(), folder.resolve("x.html")))
                .isInstanceOf(IOException.class)
                .hasMessage("There is no run to export yet.");
    }

    private static JsonNode data(String page) throws IOException {
        var match = DATA.matcher(page);
        assertThat(match.find()).isTrue();
        return new ObjectMapper().readTree(match.group(1));
    }

    private static EventLog begun(String question) {
        var model = new TreeMap<>(Map.of("file", "/home/someone/secret.gguf"));
        var log = new EventLog();
        log.append(new Event.RunStarted(new RunInfo(question, question, "", model, new TreeMap<>(), 1, 0)));
        return log;
    }

    private static TokenStep token(byte[] bytes) {
        return new TokenStep(1, Piece.of(bytes), -0.5, List.of(), 0.3, true);
    }

    private static EventLog hostile() {
        var log = begun(HOSTILE);
        log.append(new Event.BranchStarted(0, 0, Event.Purpose.EXPANSION));
        log.append(new Event.TokensGenerated(0, List.of(token(HOSTILE.getBytes(StandardCharsets.UTF_8)))));
        log.append(new Event.NodesAdded(List.of(new NewNode(1, 0, NodeKind.STEP, new Span(0, 0, 1), 0.5, 0.9, true))));
        log.append(new Event.StepChecked(1, Verdict.WRONG, HOSTILE));
        log.append(new Event.AnswerFound(1, HOSTILE, Verdict.UNKNOWN));
        log.append(new Event.BackedUp(0, List.of(0, 1), 0.9));
        return log;
    }
}
