package dev.thoughtscope.viewmodel.study;

import java.nio.file.Path;
import java.util.Optional;

/// What a method made of a problem.
///
/// @param question as it was put to the model
/// @param expected the right answer
/// @param answer that was chosen, empty if there was none
/// @param value confidence of the chosen attempt, 0 to 1, NaN without one
/// @param log the run's event log, empty if none was kept
public record ProblemRow(
        String id,
        String method,
        String question,
        String expected,
        String answer,
        boolean right,
        double value,
        Optional<Path> log)
        implements StudyRow {}
