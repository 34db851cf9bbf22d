package dev.thoughtscope.study;

import dev.thoughtscope.study.data.DatasetFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What is to be measured: problems, methods, seeds. The model comes from the command line or the window.
///
/// @param datasets files of problems, read as one list
/// @param limit the first so many problems of each file are run
/// @param skipBadLines whether dataset lines that are no problem are passed over; otherwise the first one stops the study
/// @param dialect name of how the model thinks, empty to tell it from the model
/// @param maxTokens tokens of one thought with its answer at most
/// @param keepLogs whether the event log of each run is kept
/// @param thinking texts along which thoughts are measured as well, if any
public record Study(
        String name,
        List<Path> datasets,
        DatasetFormat format,
        int limit,
        boolean skipBadLines,
        AnswerCheck check,
        String dialect,
        List<Long> seeds,
        int maxTokens,
        boolean keepLogs,
        WhenExact exact,
        List<Method> methods,
        Optional<Thinking> thinking) {
    /// Thoughts before each token of running texts, in the manner of Quiet-STaR.
    ///
    /// @param corpus file of texts
    /// @param limit the first so many texts are measured
    /// @param thoughtTokens of a thought at most
    /// @param ahead tokens on which a gain is counted
    public record Thinking(Path corpus, int limit, int thoughtTokens, int ahead) {}

    public Study {
        datasets = List.copyOf(datasets);
        seeds = List.copyOf(seeds);
        methods = List.copyOf(methods);
    }

    public Study withLimit(int newLimit) {
        return new Study(
                name, datasets, format, newLimit, skipBadLines, check, dialect, seeds, maxTokens, keepLogs, exact,
                methods, thinking.map(all -> new Thinking(
                        all.corpus(), Math.min(newLimit, all.limit()), all.thoughtTokens(), all.ahead())));
    }

    public Study withDialect(String newDialect) {
        return new Study(
                name, datasets, format, limit, skipBadLines, check, newDialect, seeds, maxTokens, keepLogs, exact,
                methods, thinking);
    }

    public Study withExact(WhenExact newExact) {
        return new Study(
                name, datasets, format, limit, skipBadLines, check, dialect, seeds, maxTokens, keepLogs, newExact,
                methods, thinking);
    }
}
