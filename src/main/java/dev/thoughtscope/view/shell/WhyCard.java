package dev.thoughtscope.view.shell;

import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.viewmodel.AnswerRow;
import dev.thoughtscope.viewmodel.Reasons;
import dev.thoughtscope.viewmodel.TreeModel;
import dev.thoughtscope.viewmodel.WindowModel;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Says in sentences why this answer was chosen, and leads to the place where it was decided.
final class WhyCard extends VBox {
    private static final int LONG = 60;

    private final WindowModel model;
    private final ToggleButton toggle = new ToggleButton(ShellWords.get("why"), FontIcon.of(Feather.HELP_CIRCLE, 14));

    WhyCard(WindowModel model) {
        this.model = model;
        getStyleClass().add("why-card");
        toggle.setId("why");
        toggle.getStyleClass().addAll("flat", "small", "why");
        toggle.setMinWidth(USE_PREF_SIZE);
        toggle.selectedProperty().subscribe(() -> fill());
        fill();
    }

    /// What opens and closes it.
    ToggleButton toggle() {
        return toggle;
    }

    void fill() {
        getChildren().clear();
        boolean open = toggle.isSelected();
        if (open) {
            Reasons.of(model.outcome().get(), model.tree()).ifPresent(this::fill);
        }
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
    }

    private void fill(Reasons reasons) {
        var best = reasons.best();
        String votes = Messages.get("answer.votes", best.votes());
        String value = Messages.value(best.value());
        say(switch (reasons.why()) {
            case CONFIDENCE -> ShellWords.get("why.confidence", best.votes(), reasons.votes(), best.answer(), value, Messages.percent(best.share()));
            case VOTES -> ShellWords.get("why.votes", best.votes(), reasons.votes(), best.answer());
            case VALUE -> ShellWords.get("why.value", best.answer(), Messages.value(model.tree().value(best.nodes().getFirst())), votes);
        });
        say(reasons.second().map(this::next).orElse(ShellWords.get("why.alone")));
        reasons.fork().ifPresent(fork -> {
            var tree = model.tree();
            say(ShellWords.get(
                    "why.fork", fork.ways(), shortened(tree, fork.taken()), fork.visits(), fork.allVisits(), Messages.value(fork.value())));
            say(ShellWords.get(
                    "why.other", shortened(tree, fork.other()), Messages.get("tree.visits", tree.visits(fork.other())),
                    Messages.value(tree.value(fork.other()))));
            var show = new Hyperlink(ShellWords.get("why.show"));
            show.setId("why-show");
            show.setOnAction(_ -> model.inspector().selected().set(fork.node()));
            getChildren().add(show);
        });
    }

    private String next(AnswerRow second) {
        return ShellWords.get(
                "why.next", second.answer(), Messages.get("answer.votes", second.votes()), Messages.value(second.value()));
    }

    private void say(String sentence) {
        var label = new Label(sentence);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        getChildren().add(label);
    }

    private static String shortened(TreeModel tree, int node) {
        String text = tree.text(node).strip();
        return text.length() <= LONG ? text : text.substring(0, LONG - 1) + "…";
    }
}
