package dev.thoughtscope.study;

import dev.thoughtscope.study.data.DatasetFormat;
import java.nio.file.Path;
import java.util.List;

/// What is to be measured: problems, methods, seeds. The model comes from the command line or the window.
///
/// @param datasets files of problems, read as one list
/// @param limit the first so many problems of each file are run
/// @param skipBadLines whether dataset lines that are no problem are passed over; otherwise the first one stops the study
/// @param dialect name of how the model thinks, empty to tell it from the model
/// @param maxTokens tokens of one thought with its answer at most
/// @param keepLogs whether the event log of each run is kept
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
        List<Method> methods) {
    public Study {
        datasets = List.copyOf(datasets);
        seeds = List.copyOf(seeds);
        methods = List.copyOf(methods);
    }

    public Study withLimit(int newLimit) {
        return new Study(
                name, datasets, format, newLimit, skipBadLines, check, dialect, seeds, maxTokens, keepLogs, methods);
    }

    public Study withDialect(String newDialect) {
        return new Study(
                name, datasets, format, limit, skipBadLines, check, newDialect, seeds, maxTokens, keepLogs, methods);
    }
}
