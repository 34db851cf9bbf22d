package dev.thoughtscope.engine.host;

import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.LibraryInfo;
import dev.thoughtscope.engine.LibraryInfo.Origin;
import dev.thoughtscope.engine.llama.LibraryFolders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Finds the llama.cpp libraries on this machine and asks each what it is, in a process of its own that ends
/// with the answer: a library that crashes takes nothing along.
///
/// Each takes about half a second, one with a GPU longer: for a thread of its own.
public final class LibraryFinder {
    private static final long PATIENCE_SECONDS = 60;

    private final Path fetched;
    private final Optional<Path> packed;
    private final List<String> command;

    /// @param fetched folder in which the app puts releases that it fetches; need not exist
    /// @param packed folder of a release that was packed with the app in place of the one inside it
    public LibraryFinder(Path fetched, Optional<Path> packed) {
        this(fetched, packed, ChildCommand.command());
    }

    LibraryFinder(Path fetched, Optional<Path> packed, List<String> command) {
        this.fetched = fetched;
        this.packed = packed;
        this.command = command;
    }

    /// The one that ships first, then all that are found; those that cannot be used say why.
    ///
    /// @param onFound told of each as it is known, on the calling thread
    /// @throws InterruptedException when the caller gives up
    public List<LibraryInfo> find(Consumer<LibraryInfo> onFound) throws InterruptedException {
        var all = new ArrayList<LibraryInfo>();
        all.add(ask(Origin.BUNDLED, packed));
        onFound.accept(all.getLast());
        for (var found : LibraryFolders.found(fetched)) {
            all.add(ask(found.origin(), Optional.of(found.folder())));
            onFound.accept(all.getLast());
        }
        return List.copyOf(all);
    }

    /// What the library in a folder is, or why it cannot be used.
    ///
    /// @throws InterruptedException when the caller gives up
    public LibraryInfo describe(Path folder) throws InterruptedException {
        return ask(Origin.CHOSEN, Optional.of(folder.toAbsolutePath()));
    }

    private LibraryInfo ask(Origin origin, Optional<Path> folder) throws InterruptedException {
        var answer = new CompletableFuture<LibraryInfo>();
        Child child = null;
        try {
            child = new Child(command, folder.map(Path::toString).orElse("the bundled llama.cpp"), hear(answer, folder));
            child.listen();
            child.send(new Frame.Describe(folder));
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS).from(origin);
        } catch (EngineException | ExecutionException failed) {
            return LibraryInfo.unusable(origin, folder, failed.getMessage());
        } catch (TimeoutException _) {
            return LibraryInfo.unusable(
                    origin, folder, "It did not say what it is within " + PATIENCE_SECONDS + " seconds.");
        } finally {
            if (child != null) {
                child.end();
            }
        }
    }

    private static Child.Listener hear(CompletableFuture<LibraryInfo> answer, Optional<Path> folder) {
        return new Child.Listener() {
            @Override
            public void told(Child child, Frame.Tell message) {
                if (message instanceof Frame.Described(var library)) {
                    answer.complete(library);
                } else if (message instanceof Frame.NotOpened(var sentence)) {
                    answer.complete(LibraryInfo.unusable(Origin.CHOSEN, folder, sentence));
                }
            }

            @Override
            public void died(Child child, Child.Death death) {
                answer.complete(LibraryInfo.unusable(Origin.CHOSEN, folder, death.sentence()));
            }
        };
    }
}
