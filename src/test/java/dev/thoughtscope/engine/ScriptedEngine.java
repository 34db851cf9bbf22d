package dev.thoughtscope.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// An engine that says what a test tells it to say: exact, and by default synchronous.
///
/// Text becomes one token per word with the white space before it; a word gets its id when first seen.
/// Token 0 ends a text. Control tokens such as `<|user|>` are words like any other.
public final class ScriptedEngine implements Engine {
    public static final int END = 0;
    public static final int CONTEXT = 4096;

    private static final Pattern WORD = Pattern.compile("\\s*\\S+|\\s+");
    private static final Pattern WORD_OF_LINE = Pattern.compile("[^\\S\\n]*[^\\s]+\\n*|\\s+");
    private static final double UNHEARD_OF = 1e-6;

    /// What follows a text. A list that runs out before `maxTokens` is followed by the end token.
    @FunctionalInterface
    public interface Script {
        List<ScriptedToken> continuation(String prefix, Sampling sampling);
    }

    /// One token to come.
    ///
    /// @param probability above 0, at most 1
    /// @param alternatives other texts for the same place and their probabilities
    public record ScriptedToken(String text, double probability, Map<String, Double> alternatives) {
        public static ScriptedToken of(String text, double probability) {
            return new ScriptedToken(text, probability, Map.of());
        }
    }

    private final Script script;
    private final Executor executor;
    private final List<String> words = new ArrayList<>(List.of("<|end|>"));
    private final Map<String, Integer> ids = new HashMap<>(Map.of("<|end|>", END));
    private EngineStats stats = EngineStats.ZERO;
    private long hiddenEach;
    private long hidden;
    private boolean closed;
    private final Pattern word;

    private ScriptedEngine(Script script, Executor executor, Pattern word) {
        this.script = script;
        this.executor = executor;
        this.word = word;
    }

    /// As [#of(Script)], with line ends at the end of the word before them.
    public static ScriptedEngine byLines(Script script) {
        return new ScriptedEngine(script, Runnable::run, WORD_OF_LINE);
    }

    /// Every generation is complete when [#start] returns.
    public static ScriptedEngine of(Script script) {
        return of(script, Runnable::run);
    }

    /// Generations run on `executor`, one task each.
    public static ScriptedEngine of(Script script, Executor executor) {
        return new ScriptedEngine(script, executor, WORD);
    }

    /// Has each generation think so many tokens more, unseen.
    public ScriptedEngine hiding(long tokens) {
        hiddenEach = tokens;
        return this;
    }

    @Override
    public synchronized long hiddenTokens() {
        return hidden;
    }

    /// The words of a text, each with the given probability.
    public static List<ScriptedToken> say(String text, double probability) {
        return split(WORD, text).stream().map(word -> ScriptedToken.of(word, probability)).toList();
    }

    @Override
    public ModelInfo model() {
        return new ModelInfo("scripted", "scripted", "scripted", 0, 0, CONTEXT, CONTEXT, 0, "scripted", Map.of());
    }

    @Override
    public Sequence tokenize(String text, boolean special, boolean start) {
        return Sequence.of(split(word, text).stream().mapToInt(this::id).toArray());
    }

    @Override
    public synchronized Piece piece(int token) {
        return Piece.of(words.get(token));
    }

    /// All tokens of a sequence as one text.
    public synchronized String text(Sequence sequence) {
        var text = new StringBuilder();
        for (int token : sequence.toArray()) {
            text.append(words.get(token));
        }
        return text.toString();
    }

    @Override
    public String chat(List<Message> messages) {
        var text = new StringBuilder();
        for (var message : messages) {
            text.append("<|").append(message.role()).append("|> ").append(message.content()).append('\n');
        }
        return text.append("<|assistant|>").toString();
    }

    @Override
    public Running start(GenerateRequest request, Consumer<TokenStep> onToken) {
        if (request.prefix().length() + request.given().length() > CONTEXT) {
            throw new EngineException("The text has more tokens than the context of " + CONTEXT + " holds.");
        }
        if (closed) {
            throw new EngineException("The engine is closed.");
        }
        var cancelled = new AtomicBoolean();
        var result = new CompletableFuture<Generation>();
        executor.execute(() -> {
            try {
                result.complete(run(request, onToken, cancelled));
            } catch (RuntimeException failed) {
                result.completeExceptionally(failed);
            }
        });
        return new Running() {
            @Override
            public CompletableFuture<Generation> result() {
                return result;
            }

            @Override
            public void cancel() {
                cancelled.set(true);
            }
        };
    }

    @Override
    public synchronized EngineStats stats() {
        return stats;
    }

    @Override
    public void close() {
        closed = true;
    }

    private Generation run(GenerateRequest request, Consumer<TokenStep> onToken, AtomicBoolean cancelled) {
        var steps = new ArrayList<TokenStep>();
        var context = request.prefix();
        for (int token : request.given().toArray()) {
            add(steps, score(context, token, request), onToken);
            context = context.plus(token);
        }
        var reason = sample(request, text(context), steps, onToken, cancelled);
        count(steps);
        return new Generation(steps, reason, 0, request.prefix().length() + steps.size());
    }

    private StopReason sample(
            GenerateRequest request,
            String text,
            List<TokenStep> steps,
            Consumer<TokenStep> onToken,
            AtomicBoolean cancelled) {
        int room = CONTEXT - request.prefix().length() - request.given().length();
        var coming = request.maxTokens() == 0
                ? List.<ScriptedToken>of()
                : script.continuation(text, request.sampling());
        var sampled = new StringBuilder();
        for (int i = 0; i < request.maxTokens(); i++) {
            if (cancelled.get()) {
                return StopReason.CANCELLED;
            }
            if (i >= room) {
                return StopReason.CONTEXT_FULL;
            }
            if (i >= coming.size()) {
                add(steps, step(END, ScriptedToken.of(words.getFirst(), 1), 1, request.top(), true), onToken);
                return StopReason.END_TOKEN;
            }
            var token = coming.get(i);
            add(steps, step(id(token.text()), token, token.probability(), request.top(), true), onToken);
            sampled.append(token.text());
            if (token.text().equals(words.getFirst())) {
                return StopReason.END_TOKEN;
            }
            if (request.stops().stream().anyMatch(stop -> sampled.indexOf(stop) >= 0)) {
                return StopReason.STOP_STRING;
            }
        }
        return StopReason.MAX_TOKENS;
    }

    /// A given token has the probability that the script states for it at its place, alternatives included.
    private TokenStep score(Sequence context, int token, GenerateRequest request) {
        var coming = script.continuation(text(context), request.sampling());
        var place = coming.isEmpty() ? ScriptedToken.of(words.getFirst(), 1) : coming.getFirst();
        var word = piece(token).text();
        double probability = place.text().equals(word)
                ? place.probability()
                : place.alternatives().getOrDefault(word, UNHEARD_OF);
        return step(token, place, probability, request.top(), false);
    }

    private TokenStep step(int id, ScriptedToken place, double probability, int top, boolean sampled) {
        var all = new ArrayList<Alternative>();
        all.add(alternative(place.text(), place.probability()));
        place.alternatives().forEach((text, p) -> all.add(alternative(text, p)));
        all.sort(Comparator.comparingDouble(Alternative::logProb).reversed().thenComparingInt(Alternative::id));
        double entropy = 0;
        for (var one : all) {
            entropy -= Math.exp(one.logProb()) * one.logProb();
        }
        return new TokenStep(
                id, piece(id), Math.log(probability), all.subList(0, Math.min(top, all.size())), entropy, sampled);
    }

    private Alternative alternative(String text, double probability) {
        return new Alternative(id(text), Piece.of(text), Math.log(probability));
    }

    private synchronized int id(String word) {
        return ids.computeIfAbsent(word, fresh -> {
            words.add(fresh);
            return words.size() - 1;
        });
    }

    private synchronized void count(List<TokenStep> steps) {
        long sampled = steps.stream().filter(TokenStep::sampled).count();
        hidden += hiddenEach;
        stats = new EngineStats(
                stats.generatedTokens() + sampled,
                stats.computedTokens() + steps.size(),
                0, 0,
                stats.decodeCalls() + sampled,
                stats.decodedRows() + sampled,
                0, 0);
    }

    private static void add(List<TokenStep> steps, TokenStep step, Consumer<TokenStep> onToken) {
        steps.add(step);
        onToken.accept(step);
    }

    private static List<String> split(Pattern word, String text) {
        return word.matcher(text).results().map(match -> match.group()).toList();
    }
}
