package dev.thoughtscope.engine.llama;

/// What llama.cpp alone gives: a loop that only decodes, the measure for everything that we put around it.
///
/// No scheduling, no reading of logits, no sampling; the same context settings and the same work as branches that
/// share a prefix. For one thread.
public final class BareDecoder implements AutoCloseable {
    private final Loading.Loaded loaded;
    private final LlamaContext context;

    private BareDecoder(Loading.Loaded loaded) {
        this.loaded = loaded;
        context = loaded.context();
    }

    /// @throws dev.thoughtscope.engine.EngineException in one sentence for whatever stands in the way
    public static BareDecoder open(LlamaOptions options) {
        return new BareDecoder(Loading.load(options, _ -> {}));
    }

    /// Tokens that fit one sequence.
    public int contextLength() {
        return loaded.info().contextLength();
    }

    /// Nanoseconds to compute a prefix and to go on from it on so many branches, all in one pass a token.
    ///
    /// @param tokens that each branch would sample; the last is never computed
    public long nanos(int prefix, int width, int tokens) {
        if ((long) prefix + (long) width * tokens > context.cells || width > context.maxBatch) {
            throw new IllegalArgumentException(
                    prefix + " tokens and " + width + " branches of " + tokens + " in " + context.cells + " cells");
        }
        long start = System.nanoTime();
        prompt(prefix);
        for (int branch = 1; branch < width; branch++) {
            context.share(0, branch, prefix);
        }
        for (int position = prefix; position < prefix + tokens - 1; position++) {
            context.clearBatch();
            for (int branch = 0; branch < width; branch++) {
                context.add(token(branch + position), position, branch, true);
            }
            decode();
        }
        long nanos = System.nanoTime() - start;
        for (int branch = 0; branch < width; branch++) {
            context.forget(branch, 0);
        }
        return nanos;
    }

    private void prompt(int length) {
        for (int from = 0; from < length; from += context.maxBatch) {
            int to = Math.min(length, from + context.maxBatch);
            context.clearBatch();
            for (int position = from; position < to; position++) {
                context.add(token(position), position, 0, position == length - 1);
            }
            decode();
        }
    }

    /// Any token will do; the upper half of a vocabulary holds ordinary ones.
    private int token(int number) {
        int half = loaded.model().vocabularySize / 2;
        return half + Math.floorMod(number * 7919, half);
    }

    private void decode() {
        if (context.decode() != LlamaContext.Outcome.DONE) {
            throw new IllegalStateException("llama.cpp found no room for a pass that fits");
        }
    }

    @Override
    public void close() {
        context.close();
        loaded.model().close();
    }
}
