package dev.thoughtscope.viewmodel;

import dev.thoughtscope.session.RunRequest;
import dev.thoughtscope.session.SearchOptions;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import java.util.List;

/// The question and the settings of the next run.
public final class QuestionModel {
    /// How much one node holds, by the names of the command line.
    public static final List<String> ACTIONS = List.of("step", "mini-step-64", "mini-step-32");

    private final StringProperty question = new SimpleStringProperty(this, "question", "");
    private final StringProperty action = new SimpleStringProperty(this, "action", ACTIONS.getFirst());
    private final IntegerProperty rollouts = new SimpleIntegerProperty(this, "rollouts");
    private final IntegerProperty width = new SimpleIntegerProperty(this, "width");
    private final IntegerProperty parallel = new SimpleIntegerProperty(this, "parallel");
    private final IntegerProperty maxTokens = new SimpleIntegerProperty(this, "maxTokens");
    private final DoubleProperty temperature = new SimpleDoubleProperty(this, "temperature");
    private final LongProperty seed = new SimpleLongProperty(this, "seed");
    private final ObjectProperty<SearchChoice> choice =
            new SimpleObjectProperty<>(this, "choice", SearchChoice.of(SearchOptions.DEFAULT));
    private SearchOptions options = SearchOptions.DEFAULT;
    private final BooleanProperty reflect = new SimpleBooleanProperty(this, "reflect");

    public QuestionModel() {
        take(RunRequest.of(""));
    }

    public void take(RunRequest request) {
        question.set(request.question());
        action.set(request.action());
        rollouts.set(request.rollouts());
        width.set(request.width());
        parallel.set(request.parallel());
        maxTokens.set(request.maxTokens());
        temperature.set(request.temperature());
        seed.set(request.seed());
        reflect.set(request.reflect());
        options = request.options();
        choice.set(SearchChoice.of(options));
    }

    public RunRequest request(boolean paused) {
        return new RunRequest(
                question.get().strip(),
                action.get(),
                rollouts.get(),
                width.get(),
                parallel.get(),
                maxTokens.get(),
                temperature.get(),
                seed.get(),
                reflect.get(),
                paused,
                choice.get().options(options));
    }

    public StringProperty question() {
        return question;
    }

    public StringProperty action() {
        return action;
    }

    public IntegerProperty rollouts() {
        return rollouts;
    }

    public IntegerProperty width() {
        return width;
    }

    public IntegerProperty parallel() {
        return parallel;
    }

    public IntegerProperty maxTokens() {
        return maxTokens;
    }

    public DoubleProperty temperature() {
        return temperature;
    }

    public LongProperty seed() {
        return seed;
    }

    public BooleanProperty reflect() {
        return reflect;
    }

    /// How the search goes about it.
    public ObjectProperty<SearchChoice> choice() {
        return choice;
    }
}
