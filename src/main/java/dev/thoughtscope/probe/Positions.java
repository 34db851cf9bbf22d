package dev.thoughtscope.probe;

/// At which tokens of a text to think.
public sealed interface Positions {
    boolean includes(int index, double entropy);

    static Positions all() {
        return new All();
    }

    record All() implements Positions {
        @Override
        public boolean includes(int index, double entropy) {
            return true;
        }
    }

    /// Tokens `from` to `to`, the last one left out.
    record Range(int from, int to) implements Positions {
        public Range {
            if (from < 0 || to <= from) {
                throw new IllegalArgumentException("The range " + from + " to " + to
                        + " holds no token: it starts at 0 or later and ends after its start.");
            }
        }

        @Override
        public boolean includes(int index, double entropy) {
            return index >= from && index < to;
        }
    }

    /// Where the model is less sure than this, in nats.
    record EntropyAbove(double nats) implements Positions {
        public EntropyAbove {
            if (!(nats >= 0)) {
                throw new IllegalArgumentException("An entropy is at least 0 nats, not " + nats + ".");
            }
        }

        @Override
        public boolean includes(int index, double entropy) {
            return entropy > nats;
        }
    }
}
