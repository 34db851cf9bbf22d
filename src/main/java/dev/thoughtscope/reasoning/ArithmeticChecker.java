package dev.thoughtscope.reasoning;

import dev.thoughtscope.search.StepChecker;
import dev.thoughtscope.search.Verdict;
import java.util.Optional;

/// Works out every equation that a step states.
public final class ArithmeticChecker implements StepChecker {
    @Override
    public Optional<Finding> check(String text) {
        var equations = Arithmetic.equations(text);
        if (equations.isEmpty()) {
            return Optional.empty();
        }
        for (var equation : equations) {
            if (!equation.holds()) {
                String stated = text.substring(equation.left().from(), equation.right().to());
                String right = equation.left().value().stripTrailingZeros().toPlainString();
                return Optional.of(new Finding(Verdict.WRONG, stated + " is wrong: the left side is " + right));
            }
        }
        return Optional.of(new Finding(Verdict.RIGHT, equations.size() == 1 ? "1 equation holds" : equations.size() + " equations hold"));
    }
}
