package dev.thoughtscope.viewmodel.models;

import dev.thoughtscope.engine.LibraryInfo;
import dev.thoughtscope.models.FoundModel;
import dev.thoughtscope.settings.ModelChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// What the page of models needs done. Every method returns at once; what comes of it is told on other threads.
public interface ModelHost {
    /// Loads a model in place of the one in use. What comes of it reaches [ModelsModel#ready] or
    /// [ModelsModel#failed].
    ///
    /// @param key of a server, empty for none; `$NAME` for that in an environment variable
    void use(ModelChoice choice, String key);

    /// Looks for models where programs keep them and in further folders.
    void scan(List<Path> folders, Consumer<FoundModel> onFound, Runnable onEnd);

    /// Reads one file's header.
    void describe(Path file, Consumer<FoundModel> onKnown);

    /// Looks for llama.cpp libraries; one that ships comes first.
    void libraries(Consumer<LibraryInfo> onFound, Runnable onEnd);

    /// Asks the library in a folder what it is.
    void library(Path folder, Consumer<LibraryInfo> onKnown);
}
