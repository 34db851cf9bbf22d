package dev.thoughtscope.view.models;

import dev.thoughtscope.settings.ModelChoice;
import dev.thoughtscope.viewmodel.models.ModelsModel;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// A server in place of a file on this machine. Its key is kept in memory alone.
final class ServerCard extends VBox {
    private final ModelsModel models;
    private final TextField address = field("server-address", "server.address", new TextField());
    private final TextField name = field("server-model", "server.model", new TextField());
    private final PasswordField key = field("server-key", "server.key", new PasswordField());

    ServerCard(ModelsModel models) {
        this.models = models;
        getStyleClass().add("card");
        var connect = new Button(Words.get("server.connect"));
        connect.setId("server-connect");
        connect.setMaxWidth(Double.MAX_VALUE);
        connect.disableProperty().bind(Bindings.createBooleanBinding(
                () -> address.getText().isBlank() || models.loading().get() != null,
                address.textProperty(),
                models.loading()));
        connect.setOnAction(_ -> connect());
        address.setOnAction(_ -> connect.fire());
        address.setPromptText("http://127.0.0.1:8080");
        key.setPromptText(Words.get("server.key.prompt"));
        getChildren().addAll(
                Parts.label(Words.get("server"), "card-title"),
                Parts.wrapped(Words.get("server.hint"), "hint"),
                named("server.address", address),
                named("server.model", name),
                named("server.key", key),
                Parts.wrapped(Words.get("server.key.hint"), "hint"),
                connect);
        if (models.settings().model().get() instanceof ModelChoice.Server server) {
            address.setText(server.address());
            name.setText(server.model());
            key.setText(server.keyVariable().isEmpty() ? "" : "$" + server.keyVariable());
        }
    }

    private void connect() {
        String typed = key.getText().strip();
        boolean variable = typed.startsWith("$");
        var choice = new ModelChoice.Server(
                address.getText().strip(), name.getText().strip(), variable ? typed.substring(1) : "");
        models.use(choice, variable ? "" : typed);
    }

    private static <T extends TextField> T field(String id, String word, T field) {
        field.setId(id);
        field.setAccessibleText(Words.get(word));
        return field;
    }

    private static VBox named(String word, Node field) {
        var label = new Label(Words.get(word));
        label.setLabelFor(field);
        label.getStyleClass().add("field-name");
        var both = new VBox(label, field);
        both.getStyleClass().add("field");
        return both;
    }
}
