package dev.thoughtscope.viewmodel.models;

import dev.thoughtscope.download.Offer;
import dev.thoughtscope.download.Progress;
import dev.thoughtscope.viewmodel.models.FetchHost.Wish;
import dev.thoughtscope.viewmodel.settings.SettingsModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Fetching from the network: one thing at a time, looked up first, then offered, then fetched if the person agrees.
public final class FetchModel {
    private final SettingsModel settings;
    private final FetchHost host;
    private final BiConsumer<Wish, Path> onFetched;
    private final Queue<Runnable> news = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Progress> latest = new AtomicReference<>();
    private final ReadOnlyObjectWrapper<FetchState> state = new ReadOnlyObjectWrapper<>(this, "state", FetchState.IDLE);
    private Thread thread;

    /// @param onFetched takes what has come, on the thread of [#pump]
    public FetchModel(SettingsModel settings, FetchHost host, BiConsumer<Wish, Path> onFetched) {
        this.settings = settings;
        this.host = host;
        this.onFetched = onFetched;
    }

    /// Looks up what a wish means; the network is asked only if the person is not offline.
    public void look(Wish wish) {
        if (isBusy()) {
            return;
        }
        if (settings.offline().get()) {
            state.set(new FetchState.Offline());
            return;
        }
        state.set(new FetchState.Looking());
        start(() -> {
            var offer = host.find(wish);
            news.add(() -> state.set(new FetchState.Offered(wish, offer)));
        });
    }

    /// The person agrees to what is offered.
    public void agree() {
        if (state.get() instanceof FetchState.Offered(var wish, var offer)) {
            fetch(wish, offer);
        } else if (state.get() instanceof FetchState.Stopped(var wish, var offer, var _)) {
            fetch(wish, offer);
        }
    }

    private void fetch(Wish wish, Offer offer) {
        var begun = new FetchState.Fetching(wish, offer, new Progress(offer.title(), Progress.Phase.FETCHING, 0, offer.bytes()));
        state.set(begun);
        start(() -> {
            try {
                var file = host.fetch(wish, offer, latest::set);
                news.add(() -> {
                    state.set(new FetchState.Done(offer));
                    onFetched.accept(wish, file);
                });
            } catch (IOException failed) {
                news.add(() -> state.set(new FetchState.Stopped(wish, offer, failed.getMessage())));
            } catch (InterruptedException given) {
                news.add(() -> state.set(new FetchState.Stopped(wish, offer, "")));
            }
        });
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private void start(Work work) {
        latest.set(null);
        thread = Thread.ofPlatform().daemon().name("fetch").start(() -> {
            try {
                work.run();
            } catch (IOException refused) {
                news.add(() -> state.set(new FetchState.Refused(refused.getMessage())));
            } catch (InterruptedException given) {
                news.add(() -> state.set(FetchState.IDLE));
            }
        });
    }

    /// Stops what is under way; what has come is kept and gone on with later.
    public void stop() {
        if (isBusy()) {
            thread.interrupt();
        }
    }

    /// Puts an offer or a message away.
    public void forget() {
        if (!isBusy()) {
            state.set(FetchState.IDLE);
        }
    }

    public boolean isBusy() {
        return state.get() instanceof FetchState.Looking || state.get() instanceof FetchState.Fetching;
    }

    /// Takes in what other threads have told.
    public void pump() {
        var progress = latest.getAndSet(null);
        if (progress != null && state.get() instanceof FetchState.Fetching(var wish, var offer, var _)) {
            state.set(new FetchState.Fetching(wish, offer, progress));
        }
        for (var one = news.poll(); one != null; one = news.poll()) {
            one.run();
        }
    }

    public ReadOnlyObjectProperty<FetchState> state() {
        return state.getReadOnlyProperty();
    }
}
