package dev.thoughtscope.app;

import dev.thoughtscope.download.Store;
import dev.thoughtscope.engine.LibraryInfo;
import dev.thoughtscope.engine.host.LibraryFinder;
import dev.thoughtscope.models.FoundModel;
import dev.thoughtscope.models.ModelPlaces;
import dev.thoughtscope.models.ModelPlaces.Place;
import dev.thoughtscope.models.ModelScan;
import dev.thoughtscope.models.Origin;
import dev.thoughtscope.session.Home;
import dev.thoughtscope.settings.ModelChoice;
import dev.thoughtscope.viewmodel.models.ModelHost;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What the page of models has done, each on a thread of its own.
final class ModelServices implements ModelHost {
    private final ModelDesk desk;
    private final Store store = Store.find();

    ModelServices(ModelDesk desk) {
        this.desk = desk;
    }

    @Override
    public void use(ModelChoice choice, String key) {
        desk.use(choice, key);
    }

    @Override
    public void scan(List<Path> folders, Consumer<FoundModel> onFound, Runnable onEnd) {
        var places = new ArrayList<Place>();
        places.add(new Place(Origin.SHIPPED, Home.find().models()));
        places.add(new Place(Origin.FETCHED, store.models()));
        folders.forEach(folder -> places.add(new Place(Origin.FOLDER, folder)));
        places.addAll(ModelPlaces.here().all());
        start("model scan", onEnd, () -> new ModelScan(onFound).run(places));
    }

    @Override
    public void describe(Path file, Consumer<FoundModel> onKnown) {
        start("model check", () -> {}, () ->
                onKnown.accept(ModelScan.describe(Origin.FOLDER, file, ModelScan.title(file))));
    }

    @Override
    public void libraries(Consumer<LibraryInfo> onFound, Runnable onEnd) {
        start("library finder", onEnd, () -> finder().find(onFound));
    }

    @Override
    public void library(Path folder, Consumer<LibraryInfo> onKnown) {
        start("library finder", () -> {}, () -> onKnown.accept(finder().describe(folder)));
    }

    private LibraryFinder finder() {
        return new LibraryFinder(store.libraries(), Home.find().packedLibrary());
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private static void start(String name, Runnable onEnd, Work work) {
        Thread.ofPlatform().daemon().name(name).start(() -> {
            try {
                work.run();
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            } finally {
                onEnd.run();
            }
        });
    }
}
