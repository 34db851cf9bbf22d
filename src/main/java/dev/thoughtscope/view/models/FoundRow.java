package dev.thoughtscope.view.models;

import dev.thoughtscope.models.FoundModel;
import dev.thoughtscope.models.ModelFacts;
import dev.thoughtscope.models.Origin;
import dev.thoughtscope.settings.ModelChoice;
import dev.thoughtscope.view.theme.Tips;
import dev.thoughtscope.viewmodel.models.ModelsModel;
import java.util.StringJoiner;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A model that was found: what it is and how to use it, or why it cannot be used.
final class FoundRow extends HBox {
    private final FoundModel found;
    private final ModelsModel models;

    FoundRow(FoundModel found, ModelsModel models) {
        this.found = found;
        this.models = models;
        getStyleClass().add("found");
        setAlignment(Pos.CENTER_LEFT);
        var text = new VBox(Parts.label(found.title(), "found-name"), line());
        text.getStyleClass().add("found-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        getChildren().addAll(FontIcon.of(found.usable() ? Feather.BOX : Feather.ALERT_TRIANGLE, 18), text);
        found.facts().ifPresent(facts -> getChildren().addAll(memory(facts), use()));
        if (!found.usable()) {
            getStyleClass().add("refused");
        }
        Tips.setText(text, found.file().toString());
    }

    private Label line() {
        if (!found.usable()) {
            return Parts.wrapped(found.problem(), "found-line");
        }
        var facts = found.facts().orElseThrow();
        var line = new StringJoiner(" · ");
        line.add(Words.of("origin", found.origin()));
        line.add(Words.parameters(facts.parameters()));
        line.add(facts.quantisation());
        line.add(Words.bytes(found.bytes()));
        if (facts.context() > 0) {
            line.add(Words.get("found.context", facts.context()));
        }
        if (facts.parts() > 1) {
            line.add(Words.get("found.parts", facts.parts()));
        }
        if (facts.template().isEmpty()) {
            line.add(Words.get("found.noTemplate"));
        }
        return Parts.label(line.toString(), "found-line");
    }

    /// Whether it would fit beside what else runs on this machine.
    private Label memory(ModelFacts facts) {
        var free = models.freeMemory();
        boolean tight = free.isPresent() && facts.memory() > free.getAsLong();
        var label = Parts.label(
                Words.get(tight ? "memory.tight" : "memory", Words.bytes(facts.memory())), tight ? "memory-tight" : "memory");
        label.setMinWidth(Region.USE_PREF_SIZE);
        Tips.setText(
                label,
                free.isPresent()
                        ? Words.get("memory.tip.free", ModelFacts.CELLS, Words.bytes(free.getAsLong()))
                        : Words.get("memory.tip", ModelFacts.CELLS));
        return label;
    }

    private Button use() {
        var use = new Button(Words.get("use"));
        use.setMinWidth(Region.USE_PREF_SIZE);
        use.setAccessibleText(Words.get("use.name", found.title()));
        use.disableProperty().bind(Bindings.createBooleanBinding(
                () -> models.loading().get() != null || isInUse(), models.loading(), models.inUse()));
        use.textProperty().bind(Bindings.createStringBinding(
                () -> Words.get(isInUse() ? "used" : "use"), models.inUse()));
        use.setOnAction(_ -> models.use(choice(), ""));
        return use;
    }

    private ModelChoice choice() {
        var device = models.current().device();
        return found.origin() == Origin.SHIPPED ? new ModelChoice.Shipped(device) : new ModelChoice.File(found.file(), device);
    }

    private boolean isInUse() {
        var now = models.inUse().get();
        if (now == null) {
            return false;
        }
        return switch (now.choice()) {
            case ModelChoice.Shipped _ -> found.origin() == Origin.SHIPPED;
            case ModelChoice.File(var file, var _) -> file.equals(found.file());
            case ModelChoice.Server _ -> false;
        };
    }
}
