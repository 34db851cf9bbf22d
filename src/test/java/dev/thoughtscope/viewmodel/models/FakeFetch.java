package dev.thoughtscope.viewmodel.models;

import dev.thoughtscope.download.Item;
import dev.thoughtscope.download.Offer;
import dev.thoughtscope.download.Progress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/// A network that has one model and comes to 1 of 2.5 GB, until it is told to finish.
public final class FakeFetch implements FetchHost {
    public volatile int looked;
    public volatile int begun;
    public volatile boolean finish;

    @Override
    public Offer find(Wish wish) {
        looked = looked + 1;
        var item = new Item(
                "qwen.gguf", URI.create("https://huggingface.co/a/b/resolve/main/qwen.gguf"), 2_500_000_000L, "a".repeat(64));
        return new Offer("Qwen/Qwen3-4B-GGUF, Qwen3-4B-Q4_K_M.gguf", "Qwen_Qwen3", List.of(item));
    }

    @Override
    public Path fetch(Wish wish, Offer offer, Consumer<Progress> onProgress) throws InterruptedException {
        begun = begun + 1;
        onProgress.accept(new Progress("qwen.gguf", Progress.Phase.FETCHING, 1_000_000_000L, 2_500_000_000L));
        if (!finish) {
            new CountDownLatch(1).await();
        }
        return Path.of("/models/qwen.gguf");
    }
}
