package dev.thoughtscope.view.models;

import dev.thoughtscope.engine.LibraryInfo;
import dev.thoughtscope.settings.ModelChoice;
import dev.thoughtscope.settings.ModelChoice.Device;
import dev.thoughtscope.viewmodel.models.ModelsModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// Which llama.cpp computes the model, and how much of it on a GPU.
final class DeviceCard extends VBox {
    private static final int MOST_LAYERS = 999;

    /// How the layers are shared out.
    private enum Layers {
        AUTOMATIC,
        NONE,
        ALL,
        SOME
    }

    private final ModelsModel models;
    private final ComboBox<LibraryInfo> library = new ComboBox<>();
    private final Label told = Parts.wrapped("", "hint");
    private final ComboBox<Layers> layers = new ComboBox<>();
    private final Spinner<Integer> number = new Spinner<>(1, MOST_LAYERS, 16);

    DeviceCard(ModelsModel models, ModelDialogs dialogs, Supplier<Scene> scene) {
        this.models = models;
        getStyleClass().add("card");
        var choose = new Button(Words.get("library.choose"));
        choose.setMaxWidth(Double.MAX_VALUE);
        choose.setOnAction(_ -> dialogs.folder(scene.get().getWindow()).ifPresent(models::useLibrary));
        var apply = new Button(Words.get("device.apply"));
        apply.setId("device-apply");
        apply.setMaxWidth(Double.MAX_VALUE);
        apply.setOnAction(_ -> models.use(models.current().on(device()), ""));
        apply.disableProperty().bind(Bindings.createBooleanBinding(this::isNothingToApply,
                models.loading(), models.inUse(), library.valueProperty(), layers.valueProperty(), number.valueProperty()));
        wireLibrary();
        wireLayers();
        getChildren().addAll(
                Parts.label(Words.get("device"), "card-title"),
                library,
                told,
                choose,
                new HBox(8, layers, number),
                Parts.wrapped(Words.get("device.hint"), "hint"),
                apply);
    }

    private void wireLibrary() {
        library.setId("library");
        library.setAccessibleText(Words.get("library"));
        library.setMaxWidth(Double.MAX_VALUE);
        library.setConverter(words(DeviceCard::name));
        library.valueProperty().subscribe(chosen -> told.setText(chosen == null ? Words.get("library.asking") : tell(chosen)));
        models.libraries().subscribe(this::librariesChanged);
        models.inUse().subscribe(() -> librariesChanged());
    }

    private void librariesChanged() {
        var chosen = library.getValue();
        library.getItems().setAll(models.libraries());
        var folder = chosen == null ? models.current().device().library() : chosen.folder();
        library.setValue(library.getItems().stream().filter(one -> one.folder().equals(folder)).findFirst().orElse(null));
    }

    private void wireLayers() {
        layers.getItems().setAll(Layers.values());
        layers.setConverter(words(choice -> Words.of("layers", choice)));
        layers.setAccessibleText(Words.get("layers"));
        number.setEditable(true);
        number.setAccessibleText(Words.get("layers.number"));
        number.getEditor().setAccessibleText(Words.get("layers.number"));
        number.setPrefWidth(90);
        layers.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(layers, Priority.ALWAYS);
        number.managedProperty().bind(number.visibleProperty());
        number.visibleProperty().bind(layers.valueProperty().isEqualTo(Layers.SOME));
        int now = models.current().device().gpuLayers();
        layers.setValue(
                now == Device.AUTOMATIC ? Layers.AUTOMATIC : now == Device.ALL ? Layers.ALL : now == 0 ? Layers.NONE : Layers.SOME);
        if (now > 0) {
            number.getValueFactory().setValue(now);
        }
    }

    private Device device() {
        if (layers.getValue() == null) {
            return models.current().device();
        }
        int count = switch (layers.getValue()) {
            case AUTOMATIC -> Device.AUTOMATIC;
            case NONE -> 0;
            case ALL -> Device.ALL;
            case SOME -> number.getValue();
        };
        Optional<Path> folder = library.getValue() == null ? models.current().device().library() : library.getValue().folder();
        return new Device(count, folder);
    }

    private boolean isNothingToApply() {
        boolean usable = library.getValue() == null || library.getValue().usable();
        boolean server = models.current() instanceof ModelChoice.Server;
        return models.loading().get() != null || models.inUse().get() == null || server || !usable
                || device().equals(models.current().device());
    }

    private static String name(LibraryInfo library) {
        var gpu = library.gpus().stream().findFirst().map(one -> " · " + one.name()).orElse("");
        return Words.of("library", library.origin()) + gpu;
    }

    private static String tell(LibraryInfo library) {
        if (!library.usable()) {
            return library.problem();
        }
        List<String> lines = new ArrayList<>(List.of(library.version()));
        library.folder().ifPresent(folder -> lines.add(folder.toString()));
        if (!library.backends().isEmpty()) {
            lines.add(Words.get("library.backends", String.join(", ", library.backends())));
        }
        for (var device : library.gpus()) {
            lines.add(Words.get("library.gpu", device.name(), device.description(), Words.bytes(device.freeBytes())));
        }
        if (library.gpus().isEmpty()) {
            lines.add(Words.get("library.noGpu"));
        }
        return String.join("\n", lines);
    }

    private static <T> StringConverter<T> words(Function<T, String> toWords) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : toWords.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("chosen from a list only");
            }
        };
    }
}
