package dev.thoughtscope.session;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.reasoning.Dialect;
import dev.thoughtscope.reasoning.Prompt;
import dev.thoughtscope.search.RunInfo;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What a log tells of how its run was started.
final class RunDescription {
    private RunDescription() {}

    static RunInfo of(Engine engine, Dialect dialect, RunRequest request, Prompt prompt, String expected) {
        return new RunInfo(
                request.question(),
                prompt.text(),
                expected,
                model(engine),
                settings(dialect, request, prompt),
                request.seed(),
                System.currentTimeMillis());
    }

    static RunInfo of(Engine engine, Dialect dialect, RunRequest request, Prompt prompt, Trace trace) {
        var settings = settings(dialect, request, prompt);
        settings.put("method", "import");
        settings.put("rollouts", "1");
        settings.put("imported", trace.source());
        if (!trace.writer().isEmpty()) {
            settings.put("written-by", trace.writer());
        }
        if (trace.ownProbability() > 0) {
            settings.put("writers-mean-probability", String.valueOf(trace.ownProbability()));
        }
        return new RunInfo(
                trace.question(), prompt.text(), "", model(engine), settings, request.seed(), System.currentTimeMillis());
    }

    private static SequencedMap<String, String> settings(Dialect dialect, RunRequest request, Prompt prompt) {
        var options = request.options();
        SequencedMap<String, String> settings = new LinkedHashMap<>();
        settings.put("action", request.action());
        settings.put("rollouts", String.valueOf(request.rollouts()));
        settings.put("width", String.valueOf(request.width()));
        settings.put("parallel", String.valueOf(request.parallel()));
        settings.put("max-tokens", String.valueOf(request.maxTokens()));
        settings.put("temperature", String.valueOf(request.temperature()));
        settings.put("top-p", String.valueOf(dialect.sampling().topP()));
        settings.put("top-k", String.valueOf(dialect.sampling().topK()));
        settings.put("reflect", String.valueOf(request.reflect()));
        settings.put("dialect", dialect.name());
        settings.put("method", options.method());
        settings.put("selection", options.selection());
        settings.put("exploration", String.valueOf(options.exploration()));
        settings.put("reward", options.reward());
        putUnlessZero(settings, "widening", options.widening());
        putUnlessZero(settings, "depth", options.depth());
        putUnlessZero(settings, "reflect-below", options.reflectBelow());
        if (!prompt.notice().isEmpty()) {
            settings.put("chat-template", prompt.notice());
        }
        return settings;
    }

    private static void putUnlessZero(SequencedMap<String, String> settings, String name, Number value) {
        if (value.doubleValue() != 0) {
            settings.put(name, String.valueOf(value));
        }
    }

    private static SequencedMap<String, String> model(Engine engine) {
        SequencedMap<String, String> model = new LinkedHashMap<>();
        model.put("file", engine.model().file());
        model.put("name", engine.model().name());
        model.put("description", engine.model().description());
        model.put("parameters", String.valueOf(engine.model().parameters()));
        model.put("library", engine.model().library());
        return model;
    }
}
