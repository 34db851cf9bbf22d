package dev.thoughtscope.app;

import dev.thoughtscope.download.Fetcher;
import dev.thoughtscope.download.HuggingFace;
import dev.thoughtscope.download.LlamaReleases;
import dev.thoughtscope.download.LlamaReleases.Backend;
import dev.thoughtscope.download.Network;
import dev.thoughtscope.download.Offer;
import dev.thoughtscope.download.Progress;
import dev.thoughtscope.download.Store;
import dev.thoughtscope.viewmodel.models.FetchHost;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Fetches from the network into the app's own folders.
final class FetchServices implements FetchHost {
    private final Network network;
    private final Store store = Store.find();

    /// @param offline asked before every request
    FetchServices(BooleanSupplier offline) {
        network = Network.of(offline);
    }

    @Override
    public Offer find(Wish wish) throws IOException, InterruptedException {
        return switch (wish) {
            case Wish.Model(var reference) -> new HuggingFace(network).find(reference);
            case Wish.Library(var nvidia) -> new LlamaReleases(network).find(nvidia ? Backend.CUDA : Backend.VULKAN);
        };
    }

    @Override
    public Path fetch(Wish wish, Offer offer, Consumer<Progress> onProgress) throws IOException, InterruptedException {
        var fetcher = new Fetcher(network, store);
        return switch (wish) {
            case Wish.Model _ -> fetcher.model(offer, onProgress);
            case Wish.Library _ -> fetcher.library(offer, onProgress);
        };
    }
}
