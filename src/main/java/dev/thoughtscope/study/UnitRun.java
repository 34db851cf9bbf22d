package dev.thoughtscope.study;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.reasoning.Action;
import dev.thoughtscope.reasoning.ArithmeticChecker;
import dev.thoughtscope.reasoning.Confidence;
import dev.thoughtscope.reasoning.Dialect;
import dev.thoughtscope.reasoning.LanguageEditor;
import dev.thoughtscope.reasoning.Prompt;
import dev.thoughtscope.reasoning.Reasoner;
import dev.thoughtscope.reasoning.Reward;
import dev.thoughtscope.reasoning.RolloutEvaluator;
import dev.thoughtscope.reasoning.StepExpander;
import dev.thoughtscope.search.BeamSearch;
import dev.thoughtscope.search.Budget;
import dev.thoughtscope.search.Control;
import dev.thoughtscope.search.Event;
import dev.thoughtscope.search.Gate;
import dev.thoughtscope.search.Journal;
import dev.thoughtscope.search.RunInfo;
import dev.thoughtscope.search.Search;
import dev.thoughtscope.search.SearchSettings;
import dev.thoughtscope.search.Selection;
import dev.thoughtscope.session.EventLog;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Runs one unit to its end on the calling thread and keeps all that happened.
///
/// A method without a tree is a search that expands nothing: one wave of rollouts, side by side.
record UnitRun(EngineKeeper keeper, Dialect dialect, AnswerCheck check, int maxTokens) {
    private static final int MAX_DEPTH = 64;

    /// What a run gave.
    ///
    /// @param pausedNanos how long it stood still because a person wished it
    record Measured(Unit unit, EventLog log, long nanos, long pausedNanos) {
        Result result(double inFlight, String logName) {
            var read = Attempts.of(log, unit.method());
            double working = nanos == 0 ? 1 : Math.max(0, nanos - pausedNanos) / (double) nanos;
            return new Result(
                    unit.problem().id(),
                    unit.method().name(),
                    unit.seed(),
                    read.attempts().stream().map(one -> one.slowedBy(working)).toList(),
                    read.secondThoughts(),
                    read.tree().generatedTokens(),
                    Math.round(nanos * working),
                    inFlight,
                    logName,
                    "");
        }
    }

    /// @throws dev.thoughtscope.engine.EngineException if the question does not fit or the engine fails
    Measured run(Engine engine, Unit unit, Control control, StudyControl study) throws InterruptedException {
        long start = System.nanoTime();
        long paused = study.pausedNanos();
        var log = search(engine, unit, control);
        return new Measured(unit, log, System.nanoTime() - start, study.pausedNanos() - paused);
    }

    private EventLog search(Engine engine, Unit unit, Control control) throws InterruptedException {
        if (engine instanceof ExactEngine) {
            engine.forget();
        }
        var method = unit.method();
        var prompt = RunPrompt.of(engine, dialect, method, unit.problem().question());
        var log = new EventLog();
        var journal = new Journal(log::append);
        var gate = new Gate(journal, control);
        var reasoner = new Reasoner(
                engine,
                gate,
                dialect,
                prompt,
                Action.named(method.action()),
                Confidence.TOP5,
                Reward.CONFIDENCE,
                maxTokens,
                temperature(method),
                check.of(unit.problem()),
                unit.runSeed());
        var expander = new StepExpander(reasoner);
        journal.record(new Event.RunStarted(describe(engine, unit, prompt)));
        var evaluator = new RolloutEvaluator(reasoner, method.reflect());
        var checker = new ArithmeticChecker();
        if (method.kind() == Method.Kind.BEAM) {
            new BeamSearch(journal, expander, evaluator, checker, settings(unit), gate).run();
        } else {
            var editor = new LanguageEditor(reasoner, expander);
            new Search(journal, expander, evaluator, editor, checker, settings(unit), control, gate).run();
        }
        return log;
    }

    private static SearchSettings settings(Unit unit) {
        var method = unit.method();
        return new SearchSettings(
                new Selection.Uct(Selection.SQRT_2),
                method.width(),
                method.kind() == Method.Kind.MCTS ? method.parallel() : method.budget(),
                method.isTree() ? MAX_DEPTH : 0,
                Budget.rollouts(method.budget()),
                unit.runSeed());
    }

    private double temperature(Method method) {
        return method.temperature() == Method.RECOMMENDED ? dialect.temperature() : method.temperature();
    }

    private RunInfo describe(Engine engine, Unit unit, Prompt prompt) {
        var method = unit.method();
        SequencedMap<String, String> settings = new LinkedHashMap<>();
        settings.put("method", method.name());
        settings.put("problem", unit.problem().id());
        settings.put("study-seed", String.valueOf(unit.seed()));
        settings.put("action", method.action());
        settings.put("rollouts", String.valueOf(method.budget()));
        settings.put("width", String.valueOf(method.width()));
        settings.put("parallel", String.valueOf(method.parallel()));
        settings.put("max-tokens", String.valueOf(maxTokens));
        settings.put("temperature", String.valueOf(temperature(method)));
        settings.put("reflect", String.valueOf(method.reflect()));
        settings.put("dialect", dialect.name());
        settings.put("selection", "uct");
        var info = engine.model();
        SequencedMap<String, String> model = new LinkedHashMap<>();
        model.put("file", info.file());
        model.put("name", info.name());
        model.put("description", info.description());
        model.put("parameters", String.valueOf(info.parameters()));
        model.put("library", info.library());
        return new RunInfo(
                unit.problem().question(),
                prompt.text(),
                unit.problem().answer(),
                model,
                settings,
                unit.runSeed(),
                System.currentTimeMillis());
    }
}
