package dev.thoughtscope.engine.llama;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.thoughtscope.engine.Sampling;
import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Our filters keep what llama.cpp's own samplers keep, with the same probabilities.
class SamplerAgreementTest {
    private static final int VOCABULARY = 700;
    private static final int CONTEXT = 200;
    private static final int DRAWS = 4_000;

    private final Symbols symbols = LlamaLibrary.load(LibraryFiles.find(Optional.empty())).symbols();

    @Test
    void theSameTokensAreKeptInTheSameShares() throws Throwable {
        var random = new SplittableRandom(9);
        for (int round = 0; round < 60; round++) {
            var row = LogitRowTest.random(VOCABULARY, round);
            row.read(5);
            var context = random.ints(CONTEXT, 0, VOCABULARY).toArray();
            var sampling = new Sampling(
                    random.nextInt(3) == 0 ? 1 : random.nextDouble(0.2, 2),
                    random.nextInt(3) == 0 ? 0 : random.nextInt(1, 60),
                    random.nextInt(3) == 0 ? 1 : random.nextDouble(0.2, 1),
                    random.nextInt(3) == 0 ? 0 : random.nextDouble(0.01, 0.5),
                    random.nextInt(2) == 0 ? 1 : random.nextDouble(0.8, 1.6),
                    Map.of(),
                    "",
                    round);
            var theirs = theirs(row.logits, context, sampling);
            var ours = ours(row, context, sampling);
            assertThat(theirs.keySet()).as("of %s", sampling).containsAll(ours.keySet());
            theirs.forEach((token, share) -> assertThat(ours.getOrDefault(token, 0.0))
                    .as("token %d of %s", token, sampling)
                    .isCloseTo(share, within(4.5 * Math.sqrt(share * (1 - share) / DRAWS) + 1e-3)));
        }
    }

    /// Shares of draws.
    private static Map<Integer, Double> ours(LogitRow row, int[] context, Sampling sampling) {
        var sampler = new TokenSampler(sampling);
        var scratch = new Candidates(VOCABULARY);
        var shares = new HashMap<Integer, Double>();
        for (int i = 0; i < DRAWS; i++) {
            shares.merge(sampler.choose(row, context, CONTEXT, null, scratch), 1.0 / DRAWS, Double::sum);
        }
        return shares;
    }

    /// Probabilities of what the library's chain leaves, in its usual order.
    private Map<Integer, Double> theirs(float[] logits, int[] context, Sampling sampling) throws Throwable {
        try (var arena = Arena.ofConfined()) {
            var chain = new ArrayList<MemorySegment>();
            var penalties = sampler("penalties", List.of(JAVA_INT, JAVA_FLOAT, JAVA_FLOAT, JAVA_FLOAT),
                    64, (float) sampling.repetitionPenalty(), 0f, 0f);
            for (int token : context) {
                symbols.procedure("llama_sampler_accept", ADDRESS, JAVA_INT).invokeWithArguments(penalties, token);
            }
            chain.add(penalties);
            chain.add(sampler("top_k", List.of(JAVA_INT), sampling.topK()));
            chain.add(sampler("top_p", List.of(JAVA_FLOAT, JAVA_LONG), (float) sampling.topP(), 1L));
            chain.add(sampler("min_p", List.of(JAVA_FLOAT, JAVA_LONG), (float) sampling.minP(), 1L));
            chain.add(sampler("temp", List.of(JAVA_FLOAT), (float) sampling.temperature()));
            var array = array(arena, logits);
            for (var one : chain) {
                symbols.procedure("llama_sampler_apply", ADDRESS, ADDRESS).invokeWithArguments(one, array);
                symbols.procedure("llama_sampler_free", ADDRESS).invokeWithArguments(one);
            }
            return softmax(array);
        }
    }

    private MemorySegment sampler(String name, List<MemoryLayout> parameters, Object... arguments) throws Throwable {
        return (MemorySegment) symbols.function("llama_sampler_init_" + name, ADDRESS, parameters.toArray(MemoryLayout[]::new))
                .invokeWithArguments(arguments);
    }

    private static MemorySegment array(Arena arena, float[] logits) {
        var data = arena.allocate(12L * logits.length, 4);
        for (int id = 0; id < logits.length; id++) {
            data.set(JAVA_INT, 12L * id, id);
            data.set(JAVA_FLOAT, 12L * id + 4, logits[id]);
        }
        var array = arena.allocate(32, 8);
        array.set(ADDRESS, 0, data);
        array.set(JAVA_LONG, 8, logits.length);
        array.set(JAVA_LONG, 16, -1);
        return array;
    }

    private static Map<Integer, Double> softmax(MemorySegment array) {
        int size = (int) array.get(JAVA_LONG, 8);
        var data = array.get(ADDRESS, 0).reinterpret(12L * size);
        double sum = IntStream.range(0, size).mapToDouble(i -> Math.exp(data.get(JAVA_FLOAT, 12L * i + 4))).sum();
        var shares = new HashMap<Integer, Double>();
        for (int i = 0; i < size; i++) {
            shares.put(data.get(JAVA_INT, 12L * i), Math.exp(data.get(JAVA_FLOAT, 12L * i + 4)) / sum);
        }
        return shares;
    }
}
