package dev.thoughtscope.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// A llama-server, or `thoughtscope serve`, as an engine. Any thread.
///
/// Branches are prompts of token ids; the server finds the longest prefix that it still holds. Log-probabilities are
/// those before sampling, at temperature 1. llama-server cannot score given tokens: they come back with NaN and
/// without candidates. It takes requests in order of arrival, whatever their priority.
public final class LlamaServerEngine implements Engine {
    private final Transport transport;
    private final LlamaServerProps props;
    private final RemoteVocabulary vocabulary;
    private final Semaphore places;
    private final RemoteLedger ledger = new RemoteLedger();
    private volatile boolean closed;

    LlamaServerEngine(Transport transport, JsonNode props, ServerOptions options) {
        this.transport = transport;
        this.props = LlamaServerProps.of(props, transport.look("/v1/models"), transport.address);
        vocabulary = new RemoteVocabulary(transport);
        places = new Semaphore(Math.min(options.limits().inFlight(), this.props.places()), true);
    }

    @Override
    public ModelInfo model() {
        return props.model();
    }

    @Override
    public Set<Ability> abilities() {
        return props.abilities();
    }

    @Override
    public Sequence tokenize(String text, boolean special, boolean start) {
        checkOpen();
        return vocabulary.tokenize(text, special, start);
    }

    @Override
    public Piece piece(int token) {
        checkOpen();
        int size = props.model().vocabularySize();
        if (token < 0 || (size > 0 && token >= size)) {
            throw new EngineException("Token " + token + " is outside the model's vocabulary.");
        }
        return vocabulary.piece(token);
    }

    @Override
    public String chat(List<Message> messages) {
        checkOpen();
        var body = Json.object();
        var list = body.putArray("messages");
        messages.forEach(message -> list.addObject().put("role", message.role()).put("content", message.content()));
        var prompt = transport.post("/apply-template", body).path("prompt");
        if (!prompt.isTextual()) {
            throw transport.failures.nonsense("a prompt");
        }
        return prompt.textValue();
    }

    @Override
    public Running start(GenerateRequest request, Consumer<TokenStep> onToken) {
        checkOpen();
        int asked = request.prefix().length() + request.given().length();
        if (asked > props.model().contextLength()) {
            throw new EngineException("The text has " + asked + " tokens, and the server has room for "
                    + props.model().contextLength() + ".");
        }
        return RemoteRun.start((call, steps) -> talk(request, call, steps), places, onToken, ledger);
    }

    private RemoteRun.End talk(GenerateRequest request, Call call, Consumer<TokenStep> steps) {
        boolean scores = props.ours() && props.abilities().contains(Ability.SCORING);
        if (!scores) {
            for (int token : request.given().toArray()) {
                steps.accept(new TokenStep(token, piece(token), Double.NaN, List.of(), Double.NaN, false));
            }
        }
        if (request.maxTokens() == 0 && (!scores || request.given().length() == 0)) {
            return new RemoteRun.End(StopReason.MAX_TOKENS, 0, 0);
        }
        var chunks = new LlamaChunks(vocabulary, transport.failures, request.top(), steps);
        var end = new AtomicReference<RemoteRun.End>();
        transport.stream("/completion", LlamaRequest.body(request, scores), call, event -> {
            Optional<RemoteRun.End> last = chunks.take(event);
            last.ifPresent(end::set);
            return last.isPresent();
        });
        return end.get();
    }

    private void checkOpen() {
        if (closed) {
            throw new EngineException("The engine is closed.");
        }
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
