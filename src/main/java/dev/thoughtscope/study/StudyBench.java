package dev.thoughtscope.study;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.EngineStats;
import dev.thoughtscope.reasoning.Dialect;
import dev.thoughtscope.study.data.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Speed of a study: many problems in flight against one after another, on the same engine.
///
/// @param together with `inFlight` problems at a time
/// @param alone one after another, the simulations of each search in the same waves
/// @param textbook one after another, one simulation at a time
public record StudyBench(Speed together, Speed alone, Speed textbook, int inFlight) {
    /// @param problemsPerMinute finished
    /// @param meanRows mean number of branches that advanced in a forward pass
    /// @param tokensPerSecond that the model wrote
    /// @param decodeShare part of the time that was spent inside forward passes, 0 to 1
    public record Speed(
            int problems,
            double seconds,
            double problemsPerMinute,
            double meanRows,
            double tokensPerSecond,
            double decodeShare) {}

    /// Times that many problems in flight are faster than another way.
    public double factor(Speed other) {
        return together.problemsPerMinute() / other.problemsPerMinute();
    }

    /// @param problems run with both; at least one
    /// @param few of them that are run one after another, at least 1
    /// @throws dev.thoughtscope.engine.EngineException if a run fails
    public static StudyBench measure(
            Engine engine, Dialect dialect, List<Problem> problems, Method method, int maxTokens, int inFlight, int few)
            throws InterruptedException {
        var some = problems.subList(0, Math.min(few, problems.size()));
        var textbook = speed(engine, dialect, some, oneAtATime(method), maxTokens, 1);
        var alone = speed(engine, dialect, some, method, maxTokens, 1);
        var together = speed(engine, dialect, problems, method, maxTokens, inFlight);
        return new StudyBench(together, alone, textbook, inFlight);
    }

    private static Method oneAtATime(Method method) {
        return new Method(
                method.name(), method.kind(), method.opening(), method.action(), method.reflect(), method.budgets(),
                method.width(), 1, method.temperature());
    }

    private static Speed speed(
            Engine engine, Dialect dialect, List<Problem> problems, Method method, int maxTokens, int inFlight)
            throws InterruptedException {
        var run = new UnitRun(new EngineKeeper(engine, () -> engine), dialect, AnswerCheck.AUTO, maxTokens);
        var before = engine.stats();
        long start = System.nanoTime();
        var control = new StudyControl();
        try (var threads = Executors.newFixedThreadPool(inFlight)) {
            var runs = new ArrayList<Future<UnitRun.Measured>>();
            for (var problem : problems) {
                runs.add(threads.submit(
                        () -> run.run(engine, new Unit(problem, method, 1), control.begin(), control)));
            }
            for (var one : runs) {
                await(one, control);
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return speed(problems.size(), seconds, engine.stats().minus(before));
    }

    private static void await(Future<?> run, StudyControl control) throws InterruptedException {
        try {
            run.get();
        } catch (ExecutionException failed) {
            control.stop();
            throw failed.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failed.getCause());
        }
    }

    private static Speed speed(int problems, double seconds, EngineStats done) {
        return new Speed(
                problems,
                seconds,
                problems * 60 / seconds,
                done.decodeCalls() == 0 ? 0 : (double) done.decodedRows() / done.decodeCalls(),
                done.generatedTokens() / seconds,
                done.decodeNanos() / 1e9 / seconds);
    }
}
