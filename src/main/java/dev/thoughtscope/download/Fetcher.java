package dev.thoughtscope.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/// Fetches what a person has agreed to into the [Store].
///
/// Every method blocks, tells its progress on the calling thread, and is given up by interrupting that thread;
/// what has come by then is gone on with the next time.
public final class Fetcher {
    private final Downloader downloader;
    private final Store store;

    public Fetcher(Network network, Store store) {
        this(new Downloader(network), store);
    }

    Fetcher(Downloader downloader, Store store) {
        this.downloader = downloader;
        this.store = store;
    }

    /// Fetches a model.
    ///
    /// @return the file
    /// @throws DownloadException in one sentence for whatever stands in the way
    public Path model(Offer offer, Consumer<Progress> onProgress) throws DownloadException, InterruptedException {
        var folder = store.models().resolve(offer.folder());
        for (var item : offer.items()) {
            downloader.fetch(item, folder.resolve(item.name()), onProgress);
        }
        return folder.resolve(offer.items().getFirst().name());
    }

    /// Fetches a release of llama.cpp and unpacks it.
    ///
    /// @return the folder that holds the library itself
    /// @throws DownloadException in one sentence for whatever stands in the way
    public Path library(Offer offer, Consumer<Progress> onProgress) throws DownloadException, InterruptedException {
        var place = store.libraries().resolve(offer.folder());
        if (!Files.isDirectory(place)) {
            for (var item : offer.items()) {
                downloader.fetch(item, archive(item), onProgress);
            }
            unpack(offer.items(), place, onProgress);
        }
        try (var all = Files.walk(place)) {
            return all.filter(file -> file.getFileName().toString().matches("(lib)?llama([.-].*)?\\.(so|dylib|dll).*"))
                    .min(Comparator.comparingInt(file -> file.toString().length()))
                    .map(Path::getParent)
                    .orElseThrow(() -> new DownloadException("What was fetched holds no llama.cpp library; it is in "
                            + place + "."));
        } catch (DownloadException known) {
            throw known;
        } catch (IOException failed) {
            throw new DownloadException(place + " cannot be read: " + failed.getMessage() + ".", failed);
        }
    }

    private Path archive(Item item) {
        return store.libraries().resolve("archives").resolve(item.name());
    }

    /// Into a folder of another name first, so that what is there is whole. Archives unpack into one: several
    /// belong together, each perhaps with a folder of its own around its files.
    private void unpack(List<Item> items, Path place, Consumer<Progress> onProgress)
            throws DownloadException, InterruptedException {
        Path folder = null;
        try {
            folder = Files.createTempDirectory(store.libraries(), ".unpacking");
            for (var item : items) {
                new Unpacker().unpack(archive(item), folder, onProgress);
            }
            Files.move(folder, place, StandardCopyOption.ATOMIC_MOVE);
            for (var item : items) {
                Files.deleteIfExists(archive(item));
            }
        } catch (DownloadException known) {
            throw known;
        } catch (IOException failed) {
            throw new DownloadException(place + " cannot be written: " + failed.getMessage() + ".", failed);
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) {
        if (folder == null || !Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException left) {
            // It starts with a point and is in nobody's way.
        }
    }
}
