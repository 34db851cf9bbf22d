package dev.thoughtscope.engine.llama;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Lets the branches that read a pass's logits choose their next tokens: those that weigh all of a large vocabulary once
/// more, for a temperature or a filter, side by side on all the processors.
///
/// For the owning thread alone.
final class TokenChoices {
    /// A branch before the logits of one position.
    static final class Reader {
        final Branch branch;
        final LogitRow logits;
        private final boolean samples;
        private RuntimeException failure;

        /// @param samples whether the next token is not given
        Reader(Branch branch, LogitRow logits, boolean samples) {
            this.branch = branch;
            this.logits = logits;
            this.samples = samples;
        }

        /// @throws RuntimeException that the choice ended with
        void check() {
            if (failure != null) {
                throw failure;
            }
        }

        private void choose(Candidates scratch) {
            try {
                logits.checkNumbers();
                if (samples) {
                    branch.choose(logits, scratch);
                }
            } catch (RuntimeException failed) {
                failure = failed;
            }
        }
    }

    private final int vocabularySize;
    private final ConcurrentLinkedQueue<Candidates> scratch = new ConcurrentLinkedQueue<>();

    TokenChoices(int vocabularySize) {
        this.vocabularySize = vocabularySize;
    }

    /// Has each reader choose, unless its token is given; what goes wrong is kept for [Reader#check()].
    void choose(List<Reader> readers) {
        var costly = new ArrayList<Reader>();
        for (var reader : readers) {
            if (reader.samples && reader.branch.weighsAll()) {
                costly.add(reader);
            } else {
                withScratch(reader);
            }
        }
        if (costly.size() > 1 && LogitReadings.isWorthSharing(costly.size(), vocabularySize)) {
            costly.parallelStream().forEach(this::withScratch);
        } else {
            costly.forEach(this::withScratch);
        }
    }

    private void withScratch(Reader reader) {
        var free = scratch.poll();
        var taken = free == null ? new Candidates(vocabularySize) : free;
        reader.choose(taken);
        scratch.add(taken);
    }
}
