package dev.thoughtscope.session;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.StopReason;
import dev.thoughtscope.reasoning.Action;
import dev.thoughtscope.reasoning.Answers;
import dev.thoughtscope.reasoning.ArithmeticChecker;
import dev.thoughtscope.reasoning.BracketChecker;
import dev.thoughtscope.reasoning.Breakpoint;
import dev.thoughtscope.reasoning.Breakpoints;
import dev.thoughtscope.reasoning.Confidence;
import dev.thoughtscope.reasoning.Dialect;
import dev.thoughtscope.reasoning.LanguageEditor;
import dev.thoughtscope.reasoning.Prompt;
import dev.thoughtscope.reasoning.Reasoner;
import dev.thoughtscope.reasoning.Reward;
import dev.thoughtscope.reasoning.RolloutEvaluator;
import dev.thoughtscope.reasoning.StepExpander;
import dev.thoughtscope.search.BeamSearch;
import dev.thoughtscope.search.Control;
import dev.thoughtscope.search.Event;
import dev.thoughtscope.search.Gate;
import dev.thoughtscope.search.Journal;
import dev.thoughtscope.search.RunInfo;
import dev.thoughtscope.search.Search;
import dev.thoughtscope.search.SearchSettings;
import dev.thoughtscope.search.Tree;
import dev.thoughtscope.search.Verdict;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs searches on one engine, each on a thread of its own.
public final class Thinker implements Runner {
    private static final Logger LOG = LoggerFactory.getLogger(Thinker.class);
    private static final int MAX_DEPTH = 64;

    private final Engine engine;
    private final Dialect dialect;
    private final List<String> samples;
    private final Map<String, String> answers;

    public Thinker(Engine engine, Dialect dialect, List<String> samples) {
        this(engine, dialect, samples, Map.of());
    }

    /// @param answers the right answers of questions, where they are known
    public Thinker(Engine engine, Dialect dialect, List<String> samples, Map<String, String> answers) {
        this.engine = engine;
        this.dialect = dialect;
        this.samples = List.copyOf(samples);
        this.answers = Map.copyOf(answers);
    }

    /// @throws EngineException if the question does not fit the model
    @Override
    public Run start(RunRequest request) {
        return start(request, answers.getOrDefault(request.question().strip(), ""));
    }

    /// @param expected the right answer where it is known, else empty
    public Run start(RunRequest request, String expected) {
        var prompt = Prompt.of(engine, dialect, request.question());
        var log = new EventLog();
        var journal = new Journal(log::append);
        return search(
                request,
                prompt,
                request.question(),
                expected,
                log,
                journal,
                () -> journal.record(new Event.RunStarted(describe(request, prompt, expected))));
    }

    @Override
    public Run goOn(EventLog past, int events, RunRequest request) {
        var log = new EventLog();
        var tree = new Tree();
        for (var recorded : past.read(0, events)) {
            log.append(recorded);
            tree.apply(recorded.event());
        }
        var info = tree.run().orElseThrow(() -> new IllegalArgumentException("There is no run to go on with."));
        var prompt = new Prompt(info.prompt(), engine.tokenize(info.prompt(), true, true));
        var journal = new Journal(tree, log::append);
        return search(request, prompt, info.question(), info.expected(), log, journal, () -> pickUp(journal));
    }

    private static void pickUp(Journal journal) {
        for (var branch : List.copyOf(journal.tree().branches())) {
            if (branch.end().isEmpty()) {
                journal.record(new Event.BranchEnded(branch.id(), StopReason.CANCELLED));
            }
        }
        journal.record(new Event.Resumed());
    }

    private Run search(
            RunRequest request,
            Prompt prompt,
            String question,
            String expected,
            EventLog log,
            Journal journal,
            Runnable opening) {
        var action = Action.named(request.action());
        var options = request.options();
        var settings = new SearchSettings(
                options.selectionValue(),
                request.width(),
                request.parallel(),
                options.method().equals("best-of") ? 0 : MAX_DEPTH,
                options.budget(request.rollouts()),
                request.seed(),
                options.earlyStop());
        var control = request.paused() ? Control.paused() : Control.running();
        var gate = new Gate(journal, control);
        var reasoner = new Reasoner(
                engine,
                gate,
                dialect,
                prompt,
                action,
                Confidence.TOP5,
                Reward.named(options.reward()),
                request.maxTokens(),
                request.temperature(),
                checker(question, expected),
                request.seed());
        var breakpoints = new Breakpoints(control, Confidence.TOP5);
        journal.watch(breakpoints);
        opening.run();
        var expander = new StepExpander(reasoner);
        var evaluator = new RolloutEvaluator(reasoner, request.reflect());
        var checker = new ArithmeticChecker();
        Walk walk = options.method().equals("beam")
                ? new BeamSearch(journal, expander, evaluator, checker, settings, gate)::run
                : new Search(
                        journal,
                        expander,
                        evaluator,
                        new LanguageEditor(reasoner, expander),
                        checker,
                        settings,
                        control,
                        gate)
                        ::run;
        Thread.ofPlatform().name("search").daemon().start(() -> run(walk, journal));
        return new Run(log, control, texts -> breakpoints.set(texts.stream().map(Breakpoint::parse).toList()));
    }

    @Override
    public String modelLine() {
        var model = engine.model();
        String name = model.name().isBlank() ? Path.of(model.file()).getFileName().toString() : model.name();
        return String.format(Locale.ROOT, "%s · %.1f M parameters", name, model.parameters() / 1e6);
    }

    @Override
    public List<String> samples() {
        return samples;
    }

    private interface Walk {
        void run() throws InterruptedException;
    }

    private static void run(Walk walk, Journal journal) {
        try {
            walk.run();
        } catch (InterruptedException stopped) {
            journal.record(new Event.Finished(Event.Ending.STOPPED));
        } catch (EngineException | IllegalArgumentException known) {
            journal.record(new Event.Failed(known.getMessage()));
        } catch (RuntimeException | Error unknown) {
            LOG.error("search failed", unknown);
            journal.record(new Event.Failed("The search came upon an error of its own and stopped; what it found is kept."
                    + " The log tells more: " + unknown));
        }
    }

    /// A bracket puzzle can be judged by itself, anything else only where the right answer is known.
    private static Function<String, Verdict> checker(String question, String expected) {
        var puzzle = BracketChecker.ofQuestion(question);
        if (puzzle.isPresent()) {
            return answer -> puzzle.get().isRight(answer) ? Verdict.RIGHT : Verdict.WRONG;
        }
        if (expected.isBlank()) {
            return _ -> Verdict.UNKNOWN;
        }
        String right = Answers.normalise(expected);
        return answer -> Answers.normalise(answer).equals(right) ? Verdict.RIGHT : Verdict.WRONG;
    }

    private RunInfo describe(RunRequest request, Prompt prompt, String expected) {
        SequencedMap<String, String> settings = new LinkedHashMap<>();
        settings.put("action", request.action());
        settings.put("rollouts", String.valueOf(request.rollouts()));
        settings.put("width", String.valueOf(request.width()));
        settings.put("parallel", String.valueOf(request.parallel()));
        settings.put("max-tokens", String.valueOf(request.maxTokens()));
        settings.put("temperature", String.valueOf(request.temperature()));
        settings.put("reflect", String.valueOf(request.reflect()));
        settings.put("dialect", dialect.name());
        settings.put("method", request.options().method());
        settings.put("selection", request.options().selection());
        settings.put("exploration", String.valueOf(request.options().exploration()));
        settings.put("reward", request.options().reward());
        SequencedMap<String, String> model = new LinkedHashMap<>();
        model.put("file", engine.model().file());
        model.put("name", engine.model().name());
        model.put("description", engine.model().description());
        model.put("parameters", String.valueOf(engine.model().parameters()));
        model.put("library", engine.model().library());
        return new RunInfo(
                request.question(),
                prompt.text(),
                expected,
                model,
                settings,
                request.seed(),
                System.currentTimeMillis());
    }
}
