package dev.thoughtscope.study;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.reasoning.Dialect;
import dev.thoughtscope.reasoning.Dialects;
import dev.thoughtscope.study.corpus.TextGain;
import dev.thoughtscope.study.data.Corpus;
import dev.thoughtscope.study.data.CorpusText;
import dev.thoughtscope.study.data.Dataset;
import dev.thoughtscope.study.data.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Runs a study with many problems in flight on one engine, so that each forward pass serves many branches.
///
/// What is measured is in the folder the moment that it is known. Running the same study on the same folder goes on
/// where it ended, also after the process was killed, and does nothing twice.
public final class StudyRunner implements AutoCloseable {
    public static final int MOST_BRANCHES = 256;
    /// Branches in flight unless a person says otherwise. Measured on two cores with the model that ships, MCTS in waves of
    /// four: 16 to 20 branches cost 38 s of processor time where 44 cost 60 s.
    public static final int BRANCHES = 20;

    private final Study study;
    private final StudyFolder folder;
    private final int branches;
    private final List<Problem> problems;
    private final Optional<Corpus> corpus;
    private final EngineKeeper keeper;
    private final Dialect dialect;

    /// Reads the dataset and claims the folder.
    ///
    /// @param engine closed with this
    /// @param opener opens another one where the first has died
    /// @param branches that the model carries on at once, roughly, 1 to 256: as many problems run side by side as fill them
    /// @throws IOException in one sentence if dataset or folder cannot be used
    public StudyRunner(Study study, StudyFolder folder, Engine engine, Supplier<Engine> opener, int branches)
            throws IOException {
        if (branches < 1 || branches > MOST_BRANCHES) {
            throw new IllegalArgumentException("1 to " + MOST_BRANCHES + " branches can be in flight, not " + branches + ".");
        }
        this.study = study;
        this.folder = folder;
        boolean exact = study.exact().on(engine);
        this.branches = exact ? 1 : branches;
        var dataset = Dataset.read(study.datasets(), study.format(), study.skipBadLines(), study.limit());
        this.problems = dataset.problems();
        this.dialect = Dialects.named(study.dialect()).orElseGet(() -> Dialects.of(engine));
        this.corpus = corpus(study);
        this.keeper = exact
                ? new EngineKeeper(new ExactEngine(engine), () -> new ExactEngine(opener.get()))
                : new EngineKeeper(engine, opener);
        folder.claim(Manifest.of(study, dataset, corpus, dialect.name(), engine.model(), this.branches, exact), problems);
    }

    /// Runs what is left, to the end or until stopped.
    ///
    /// @param told after each unit, on the thread that did it
    /// @return whether all is measured; false once stopped
    /// @throws EngineException if the engine cannot go on
    /// @throws IOException if the disk does not take a result
    public boolean run(StudyControl control, Consumer<Progress> told) throws IOException, InterruptedException {
        try (var results = folder.results();
                var gains = folder.thinking()) {
            var done = folder.readResults();
            var known = new HashSet<Unit.Key>();
            done.forEach(result -> known.add(result.key()));
            var units = Unit.all(study, problems);
            var left = units.stream().filter(unit -> !known.contains(unit.key())).toList();
            var measured = folder.readThinking();
            var texts = textsLeft(measured);
            var tally = new Tally(
                    units.size() + corpus.map(all -> all.texts().size()).orElse(0),
                    units.size() - left.size() + measured.size(),
                    (int) done.stream().filter(result -> !result.failure().isEmpty()).count()
                            + (int) measured.stream().filter(text -> !text.failure().isEmpty()).count(),
                    left.stream().mapToDouble(Unit::weight).sum()
                            + texts.stream().mapToDouble(CorpusRun::weight).sum(),
                    control,
                    told);
            tally.tell();
            var run = new UnitRun(keeper, dialect, study.check(), study.maxTokens());
            var desk = new UnitDesk(left, run, study.keepLogs() ? folder : null, results, tally, control, branches);
            workThrough(desk);
            return desk.isEmpty()
                    && (texts.isEmpty() || new CorpusRun(study.thinking().orElseThrow(), keeper, gains, tally, control).run(texts));
        }
    }

    private List<CorpusText> textsLeft(List<TextGain> measured) {
        var ids = measured.stream().map(TextGain::id).collect(Collectors.toSet());
        return corpus.map(Corpus::texts).orElse(List.of()).stream().filter(text -> !ids.contains(text.id())).toList();
    }

    private static Optional<Corpus> corpus(Study study) throws IOException {
        return study.thinking().isEmpty()
                ? Optional.empty()
                : Optional.of(Corpus.read(
                        study.thinking().get().corpus(), study.skipBadLines(), study.thinking().get().limit()));
    }

    private void workThrough(UnitDesk desk) throws IOException, InterruptedException {
        try (var threads = Executors.newFixedThreadPool(
                branches, Thread.ofPlatform().name("study-", 0).daemon().factory())) {
            var workers = new ArrayList<Future<Void>>();
            for (int i = 0; i < branches; i++) {
                workers.add(threads.submit(desk::work));
            }
            try {
                for (var worker : workers) {
                    worker.get();
                }
            } catch (ExecutionException failed) {
                desk.giveUp();
                rethrow(failed.getCause());
            } catch (InterruptedException interrupted) {
                desk.giveUp();
                throw interrupted;
            }
        }
    }

    private static void rethrow(Throwable cause) throws IOException, InterruptedException {
        switch (cause) {
            case IOException known -> throw known;
            case InterruptedException known -> throw known;
            case RuntimeException known -> throw known;
            default -> throw new IllegalStateException(cause);
        }
    }

    @Override
    public void close() {
        keeper.close();
    }
}
