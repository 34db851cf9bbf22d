package dev.thoughtscope.viewmodel.strip;

import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.probe.Position;
import dev.thoughtscope.probe.ProbeControl;
import dev.thoughtscope.probe.ProbeSettings;
import dev.thoughtscope.probe.ProbeText;
import dev.thoughtscope.probe.StripListener;
import dev.thoughtscope.probe.StripResult;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A strip being measured on a thread of its own; what it finds waits here to be taken.
final class StripTask implements StripListener {
    private static final Logger LOG = LoggerFactory.getLogger(StripTask.class);

    final ProbeControl control = new ProbeControl();
    private final ConcurrentLinkedQueue<News> news = new ConcurrentLinkedQueue<>();

    sealed interface News {
        record Started(List<Position> positions, int windows) implements News {}

        record Measured(Position position) implements News {}

        record Progressed(StripListener.Progress progress) implements News {}

        record Ended(StripResult result) implements News {}

        record Refused(String sentence) implements News {}
    }

    static StripTask start(StripSource source, Supplier<ProbeText> text, ProbeSettings settings) {
        var task = new StripTask();
        Thread.ofPlatform().daemon().name("strip").start(() -> task.run(source, text, settings));
        return task;
    }

    private void run(StripSource source, Supplier<ProbeText> text, ProbeSettings settings) {
        try {
            news.add(new News.Ended(source.run(text.get(), settings, control, this)));
        } catch (IllegalArgumentException | EngineException known) {
            news.add(new News.Refused(known.getMessage()));
        } catch (InterruptedException _) {
            news.add(new News.Refused("The strip was ended from outside; measure again."));
        } catch (RuntimeException | Error unknown) {
            LOG.error("strip failed", unknown);
            news.add(new News.Refused("The strip came upon an error of its own and stopped. The log tells more: " + unknown));
        }
    }

    /// @return null if there is nothing new
    News poll() {
        return news.poll();
    }

    @Override
    public void started(List<Position> positions, int windows) {
        news.add(new News.Started(positions, windows));
    }

    @Override
    public void measured(Position position) {
        news.add(new News.Measured(position));
    }

    @Override
    public void progress(Progress progress) {
        news.add(new News.Progressed(progress));
    }
}
