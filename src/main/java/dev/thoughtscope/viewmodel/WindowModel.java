package dev.thoughtscope.viewmodel;

import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.session.EventLog;
import dev.thoughtscope.session.Recorded;
import dev.thoughtscope.session.Run;
import dev.thoughtscope.session.Runner;
import dev.thoughtscope.viewmodel.strip.NodeText;
import java.util.Collection;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The state of the window: the model, the run that it shows, and the person's hand on both.
public final class WindowModel {
    private final TreeModel tree = new TreeModel();
    private final Playback playback = new Playback(tree);
    private final Figures figures = new Figures(tree, playback);
    private final InspectorModel inspector;
    private final Documents documents = new Documents(this::open, this::tell);
    private final Exports exports = new Exports(playback, documents);
    private final SearchModel search;
    private final QuestionModel question = new QuestionModel();
    private final AskedModel asked = new AskedModel();
    private final StringProperty trouble = new SimpleStringProperty(this, "trouble", "");
    private final BooleanProperty follow = new SimpleBooleanProperty(this, "follow", true);
    private final Course state = new Course(trouble, question.question(), this::pausedByHand);
    private final DebuggerModel debugger;
    private final TraceModel traces;
    private final Intake intake;

    private Run run;

    /// @param confidence of a token, 0 to 1, NaN where it is not known
    public WindowModel(ToDoubleFunction<TokenStep> confidence) {
        inspector = new InspectorModel(tree, confidence, figures.costs());
        search = new SearchModel(tree, inspector);
        intake = new Intake(tree, playback, figures, inspector, this::tell);
        debugger = new DebuggerModel(this);
        traces = new TraceModel(this);
    }

    /// A model can be asked now.
    public void ready(Runner loaded) {
        asked.set(loaded);
        if (question.question().get().isBlank() && !asked.samples().isEmpty()) {
            question.question().set(asked.samples().getFirst());
        }
        if (playback.live().size() == 0) {
            state.set(RunState.READY);
        }
    }

    /// There will be no model.
    public void noModel(String sentence) {
        if (playback.live().size() == 0) {
            state.set(RunState.NO_MODEL);
        }
        trouble.set(sentence);
    }

    /// Asks the question of the question bar. A run under way is stopped.
    ///
    /// @param paused whether it waits for the first step
    public void ask(boolean paused) {
        if (asked.runner() == null) {
            return;
        }
        trouble.set("");
        try {
            take(debugger.begin(asked.runner(), question.request(paused)));
            state.set(paused ? RunState.PAUSED : RunState.RUNNING);
        } catch (IllegalArgumentException | EngineException refused) {
            trouble.set(refused.getMessage());
        }
    }

    /// Shows a run in place of the one that is shown, which is stopped.
    void take(Run next) {
        stop();
        show(next.log());
        run = next;
        trouble.set(next.notice());
        state.set(RunState.RUNNING);
    }

    /// Traces of other systems.
    public TraceModel traces() {
        return traces;
    }

    /// Shows a run of the past in place of the one that is shown, which is stopped.
    private void open(EventLog log, Collection<Integer> marks) {
        stop();
        show(log);
        playback.history().mark(marks);
    }

    private void tell(String sentence) {
        trouble.set(sentence);
    }

    /// Shows a log from its beginning on. Without a run behind it there is nothing to pause or stop.
    public void show(EventLog shown) {
        debugger.newTree();
        documents.forget();
        run = null;
        figures.reset();
        inspector.clear();
        tree.forgetScale();
        playback.open(shown);
        intake.summarise();
        follow.set(true);
    }

    /// The text of the selected node and what comes before it, empty if there is none.
    public Optional<NodeText> selectedText() {
        return NodeText.of(tree.tree(), inspector.selected().get());
    }

    /// Selects the node that holds the answer, or else the end of the most visited line.
    public void selectBest() {
        int node = figures.outcome().get().bestNode();
        if (node < 0 && !tree.bestLine().isEmpty()) {
            node = tree.bestLine().getLast();
        }
        inspector.selected().set(node);
    }

    public void pauseOrResume() {
        if (debugger.isStanding()) {
            debugger.goOn();
        } else if (run == null || !state.get().isUnderWay()) {
            return;
        } else if (state.get() == RunState.PAUSED) {
            run.control().resume();
            state.set(RunState.RUNNING);
        } else {
            run.control().pause();
            state.set(RunState.PAUSED);
        }
    }

    /// One simulation more; a run that has not begun is begun.
    public void step() {
        debugger.step(DebuggerStride.SIMULATION);
    }

    /// Turns to another log, that of a run or of a moment that was come back to; what both have in common stays.
    ///
    /// @param next the run behind it, null for none
    void turnTo(Run next, EventLog log, int rollouts) {
        int selected = inspector.selected().get();
        run = next;
        figures.setAim(rollouts);
        if (playback.turnTo(log)) {
            inspector.clear();
            inspector.selected().set(tree.isNode(selected) ? selected : -1);
            figures.reread(log);
        }
        trouble.set("");
        state.set(next == null ? playback.restingState() : state.moving());
        intake.summarise();
    }

    void lengthen(int rollouts) {
        figures.setAim(figures.aim() + rollouts);
        intake.summarise();
    }

    Moment head() {
        return new Moment(playback.log(), playback.length().get(), figures.ownAim());
    }

    /// The moment that is shown.
    Moment here() {
        return new Moment(playback.log(), playback.position().get(), figures.ownAim());
    }

    Run run() {
        return run;
    }

    Runner runner() {
        return asked.runner();
    }

    public DebuggerModel debugger() {
        return debugger;
    }

    public void stop() {
        if (run != null) {
            run.control().stop();
        }
    }

    /// Takes in what the log holds and is not shown yet, for so long at most.
    ///
    /// @return whether anything changed
    public boolean pump(long nanos) {
        debugger.pump();
        boolean changed = documents.poll() | traces.poll();
        return intake.pump(nanos, changed, this::taken, () -> state.get() == RunState.RUNNING);
    }

    /// Plays on by a time in seconds where a replay is going on.
    public boolean play(double seconds) {
        return intake.play(seconds);
    }

    /// To the next or the previous answer or reflection, which is then selected.
    public void stepFinding(int step) {
        int node = playback.stepFinding(step);
        if (node >= 0) {
            inspector.selected().set(node);
        }
    }

    private void taken(Recorded recorded) {
        figures.applied(recorded);
        state.applied(recorded.event());
        debugger.applied(recorded.event(), playback.live());
    }

    private boolean pausedByHand() {
        return run == null || run.control().isStepping();
    }

    public TreeModel tree() {
        return tree;
    }

    public Documents documents() {
        return documents;
    }

    public Exports exports() {
        return exports;
    }

    public SearchModel search() {
        return search;
    }

    /// What has happened in the run that is shown.
    public EventLog log() {
        return playback.log();
    }

    public Playback playback() {
        return playback;
    }

    public InspectorModel inspector() {
        return inspector;
    }

    public QuestionModel question() {
        return question;
    }

    public ReadOnlyObjectProperty<RunState> state() {
        return state.state();
    }

    public ReadOnlyObjectProperty<Progress> progress() {
        return figures.progress();
    }

    public ReadOnlyObjectProperty<Outcome> outcome() {
        return figures.outcome();
    }

    /// What the run has cost.
    public ReadOnlyObjectProperty<Ledger> ledger() {
        return figures.ledger();
    }

    /// The language model that questions go to.
    public AskedModel asked() {
        return asked;
    }

    /// What went wrong, in a sentence; empty when nothing did or the person has put it away.
    public StringProperty trouble() {
        return trouble;
    }

    /// Whether the view keeps to where the search is at work.
    public BooleanProperty follow() {
        return follow;
    }
}
