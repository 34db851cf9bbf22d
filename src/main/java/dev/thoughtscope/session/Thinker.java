package dev.thoughtscope.session;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.Engine.Message;
import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.StopReason;
import dev.thoughtscope.reasoning.Action;
import dev.thoughtscope.reasoning.AnswerMatch;
import dev.thoughtscope.reasoning.ArithmeticChecker;
import dev.thoughtscope.reasoning.BracketChecker;
import dev.thoughtscope.reasoning.Breakpoint;
import dev.thoughtscope.reasoning.Breakpoints;
import dev.thoughtscope.reasoning.Confidence;
import dev.thoughtscope.reasoning.Dialect;
import dev.thoughtscope.reasoning.LanguageEditor;
import dev.thoughtscope.reasoning.Prompt;
import dev.thoughtscope.reasoning.Reasoner;
import dev.thoughtscope.reasoning.Rethinking;
import dev.thoughtscope.reasoning.Reward;
import dev.thoughtscope.reasoning.RolloutEvaluator;
import dev.thoughtscope.reasoning.StepExpander;
import dev.thoughtscope.reasoning.TraceScorer;
import dev.thoughtscope.search.BeamSearch;
import dev.thoughtscope.search.Control;
import dev.thoughtscope.search.Event;
import dev.thoughtscope.search.Gate;
import dev.thoughtscope.search.Journal;
import dev.thoughtscope.search.Order;
import dev.thoughtscope.search.Search;
import dev.thoughtscope.search.Tree;
import dev.thoughtscope.search.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs searches on one engine, each on a thread of its own.
public final class Thinker implements Runner {
    private static final Logger LOG = LoggerFactory.getLogger(Thinker.class);

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
        return start(request, expected, List.of());
    }

    /// Asks a question that follows a conversation, of which the dialect's history keeps what was said, not what was thought.
    ///
    /// @param before messages of user and assistant in turn
    public Run start(RunRequest request, String expected, List<Message> before) {
        var own = request.options().filtered(dialect);
        var prompt = Prompt.of(engine, own, before, request.question());
        var log = new EventLog();
        var journal = new Journal(log::append);
        return search(
                request,
                prompt,
                request.question(),
                expected,
                log,
                journal,
                () -> journal.record(
                        new Event.RunStarted(RunDescription.of(engine, own, request, prompt, expected))));
    }

    @Override
    public Run bring(Trace trace, RunRequest request) {
        var prompt = Prompt.of(engine, dialect, trace.before(), trace.question());
        var log = new EventLog();
        var journal = new Journal(log::append);
        var control = Control.running();
        String expected = answers.getOrDefault(trace.question().strip(), "");
        var roomy = request.withMaxTokens(engine.model().contextLength());
        var reasoner = reasoner(roomy, prompt, trace.question(), expected, new Gate(journal, control), dialect);
        var scorer = new TraceScorer(reasoner, trace.parts());
        var asRun = request.withMaxTokens(Math.max(request.maxTokens(), 2 * scorer.fitting()));
        journal.record(new Event.RunStarted(RunDescription.of(engine, dialect, asRun, prompt, trace)));
        String notice = scorer.fitting() == scorer.length()
                ? prompt.notice()
                : "Only the first " + scorer.fitting() + " of the trace's " + scorer.length()
                        + " tokens fit this model's context; the rest was left out.";
        Walk walk = () -> {
            if (trace.hiddenTokens() > 0) {
                journal.record(new Event.Hidden(trace.hiddenTokens()));
            }
            scorer.record(journal, new ArithmeticChecker());
            journal.record(new Event.Finished(Event.Ending.IMPORTED));
        };
        Thread.ofPlatform().name("import").daemon().start(() -> run(walk, journal));
        return new Run(log, control, _ -> {}, notice);
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

    @Override
    public Run goOnText(String text, String thought, RunRequest request) {
        var prompt = Prompt.running(engine, text);
        var asked = request.withQuestion(text).withPaused(true);
        var log = new EventLog();
        var journal = new Journal(log::append);
        var info = RunDescription.of(engine, request.options().filtered(dialect), asked, prompt, "");
        var run = search(asked, prompt, text, "", log, journal, () -> journal.record(new Event.RunStarted(info)));
        run.control().order(new Order.AddThought(Tree.ROOT, thought));
        if (!request.paused()) {
            run.control().resume();
        }
        return run;
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
        var options = request.options();
        var settings = options.settings(request);
        var control = request.paused() ? Control.paused() : Control.running();
        var gate = new Gate(journal, control);
        var reasoner = reasoner(request, prompt, question, expected, gate, options.filtered(dialect));
        var breakpoints = new Breakpoints(control, Confidence.TOP5);
        journal.watch(breakpoints);
        opening.run();
        var expander = new StepExpander(reasoner);
        var evaluator = new RolloutEvaluator(reasoner, new Rethinking(request.reflect(), options.reflectBelow()));
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
        return new Run(
                log,
                control,
                texts -> breakpoints.set(texts.stream().map(Breakpoint::parse).toList()),
                prompt.notice());
    }

    private Reasoner reasoner(
            RunRequest request, Prompt prompt, String question, String expected, Gate gate, Dialect filtered) {
        return new Reasoner(
                engine,
                gate,
                filtered,
                prompt,
                Action.named(request.action()),
                Confidence.TOP5,
                Reward.named(request.options().reward()),
                request.maxTokens(),
                request.temperature(),
                checker(question, expected),
                request.seed());
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
            journal.record(new Event.Failed(String.valueOf(known.getMessage())));
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
        return answer -> AnswerMatch.same(answer, expected) ? Verdict.RIGHT : Verdict.WRONG;
    }
}
