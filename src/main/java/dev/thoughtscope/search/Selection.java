package dev.thoughtscope.search;

/// How a node's children are scored when a simulation passes through it; the highest score is followed.
///
/// `N` is the parent's visits, `n` the child's, `W` the sum of values backed up through the child, each in 0 to 1,
/// `P` the child's prior. `Q = W / n`. In the bonus of a child that was sampled m times, `n` is its visits divided by m,
/// rounded down.
public sealed interface Selection {
    /// Exploration constant of UCT by its theory, for values in 0 to 1.
    double SQRT_2 = Math.sqrt(2);

    /// @return positive infinity for a child that must come first
    default double score(int parentVisits, int visits, double total, double prior) {
        return exploitation(visits, total) + bonus(parentVisits, visits, prior);
    }

    /// Mean value, 0 before any visit.
    default double exploitation(int visits, double total) {
        return visits == 0 ? 0 : total / visits;
    }

    double bonus(int parentVisits, int visits, double prior);

    /// `Q + c * sqrt(ln N / n)`. Kocsis and Szepesvári, "Bandit based Monte-Carlo Planning", 2006.
    record Uct(double c) implements Selection {
        @Override
        public double bonus(int parentVisits, int visits, double prior) {
            return visits == 0 ? Double.POSITIVE_INFINITY : c * Math.sqrt(logOf(parentVisits) / visits);
        }
    }

    /// `Q + c * sqrt(2 ln N / n)`, as in Marco-o1's later public code with c = 1.414.
    record MarcoUct(double c) implements Selection {
        @Override
        public double bonus(int parentVisits, int visits, double prior) {
            return visits == 0 ? Double.POSITIVE_INFINITY : c * Math.sqrt(2 * logOf(parentVisits) / visits);
        }
    }

    /// `Q + w * sqrt(ln N / max(1, n))`, as in LLM Reasoners.
    record ReasonersUct(double w) implements Selection {
        @Override
        public double bonus(int parentVisits, int visits, double prior) {
            return w * Math.sqrt(logOf(parentVisits) / Math.max(1, visits));
        }
    }

    /// `Q + P * (ln((N + base + 1) / base) + init) * sqrt(N) / (n + 1)`. AlphaZero, as OpenR writes it.
    record Puct(double base, double init) implements Selection {
        public static final Puct ALPHA_ZERO = new Puct(19652, 1.25);

        @Override
        public double bonus(int parentVisits, int visits, double prior) {
            double rate = Math.log((parentVisits + base + 1) / base) + init;
            return prior * rate * Math.sqrt(parentVisits) / (visits + 1);
        }
    }

    /// As on the command line: `uct`, `marco-uct`, `reasoners-uct` or `puct`.
    ///
    /// @param exploration its constant, 0 for its own
    /// @throws IllegalArgumentException with a sentence that tells what is possible
    static Selection named(String name, double exploration) {
        boolean own = !(exploration > 0);
        return switch (name) {
            case "uct" -> new Uct(own ? SQRT_2 : exploration);
            case "marco-uct" -> new MarcoUct(own ? 1.414 : exploration);
            case "reasoners-uct" -> new ReasonersUct(own ? 1 : exploration);
            case "puct" -> own ? Puct.ALPHA_ZERO : new Puct(Puct.ALPHA_ZERO.base(), exploration);
            default ->
                throw new IllegalArgumentException("There is no selection \"" + name
                        + "\": choose uct, marco-uct, reasoners-uct or puct.");
        };
    }

    private static double logOf(int visits) {
        return Math.log(Math.max(1, visits));
    }
}
