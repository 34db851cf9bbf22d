package dev.thoughtscope.view.shell;

import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.viewmodel.RunState;
import dev.thoughtscope.viewmodel.WindowModel;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Asking, and the hand on a run under way.
final class QuestionBar {
    private final WindowModel model;

    QuestionBar(WindowModel model) {
        this.model = model;
    }

    void ask(TextField question, Button ask) {
        question.textProperty().bindBidirectional(model.question().question());
        question.setOnAction(_ -> model.ask(false));
        ask.setOnAction(_ -> model.ask(false));
        ask.disableProperty().bind(Bindings.createBooleanBinding(
                () -> !model.state().get().canAsk() || model.asked().line().get().isEmpty(),
                model.state(),
                model.asked().line()));
    }

    void control(Button pause, FontIcon pauseIcon, Button step, Button stop) {
        pause.setOnAction(_ -> model.pauseOrResume());
        step.setOnAction(_ -> model.step());
        stop.setOnAction(_ -> model.stop());
        model.state().subscribe(state -> {
            boolean paused = state == RunState.PAUSED;
            pause.setDisable(!state.isUnderWay());
            pause.setText(Messages.get(paused ? "control.resume" : "control.pause"));
            pauseIcon.setIconCode(paused ? Feather.PLAY : Feather.PAUSE);
            stop.setDisable(!state.isUnderWay());
            step.setDisable(!state.canAsk() || state == RunState.RUNNING);
        });
    }

    /// What the space bar does: holds the search, then one simulation at a time.
    void pauseOrStep() {
        switch (model.state().get()) {
            case RUNNING -> model.pauseOrResume();
            case PAUSED, READY -> model.step();
            case LOADING, NO_MODEL, FINISHED, FAILED -> {}
        }
    }
}
