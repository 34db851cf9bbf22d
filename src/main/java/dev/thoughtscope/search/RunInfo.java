package dev.thoughtscope.search;

import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/// What a run was started with.
///
/// @param prompt the whole text put before the model, question included
/// @param expected the right answer where it is known, else empty
/// @param model what ran: file, description, parameters, library
/// @param settings every setting by its name on the command line
/// @param startedAt milliseconds since 1970
public record RunInfo(
        String question,
        String prompt,
        String expected,
        SequencedMap<String, String> model,
        SequencedMap<String, String> settings,
        long seed,
        long startedAt) {
    public RunInfo {
        model = sorted(model);
        settings = sorted(settings);
    }

    private static SequencedMap<String, String> sorted(Map<String, String> map) {
        return java.util.Collections.unmodifiableSequencedMap(new TreeMap<>(map));
    }
}
