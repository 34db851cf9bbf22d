package dev.thoughtscope.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.thoughtscope.engine.Ability;
import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.EngineStats;
import dev.thoughtscope.engine.GenerateRequest;
import dev.thoughtscope.engine.ModelInfo;
import dev.thoughtscope.engine.Piece;
import dev.thoughtscope.engine.Running;
import dev.thoughtscope.engine.Sequence;
import dev.thoughtscope.engine.StopReason;
import dev.thoughtscope.engine.TokenStep;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An OpenAI-compatible server (vLLM, SGLang, LM Studio, Ollama) as an engine. Any thread.
///
/// Token ids are of this object's own making, one for each text seen; lengths are near to the model's. A branch goes
/// on from its text. Stop strings are looked for here, since most servers cut them off. Given tokens, the marks
/// around reasoning and the end are unscored, as is all where the server tells no log-probabilities.
public final class OpenAiEngine implements Engine {
    private static final Logger LOG = LoggerFactory.getLogger(OpenAiEngine.class);
    /// Assumed where a server does not tell.
    private static final int UNTOLD_CONTEXT = 8192;

    private static final Set<Ability> ABILITIES = Collections.unmodifiableSet(EnumSet.of(Ability.PROBABILITIES));

    private final Transport transport;
    private final OpenAiProtocol protocol;
    private final ModelInfo model;
    private final LocalVocabulary vocabulary = new LocalVocabulary();
    private final Semaphore places;
    private final RemoteLedger ledger = new RemoteLedger();
    private final AtomicLong reasoningTokens = new AtomicLong();
    private final AtomicLong hiddenTokens = new AtomicLong();
    private volatile boolean closed;

    private OpenAiEngine(Transport transport, OpenAiProtocol protocol, ModelInfo model, int inFlight) {
        this.transport = transport;
        this.protocol = protocol;
        this.model = model;
        places = new Semaphore(inFlight, true);
    }

    static OpenAiEngine open(Transport transport, JsonNode models, ServerOptions options) {
        var chosen = choose(transport, models, options.model());
        String name = chosen.path("id").asText("");
        boolean text = switch (transport.address.asked()) {
            case COMPLETIONS -> true;
            case CHAT -> false;
            case WHATEVER -> TextCompletions.hasTemplate(transport, name);
        };
        var protocol = text ? new TextCompletions(transport, name) : new ChatCompletions(name);
        int context = chosen.path("max_model_len").asInt(chosen.path("max_context_length").asInt(UNTOLD_CONTEXT));
        var info = new ModelInfo(
                transport.address.toString(), name, name, 0, 0, context, context, 0,
                "the server at " + transport.address + protocol.path(), Map.of());
        return new OpenAiEngine(transport, protocol, info, options.limits().inFlight());
    }

    private static JsonNode choose(Transport transport, JsonNode models, String wanted) {
        for (var one : models) {
            if (wanted.isEmpty() || one.path("id").asText("").equals(wanted)) {
                return one;
            }
        }
        var names = models.findValuesAsText("id");
        throw new EngineException(
                names.isEmpty()
                        ? "The server " + transport.address + " has no model loaded: load one there first."
                        : "The server " + transport.address + " has no model \"" + wanted + "\". It has: "
                                + String.join(", ", names.subList(0, Math.min(10, names.size()))) + ".");
    }

    @Override
    public ModelInfo model() {
        return model;
    }

    @Override
    public Set<Ability> abilities() {
        return ABILITIES;
    }

    @Override
    public Sequence tokenize(String text, boolean special, boolean start) {
        return vocabulary.tokenize(text, special, protocol.marks());
    }

    @Override
    public Piece piece(int token) {
        return vocabulary.piece(token);
    }

    @Override
    public String chat(List<Message> messages) {
        return protocol.chat(messages);
    }

    @Override
    public Running start(GenerateRequest request, Consumer<TokenStep> onToken) {
        if (closed) {
            throw new EngineException("The engine is closed.");
        }
        if (!request.sampling().grammar().isEmpty() || !request.sampling().logitBias().isEmpty()) {
            throw new EngineException("A server of this kind cannot keep to a grammar or change single tokens' odds.");
        }
        String before = vocabulary.text(request.prefix().plus(request.given().toArray()));
        return RemoteRun.start((call, steps) -> talk(request, before, call, steps), places, onToken, ledger);
    }

    private RemoteRun.End talk(GenerateRequest request, String before, Call call, Consumer<TokenStep> out) {
        for (int token : request.given().toArray()) {
            out.accept(new TokenStep(token, piece(token), Double.NaN, List.of(), Double.NaN, false));
        }
        if (request.maxTokens() == 0) {
            return new RemoteRun.End(StopReason.MAX_TOKENS, 0, 0);
        }
        var body = Json.object();
        OpenAiProtocol.sampling(body, request.sampling(), request.maxTokens());
        protocol.ask(body, before, request.top());
        var steps = new TextSteps(vocabulary, before, request.stops(), out);
        return listen(request, body, call, steps);
    }

    private RemoteRun.End listen(GenerateRequest request, ObjectNode body, Call call, TextSteps steps) {
        var scores = new OpenAiProtocol.Scores(vocabulary, request.top());
        var heard = new Heard();
        transport.stream(protocol.path(), body, call, event -> {
            var choice = event.path("choices").path(0);
            if (choice.isObject()) {
                protocol.read(choice, steps, scores);
                heard.showsReasoning |= !choice.path("delta").path("reasoning_content").asText("").isEmpty()
                        || !choice.path("delta").path("reasoning").asText("").isEmpty();
                heard.finish = choice.path("finish_reason").asText(heard.finish);
            }
            if (event.path("usage").isObject()) {
                heard.usage = event.get("usage");
            }
            boolean done = event.path("done").asBoolean(false) && !event.has("choices");
            if (done && heard.finish.isEmpty()) {
                throw transport.failures.brokenOff(null);
            }
            return steps.isStopped() || done;
        });
        return end(request, heard, steps);
    }

    /// What a stream tells beside its text.
    private static final class Heard {
        private String finish = "";
        private JsonNode usage = Json.object();
        private boolean showsReasoning;
    }

    private RemoteRun.End end(GenerateRequest request, Heard heard, TextSteps steps) {
        var reason = StopReason.STOP_STRING;
        if (!steps.isStopped()) {
            switch (heard.finish) {
                case "length" -> {
                    steps.flush();
                    int told = heard.usage.path("completion_tokens").asInt(request.maxTokens());
                    reason = told < request.maxTokens() ? StopReason.CONTEXT_FULL : StopReason.MAX_TOKENS;
                }
                case "abort" -> throw transport.failures.brokenOff(null);
                default -> {
                    steps.end();
                    reason = StopReason.END_TOKEN;
                }
            }
        }
        count(heard.usage, heard.showsReasoning);
        int shared = heard.usage.path("prompt_tokens_details").path("cached_tokens").asInt(0);
        int prompt = heard.usage.path("prompt_tokens").asInt(request.prefix().length() + request.given().length());
        int written = heard.usage.path("completion_tokens").asInt(steps.sampled());
        return new RemoteRun.End(reason, shared, Math.max(0, prompt - shared) + written);
    }

    private void count(JsonNode usage, boolean shown) {
        long reasoning = usage.path("completion_tokens_details").path("reasoning_tokens").asLong(0);
        if (reasoning > 0) {
            reasoningTokens.addAndGet(reasoning);
            hiddenTokens.addAndGet(shown ? 0 : reasoning);
            LOG.debug(
                    "{}: {} tokens, {} of them reasoning",
                    model.name(), usage.path("completion_tokens").asLong(0), reasoning);
        }
    }

    /// Tokens spent on reasoning, shown or hidden, as far as the server has told so; part of what it computed.
    public long reasoningTokens() {
        return reasoningTokens.get();
    }

    @Override
    public long hiddenTokens() {
        return hiddenTokens.get();
    }

    @Override
    public EngineStats stats() {
        return ledger.stats();
    }

    @Override
    public void close() {
        closed = true;
        transport.close();
    }
}
