package dev.thoughtscope.viewmodel;

import dev.thoughtscope.search.Event;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;

/// What the run does that is shown, as its events tell it.
final class Course {
    private final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(this, "state", RunState.LOADING);
    private final StringProperty trouble;
    private final StringProperty question;
    private final BooleanSupplier byHand;

    /// @param byHand whether the run stands still until the person lets it go
    Course(StringProperty trouble, StringProperty question, BooleanSupplier byHand) {
        this.trouble = trouble;
        this.question = question;
        this.byHand = byHand;
    }

    void applied(Event event) {
        switch (event) {
            case Event.Failed failed -> {
                trouble.set(failed.sentence());
                state.set(RunState.FAILED);
            }
            case Event.Finished _ -> state.set(RunState.FINISHED);
            case Event.RunStarted started -> {
                question.set(started.run().question());
                state.set(moving());
            }
            case Event.Resumed _ -> state.set(moving());
            case Event.Refused refused -> trouble.set(refused.sentence());
            case Event.Paused _ -> state.set(RunState.PAUSED);
            default -> {}
        }
    }

    RunState moving() {
        return byHand.getAsBoolean() ? RunState.PAUSED : RunState.RUNNING;
    }

    void set(RunState now) {
        state.set(now);
    }

    RunState get() {
        return state.get();
    }

    ReadOnlyObjectProperty<RunState> state() {
        return state.getReadOnlyProperty();
    }
}
