package dev.thoughtscope.search;

import java.util.Optional;

/// Looks at what a node says, whatever the model's confidence in it.
@FunctionalInterface
public interface StepChecker {
    StepChecker NONE = _ -> Optional.empty();

    /// @param note one line for a person: what was checked and what is wrong
    record Finding(Verdict verdict, String note) {}

    /// Empty where the text holds nothing that can be checked.
    Optional<Finding> check(String text);
}
