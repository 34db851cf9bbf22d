package dev.thoughtscope.view.models;

import dev.thoughtscope.engine.Ability;
import dev.thoughtscope.settings.ModelChoice;
import dev.thoughtscope.viewmodel.models.ModelInUse;
import java.util.EnumSet;
import java.util.function.Supplier;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The model in use: what it is, what runs it, and what it cannot do.
final class InUseCard extends VBox {
    /// @param model null as long as there is none
    InUseCard(ModelInUse model) {
        getStyleClass().addAll("card", "in-use");
        getChildren().add(Parts.label(Words.get("inUse"), "caption"));
        if (model == null) {
            getChildren().add(Parts.label(Words.get("inUse.none"), "model-name"));
            return;
        }
        var info = model.info();
        String name = info.name().isBlank() ? Parts.name(model.choice()) : info.name();
        getChildren().addAll(Parts.label(name, "model-name"), Parts.wrapped(info.file(), "where"), facts(model));
        lacks(model);
        template(model);
    }

    private static FlowPane facts(ModelInUse model) {
        var info = model.info();
        var facts = new FlowPane();
        facts.getStyleClass().add("facts");
        add(facts, info.parameters() > 0, () -> Words.parameters(info.parameters()), "fact.parameters");
        model.facts().ifPresent(file -> {
            add(facts, true, file::quantisation, "fact.quantisation");
            add(facts, true, () -> Words.get("fact.memory.value", Words.bytes(file.memory())), "fact.memory");
        });
        add(facts, info.contextLength() > 0, () -> Words.get("fact.context.value", info.contextLength()), "fact.context");
        add(facts, true, model::dialect, "fact.dialect");
        add(facts, !info.library().isBlank(), info::library, "fact.library");
        add(facts, !(model.choice() instanceof ModelChoice.Server), () -> device(model.choice().device()), "fact.device");
        return facts;
    }

    private static String device(ModelChoice.Device device) {
        return switch (device.gpuLayers()) {
            case ModelChoice.Device.AUTOMATIC -> Words.get("device.automatic");
            case ModelChoice.Device.ALL -> Words.get("device.all");
            case 0 -> Words.get("device.none");
            default -> Words.get("device.layers", device.gpuLayers());
        };
    }

    private static void add(FlowPane facts, boolean known, Supplier<String> text, String key) {
        if (known) {
            facts.getChildren().add(Parts.fact(text.get(), Words.get(key)));
        }
    }

    /// What this engine cannot give, so that nobody waits for it.
    private void lacks(ModelInUse model) {
        for (var ability : EnumSet.complementOf(EnumSet.copyOf(withAny(model)))) {
            getChildren().add(Parts.wrapped(Words.of("lacks", ability), "lacks"));
        }
    }

    private static EnumSet<Ability> withAny(ModelInUse model) {
        var set = EnumSet.noneOf(Ability.class);
        set.addAll(model.abilities());
        return set;
    }

    private void template(ModelInUse model) {
        String template = model.info().metadata().getOrDefault("tokenizer.chat_template", "");
        if (template.isBlank()) {
            return;
        }
        var text = new Label(template);
        text.getStyleClass().add("template");
        text.setWrapText(true);
        text.setVisible(false);
        text.setManaged(false);
        var link = new Hyperlink(Words.get("template.show"));
        link.setOnAction(_ -> {
            boolean on = !text.isVisible();
            text.setVisible(on);
            text.setManaged(on);
            link.setText(Words.get(on ? "template.hide" : "template.show"));
        });
        getChildren().addAll(link, text);
    }
}
