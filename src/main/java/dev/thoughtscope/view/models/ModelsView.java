package dev.thoughtscope.view.models;

import dev.thoughtscope.models.FoundModel;
import dev.thoughtscope.settings.ModelChoice;
import dev.thoughtscope.view.theme.Fonts;
import dev.thoughtscope.viewmodel.models.ModelInUse;
import dev.thoughtscope.viewmodel.models.ModelsModel;
import dev.thoughtscope.viewmodel.models.ModelsTrouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The page of models: the one in use above, those found below, server and device at the side.
public final class ModelsView {
    @FXML private HBox root;
    @FXML private HBox banner;
    @FXML private Label trouble;
    @FXML private Button closeBanner;
    @FXML private StackPane inUse;
    @FXML private HBox loading;
    @FXML private ProgressBar loadingBar;
    @FXML private Label loadingText;
    @FXML private VBox list;
    @FXML private FlowPane folders;
    @FXML private Label nothing;
    @FXML private ProgressIndicator scanning;
    @FXML private Label count;
    @FXML private Button again;
    @FXML private Button openFile;
    @FXML private Button addFolder;
    @FXML private VBox main;
    @FXML private VBox side;

    private final ModelsModel model;
    private final ModelDialogs dialogs;

    public ModelsView(ModelsModel model) {
        this(model, ModelDialogs.ofSystem());
    }

    public ModelsView(ModelsModel model, ModelDialogs dialogs) {
        Fonts.load();
        this.model = model;
        this.dialogs = dialogs;
        var loader = new FXMLLoader(ModelsView.class.getResource("Models.fxml"), Words.bundle());
        loader.setController(this);
        try {
            loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public HBox root() {
        return root;
    }

    void shown() {
        model.open();
        openFile.requestFocus();
    }

    void scan() {
        model.scan();
    }

    void useShipped() {
        model.use(ModelChoice.SHIPPED, "");
    }

    @FXML
    private void initialize() {
        openFile.setOnAction(_ -> openFile());
        addFolder.setOnAction(_ -> addFolder());
        again.setOnAction(_ -> model.scan());
        scanning.visibleProperty().bind(model.scanning());
        scanning.managedProperty().bind(model.scanning());
        again.disableProperty().bind(model.scanning());
        model.found().addListener((ListChangeListener<FoundModel>) this::foundChanged);
        model.scanning().subscribe(this::counted);
        model.settings().folders().subscribe(this::foldersChanged);
        foldersChanged();
        model.inUse().subscribe(this::inUseChanged);
        model.loading().subscribe(this::loadingChanged);
        model.trouble().subscribe(this::troubleChanged);
        closeBanner.setOnAction(_ -> model.trouble().set(ModelsTrouble.NONE));
        side.getChildren().addAll(new DeviceCard(model, dialogs, root::getScene), new ServerCard(model));
        main.getChildren().add(new FetchCard(model.fetch()));
    }

    void openFile() {
        dialogs.model(root.getScene().getWindow()).ifPresent(model::useFile);
    }

    void addFolder() {
        dialogs.folder(root.getScene().getWindow()).ifPresent(model::addFolder);
    }

    private void foundChanged(ListChangeListener.Change<? extends FoundModel> change) {
        while (change.next()) {
            if (!change.wasAdded() || change.wasRemoved()) {
                list.getChildren().clear();
                model.found().forEach(this::addRow);
            } else {
                change.getAddedSubList().forEach(this::addRow);
            }
        }
        counted();
    }

    private void addRow(FoundModel found) {
        list.getChildren().add(new FoundRow(found, model));
    }

    private void counted() {
        int models = model.found().size();
        count.setText(model.scanning().get() && models == 0 ? Words.get("scanning") : Words.get("found", models));
        boolean none = models == 0 && !model.scanning().get();
        nothing.setVisible(none);
        nothing.setManaged(none);
    }

    private void foldersChanged() {
        folders.getChildren().setAll(model.settings().folders().stream().map(this::chip).toList());
        boolean any = !folders.getChildren().isEmpty();
        folders.setVisible(any);
        folders.setManaged(any);
    }

    private Button chip(Path folder) {
        var chip = Parts.chip(folder.toString(), Words.get("folder.remove", folder));
        chip.setOnAction(_ -> model.removeFolder(folder));
        return chip;
    }

    private void inUseChanged(ModelInUse now) {
        inUse.getChildren().setAll(new InUseCard(now));
    }

    private void loadingChanged(ModelChoice choice) {
        boolean on = choice != null;
        loading.setVisible(on);
        loading.setManaged(on);
        loadingBar.setProgress(on ? ProgressBar.INDETERMINATE_PROGRESS : 0);
        loadingText.setText(on ? Words.get("loading", Parts.name(choice)) : "");
    }

    private void troubleChanged(ModelsTrouble now) {
        boolean on = now.kind() != ModelsTrouble.Kind.NONE;
        banner.setVisible(on);
        banner.setManaged(on);
        trouble.setText(now.kind() == ModelsTrouble.Kind.OFFLINE ? Words.get("trouble.offline") : now.sentence());
    }
}
