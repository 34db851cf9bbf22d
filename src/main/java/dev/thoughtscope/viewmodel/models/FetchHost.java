package dev.thoughtscope.viewmodel.models;

import dev.thoughtscope.download.Offer;
import dev.thoughtscope.download.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/// What fetching needs done. Both methods block and are given up by interrupting their thread.
public interface FetchHost {
    /// What a wish means: a model of Hugging Face as in `owner/repository:quantisation`, or a library.
    ///
    /// @throws dev.thoughtscope.download.DownloadException in one sentence for whatever stands in the way
    Offer find(Wish wish) throws IOException, InterruptedException;

    /// @return the model's file, or the library's folder
    /// @throws dev.thoughtscope.download.DownloadException in one sentence for whatever stands in the way
    Path fetch(Wish wish, Offer offer, Consumer<Progress> onProgress) throws IOException, InterruptedException;

    /// What a person wants to have.
    sealed interface Wish {
        /// @param reference as in `owner/repository:quantisation`
        record Model(String reference) implements Wish {}

        /// A llama.cpp that can use a GPU.
        ///
        /// @param nvidia built for NVIDIA's only, else for those of every maker
        record Library(boolean nvidia) implements Wish {}
    }
}
