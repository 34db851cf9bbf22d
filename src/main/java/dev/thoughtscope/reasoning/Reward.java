package dev.thoughtscope.reasoning;

import dev.thoughtscope.search.Outcome;
import dev.thoughtscope.search.Tree;
import dev.thoughtscope.search.Verdict;
import java.util.Optional;

/// What a finished way is worth, 0 to 1.
///
/// @param confidence weight of the mean confidence of its tokens (Marco-o1's reward)
/// @param agreement weight of the share of earlier endings with the same answer (self-consistency, Wang et al. 2022)
/// @param checker weight of a checker's verdict: 1 right, 0 wrong, one half where it cannot tell
public record Reward(double confidence, double agreement, double checker) {
    public static final Reward CONFIDENCE = new Reward(1, 0, 0);
    public static final Reward AGREEMENT = new Reward(0, 1, 0);
    public static final Reward CHECKER = new Reward(0, 0, 1);

    public Reward {
        double sum = confidence + agreement + checker;
        if (!(confidence >= 0 && agreement >= 0 && checker >= 0 && sum > 0)) {
            throw new IllegalArgumentException("The weights of a reward are 0 or more, and not all 0.");
        }
        confidence /= sum;
        agreement /= sum;
        checker /= sum;
    }

    /// Reads `confidence`, `agreement`, `checker`, or a mix such as `confidence:2,agreement:1`.
    ///
    /// @throws IllegalArgumentException with a sentence that tells what is possible
    public static Reward named(String name) {
        double[] weights = new double[3];
        for (String part : name.split(",")) {
            var pair = part.split(":");
            int which =
                    switch (pair[0].strip()) {
                        case "confidence" -> 0;
                        case "agreement" -> 1;
                        case "checker" -> 2;
                        default -> throw unknown(name);
                    };
            try {
                weights[which] += pair.length == 1 ? 1 : Double.parseDouble(pair[1]);
            } catch (NumberFormatException noNumber) {
                throw unknown(name);
            }
        }
        return new Reward(weights[0], weights[1], weights[2]);
    }

    /// @param meanConfidence of the way's tokens
    /// @param tree before the way was backed up
    double of(double meanConfidence, Optional<Tree.Found> found, Tree tree) {
        return confidence * meanConfidence + agreement * agreement(found, tree) + checker * verdict(found);
    }

    private static double agreement(Optional<Tree.Found> found, Tree tree) {
        if (found.isEmpty()) {
            return 0;
        }
        int same = 1;
        int all = 1;
        for (var votes : Outcome.of(tree).votes()) {
            all += votes.count();
            same += votes.answer().equals(found.get().answer()) ? votes.count() : 0;
        }
        return (double) same / all;
    }

    private static double verdict(Optional<Tree.Found> found) {
        return switch (found.map(Tree.Found::verdict).orElse(Verdict.WRONG)) {
            case RIGHT -> 1;
            case UNKNOWN -> 0.5;
            case WRONG -> 0;
        };
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException("There is no reward \"" + name
                + "\": choose confidence, agreement, checker, or a mix such as confidence:2,agreement:1.");
    }
}
