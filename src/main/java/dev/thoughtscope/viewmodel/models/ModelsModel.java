package dev.thoughtscope.viewmodel.models;

import dev.thoughtscope.engine.LibraryInfo;
import dev.thoughtscope.models.FoundModel;
import dev.thoughtscope.models.FreeMemory;
import dev.thoughtscope.settings.ModelChoice;
import dev.thoughtscope.viewmodel.settings.SettingsModel;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Which model is in use, which others are there, and the change from one to another.
public final class ModelsModel {
    private final SettingsModel settings;
    private final ModelHost host;
    private final Queue<Runnable> news = new ConcurrentLinkedQueue<>();
    private final ObservableList<FoundModel> found = FXCollections.observableArrayList();
    private final ObservableList<LibraryInfo> libraries = FXCollections.observableArrayList();
    private final BooleanProperty scanning = new SimpleBooleanProperty(this, "scanning");
    private final BooleanProperty asking = new SimpleBooleanProperty(this, "asking");
    private final ReadOnlyObjectWrapper<ModelInUse> inUse = new ReadOnlyObjectWrapper<>(this, "inUse");
    private final ReadOnlyObjectWrapper<ModelChoice> loading = new ReadOnlyObjectWrapper<>(this, "loading");
    private final ObjectProperty<ModelsTrouble> trouble = new SimpleObjectProperty<>(this, "trouble", ModelsTrouble.NONE);
    private final FetchModel fetch;
    private OptionalLong freeMemory = OptionalLong.empty();
    private boolean looked;

    public ModelsModel(SettingsModel settings, ModelHost host, FetchHost fetchHost) {
        this.settings = settings;
        this.host = host;
        fetch = new FetchModel(settings, fetchHost, this::fetched);
    }

    private void fetched(FetchHost.Wish wish, Path place) {
        switch (wish) {
            case FetchHost.Wish.Model _ -> {
                scan();
                useFile(place);
            }
            case FetchHost.Wish.Library _ -> useLibrary(place);
        }
    }

    /// The first look, when the person first comes here.
    public void open() {
        if (!looked) {
            looked = true;
            scan();
            lookForLibraries();
        }
    }

    /// Looks for models again.
    public void scan() {
        if (scanning.get()) {
            return;
        }
        scanning.set(true);
        found.clear();
        freeMemory = FreeMemory.bytes();
        host.scan(settings.folders(), model -> news.add(() -> found.add(model)), () -> news.add(() -> scanning.set(false)));
    }

    private void lookForLibraries() {
        asking.set(true);
        libraries.clear();
        host.libraries(library -> news.add(() -> libraries.add(library)), () -> news.add(() -> asking.set(false)));
    }

    /// Adds a folder for good and looks into it.
    public void addFolder(Path folder) {
        if (!settings.folders().contains(folder)) {
            settings.folders().add(folder);
            scan();
        }
    }

    public void removeFolder(Path folder) {
        settings.folders().remove(folder);
        scan();
    }

    /// Uses a file from anywhere, if it passes the check.
    public void useFile(Path file) {
        host.describe(file, model -> news.add(() -> {
            if (model.usable()) {
                use(new ModelChoice.File(file, settings.model().get().device()), "");
            } else {
                trouble.set(ModelsTrouble.of(model.problem()));
            }
        }));
    }

    /// Uses the library in a folder from now on, if it can be used.
    public void useLibrary(Path folder) {
        host.library(folder, library -> news.add(() -> {
            libraries.removeIf(known -> known.folder().equals(library.folder()));
            libraries.add(library);
            if (library.usable()) {
                use(current().on(new ModelChoice.Device(current().device().gpuLayers(), Optional.of(folder))), "");
            } else {
                trouble.set(ModelsTrouble.of(library.problem()));
            }
        }));
    }

    /// The choice that is in use, or that the person made last.
    public ModelChoice current() {
        return inUse.get() == null ? settings.model().get() : inUse.get().choice();
    }

    /// Changes to another model. The one in use stays if that fails.
    ///
    /// @param key of a server, empty for none; `$NAME` for that in an environment variable
    public void use(ModelChoice choice, String key) {
        if (loading.get() != null) {
            return;
        }
        trouble.set(ModelsTrouble.NONE);
        if (choice instanceof ModelChoice.Server server && settings.offline().get() && !isHere(server.address())) {
            trouble.set(ModelsTrouble.OFFLINE);
            return;
        }
        loading.set(choice);
        host.use(choice, key);
    }

    private static boolean isHere(String address) {
        try {
            String host = URI.create(address.strip()).getHost();
            return host != null && (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]"));
        } catch (IllegalArgumentException unreadable) {
            return true;
        }
    }

    /// A model is there.
    ///
    /// @param asFallback whether it stands in for the one that the person chose, which stays chosen
    public void ready(ModelInUse model, boolean asFallback) {
        loading.set(null);
        inUse.set(model);
        if (!asFallback) {
            settings.model().set(model.choice());
        }
    }

    /// The model that was asked for cannot be had; what was in use still is.
    public void failed(String sentence) {
        loading.set(null);
        trouble.set(ModelsTrouble.of(sentence));
    }

    /// Takes in what other threads have told.
    public void pump() {
        fetch.pump();
        for (var one = news.poll(); one != null; one = news.poll()) {
            one.run();
        }
    }

    public ObservableList<FoundModel> found() {
        return found;
    }

    public ObservableList<LibraryInfo> libraries() {
        return libraries;
    }

    public ReadOnlyBooleanProperty scanning() {
        return scanning;
    }

    /// Whether libraries are being asked what they are.
    public ReadOnlyBooleanProperty asking() {
        return asking;
    }

    /// Null as long as there is none.
    public ReadOnlyObjectProperty<ModelInUse> inUse() {
        return inUse.getReadOnlyProperty();
    }

    /// What is being loaded, null for nothing.
    public ReadOnlyObjectProperty<ModelChoice> loading() {
        return loading.getReadOnlyProperty();
    }

    public ObjectProperty<ModelsTrouble> trouble() {
        return trouble;
    }

    /// Bytes that programs could take when the last look began.
    public OptionalLong freeMemory() {
        return freeMemory;
    }

    /// Fetching from the network.
    public FetchModel fetch() {
        return fetch;
    }

    public SettingsModel settings() {
        return settings;
    }
}
