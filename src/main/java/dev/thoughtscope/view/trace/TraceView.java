package dev.thoughtscope.view.trace;

import dev.thoughtscope.view.page.Command;
import dev.thoughtscope.viewmodel.TraceModel;
import dev.thoughtscope.viewmodel.WindowModel;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import javafx.beans.binding.Bindings;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Where a trace of some other system is pasted or chosen, over a dimmed window. Escape puts it away.
public final class TraceView extends StackPane {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.thoughtscope.view.trace.trace");
    private static final double WIDTH = 640;

    private final TraceModel model;
    private final StackPane root;
    private final TextArea text = new TextArea();
    private final TextField question = new TextField();
    private final Label fault = new Label("", FontIcon.of(Feather.ALERT_CIRCLE, 14));
    private final EventHandler<KeyEvent> keys = this::key;
    private Node before;

    /// @param root of the window, over which it is laid
    public TraceView(WindowModel window, StackPane root) {
        this.model = window.traces();
        this.root = root;
        setId("trace");
        getStyleClass().add("trace-shade");
        getStylesheets().add(TraceView.class.getResource("trace.css").toExternalForm());
        getChildren().add(card());
        model.taken().subscribe(taken -> {
            if (taken) {
                close();
            }
        });
    }

    /// The item of a menu that opens it.
    public MenuItem menuItem() {
        var item = new MenuItem(get("menu"), FontIcon.of(Feather.DOWNLOAD, 14));
        item.setId("import-trace");
        item.setOnAction(_ -> open());
        return item;
    }

    /// The command that opens it.
    public Command command() {
        return Command.of("import", get("title"), this::open, "Shortcut+I");
    }

    public void open() {
        if (getParent() != null) {
            return;
        }
        before = root.getScene().getFocusOwner();
        model.clear();
        model.fault().set(model.canShow() ? "" : get("no.model"));
        root.getChildren().add(this);
        root.getScene().addEventFilter(KeyEvent.KEY_PRESSED, keys);
        text.requestFocus();
    }

    /// Opens it with the text of a file.
    public void open(Path file) {
        open();
        model.load(file);
    }

    private void close() {
        root.getChildren().remove(this);
        root.getScene().removeEventFilter(KeyEvent.KEY_PRESSED, keys);
        if (before != null && before.getScene() == root.getScene()) {
            before.requestFocus();
        }
    }

    private VBox card() {
        var title = new Label(get("title"), FontIcon.of(Feather.DOWNLOAD, 18));
        title.getStyleClass().add("trace-title");
        text.setId("trace-text");
        text.setWrapText(true);
        text.setPrefRowCount(13);
        text.setPromptText(get("text.prompt"));
        text.setAccessibleText(get("text"));
        text.textProperty().bindBidirectional(model.text());
        question.setId("trace-question");
        question.setPromptText(get("question.prompt"));
        question.setAccessibleText(get("question"));
        question.textProperty().bindBidirectional(model.question());
        fault.getStyleClass().add("trace-fault");
        fault.setWrapText(true);
        fault.textProperty().bind(model.fault());
        fault.visibleProperty().bind(model.fault().isNotEmpty());
        fault.managedProperty().bind(fault.visibleProperty());
        var card = new VBox(
                title, wrapped("hint", "trace-hint"), name("text", text), text, found(), name("question", question), question, fault,
                buttons());
        card.getStyleClass().add("trace-card");
        card.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        return card;
    }

    private HBox found() {
        var found = new Label();
        found.setId("trace-found");
        found.getStyleClass().add("trace-found");
        found.textProperty().bind(model.found().map(TraceView::told));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var file = button("file", Feather.FOLDER, () -> chosen().ifPresent(model::load));
        file.getStyleClass().addAll("flat", "small");
        var row = new HBox(8, found, gap, file);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private HBox buttons() {
        var show = button("show", Feather.GIT_BRANCH, model::show);
        show.setId("trace-show");
        show.getStyleClass().add("accent");
        show.disableProperty().bind(Bindings.createBooleanBinding(
                () -> model.found().get().lines() == 0 || model.question().get().isBlank() || !model.canShow(),
                model.found(),
                model.question(),
                model.fault()));
        var row = new HBox(8, button("cancel", Feather.X, this::close), show);
        row.setAlignment(Pos.CENTER_RIGHT);
        return row;
    }

    private Optional<Path> chosen() {
        var chooser = new FileChooser();
        chooser.getExtensionFilters().addAll(
                new FileChooser.ExtensionFilter(get("type.text"), "*.txt", "*.md", "*.json", "*.jsonl", "*.log"),
                new FileChooser.ExtensionFilter(get("type.all"), "*.*"));
        return Optional.ofNullable(chooser.showOpenDialog(root.getScene().getWindow())).map(java.io.File::toPath);
    }

    private static String told(TraceModel.Found found) {
        if (found.lines() == 0) {
            return "";
        }
        var told = new StringBuilder(get("found", found.lines(), source(found.source())));
        if (!found.answer().isEmpty()) {
            told.append(" \u00b7 ").append(get("found.answer", found.answer()));
        }
        if (found.hiddenTokens() > 0) {
            told.append(" \u00b7 ").append(get("found.hidden", found.hiddenTokens()));
        }
        return told.toString();
    }

    private static String source(TraceModel.Source source) {
        return switch (source.kind()) {
            case PLAIN -> get("source.plain");
            case APART -> get("source.apart");
            case MARKS -> source.mark();
            case OPEN_MARKS -> get("source.open", source.mark());
        };
    }

    private static Label name(String key, Node named) {
        var label = new Label(get(key));
        label.setLabelFor(named);
        label.getStyleClass().add("trace-name");
        return label;
    }

    private static Label wrapped(String key, String style) {
        var label = new Label(get(key));
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }

    private static Button button(String key, Feather icon, Runnable action) {
        var button = new Button(get(key), FontIcon.of(icon, 15));
        button.setMnemonicParsing(false);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// Before the window's own keys, which must not reach what lies below.
    private void key(KeyEvent event) {
        boolean writing = root.getScene().getFocusOwner() instanceof TextInputControl;
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (!writing && (event.getCode().isLetterKey() || event.getCode().isDigitKey() || event.getCode().isFunctionKey())) {
            event.consume();
        }
    }

    private static String get(String key, Object... values) {
        String pattern = BUNDLE.getString(key);
        return values.length == 0 ? pattern : new MessageFormat(pattern, Locale.getDefault()).format(values);
    }
}
