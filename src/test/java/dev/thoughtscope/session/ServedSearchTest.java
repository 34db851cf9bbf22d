package dev.thoughtscope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.thoughtscope.engine.Ability;
import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.GenerateRequest;
import dev.thoughtscope.engine.Sampling;
import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.engine.http.ServerOptions;
import dev.thoughtscope.engine.http.Servers;
import dev.thoughtscope.engine.llama.LlamaEngine;
import dev.thoughtscope.engine.llama.LlamaOptions;
import dev.thoughtscope.probe.Probe;
import dev.thoughtscope.probe.ProbeControl;
import dev.thoughtscope.probe.ProbeSettings;
import dev.thoughtscope.probe.ProbeText;
import dev.thoughtscope.probe.StripListener;
import dev.thoughtscope.reasoning.Confidence;
import dev.thoughtscope.reasoning.Dialect;
import dev.thoughtscope.reasoning.Dialects;
import dev.thoughtscope.search.Event;
import dev.thoughtscope.search.NodeKind;
import dev.thoughtscope.search.TreeText;
import dev.thoughtscope.serve.EngineServer;
import dev.thoughtscope.serve.ServeOptions;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A search through a server is the search in process.
@Timeout(300)
class ServedSearchTest {
    private static final String QUESTION =
            "Tom has 45 apples. He buys 23 more apples and then gives 12 apples to Anna. How many apples does Tom have now?";

    /// What a test does with an engine behind a server.
    private interface Work {
        void with(Engine served) throws Exception;
    }

    private static void serve(Engine engine, String path, Work work) throws Exception {
        try (var server = EngineServer.start(engine, ServeOptions.loopback(0));
                var served = Servers.open("http://127.0.0.1:" + server.port() + path, ServerOptions.DEFAULT)) {
            work.with(served);
        }
    }

    private static RunRequest request(String question, int rollouts) {
        return new RunRequest(question, "step", rollouts, 4, 2, 200, 1, 7, true, false);
    }

    private static EventLog search(Engine engine, String question, int rollouts, String answer) throws Exception {
        var thinker = new Thinker(engine, Dialect.MARCO_O1, List.of());
        return Script.finished(thinker.start(request(question, rollouts), answer));
    }

    private static Engine shipped() {
        var file = Home.find().shippedModel();
        assumeThat(Files.exists(file)).isTrue();
        return LlamaEngine.open(LlamaOptions.of(file).withThreads(1));
    }

    @Test
    void aScriptedSearchIsTheSame() throws Exception {
        String inProcess = TreeText.of(search(Script.engine(), "How long?", 8, "160").fold());
        serve(Script.engine(), "", served -> {
            assertThat(served.abilities()).contains(Ability.SCORING);
            assertThat(TreeText.of(search(served, "How long?", 8, "160").fold())).isEqualTo(inProcess);
        });
    }

    @Test
    void theShippedModelSearchesTheSame() throws Exception {
        try (var engine = shipped()) {
            var inProcess = search(engine, QUESTION, 4, "56");
            serve(engine, "", served -> {
                var log = search(served, QUESTION, 4, "56");
                assertThat(TreeText.of(log.fold())).isEqualTo(TreeText.of(inProcess.fold()));
                assertThat(Dialects.of(served)).isEqualTo(Dialects.of(engine));
            });
        }
    }

    @Test
    void greedyTextIsTheSameWithAllItsNumbers() throws Exception {
        try (var engine = shipped()) {
            var messages = List.of(new Engine.Message("user", QUESTION));
            String prompt = engine.chat(messages);
            var tokens = engine.tokenize(prompt, true, true);
            var request = GenerateRequest.sample(tokens, 60, Sampling.greedy(), List.of("</Output>"));
            // Once before, so that both find the prompt computed: rows alone and among others round differently.
            engine.start(request, _ -> {}).await();
            var here = engine.start(request, _ -> {}).await();
            serve(engine, "", served -> {
                assertThat(served.chat(messages)).isEqualTo(prompt);
                assertThat(served.tokenize(prompt, true, true)).isEqualTo(tokens);
                var there = served.start(request, _ -> {}).await();
                assertThat(there.reason()).isEqualTo(here.reason());
                assertThat(there.steps()).extracting(TokenStep::id).isEqualTo(
                        here.steps().stream().map(TokenStep::id).toList());
                for (int i = 0; i < here.steps().size(); i++) {
                    var one = here.steps().get(i);
                    var other = there.steps().get(i);
                    assertThat(other.piece()).isEqualTo(one.piece());
                    assertThat(other.logProb()).isCloseTo(one.logProb(), org.assertj.core.data.Offset.offset(1e-4));
                    assertThat(other.top()).hasSize(5);
                }
            });
            serve(engine, "/v1/completions", served -> {
                var same = GenerateRequest.sample(
                        served.tokenize(prompt, true, true), 60, Sampling.greedy(), List.of("</Output>"));
                var there = served.start(same, _ -> {}).await();
                assertThat(there.text()).isEqualTo(here.text());
                assertThat(there.reason()).isEqualTo(here.reason());
            });
        }
    }

    @Test
    void withoutScoresASearchStillReflectsAndAStripIsRefused() throws Exception {
        serve(Script.engine(), "/v1/completions", served -> {
            assertThat(served.abilities()).doesNotContain(Ability.SCORING);
            var log = search(served, "How long?", 6, "160");
            var tree = log.fold();
            assertThat(tree.message()).isEqualTo("BUDGET_SPENT");
            assertThat(log.read(0, log.size())).anyMatch(one -> one.event() instanceof Event.Reflected);
            for (int node = 0; node < tree.size(); node++) {
                assertThat(tree.prior(node)).isBetween(0.0, 1.0);
                if (tree.kind(node) == NodeKind.REFLECTION) {
                    assertThat(tree.tokens(node)).allMatch(step -> Double.isNaN(step.logProb()));
                }
            }
            var probe = new Probe(served, Confidence.TOP5::mean);
            assertThatThrownBy(() -> probe.run(
                            ProbeText.of(served, "One two."), ProbeSettings.STANDARD, new ProbeControl(), new StripListener() {}))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("thoughtscope serve");
        });
    }
}
