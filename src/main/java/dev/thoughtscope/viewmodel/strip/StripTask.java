package dev.thoughtscope.viewmodel.strip;

import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.probe.MissingMarkersException;
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
    final ProbeSettings settings;
    final String model;
    private final ConcurrentLinkedQueue<News> news = new ConcurrentLinkedQueue<>();

    sealed interface News {
        record Started(List<Position> positions, int windows) implements News {}

        record Measured(Position position) implements News {}

        record Progressed(StripListener.Progress progress) implements News {}

        record Ended(StripResult result) implements News {}

        /// @param lacksMarkers whether thoughts in free text would be a way out
        record Refused(String sentence, boolean lacksMarkers) implements News {}
    }

    private StripTask(ProbeSettings settings, String model) {
        this.settings = settings;
        this.model = model;
    }

    static StripTask start(StripSource source, Supplier<ProbeText> text, ProbeSettings settings) {
        var task = new StripTask(settings, source.modelName());
        Thread.ofPlatform().daemon().name("strip").start(() -> task.run(source, text));
        return task;
    }

    private void run(StripSource source, Supplier<ProbeText> text) {
        try {
            news.add(new News.Ended(source.run(text.get(), settings, control, this)));
        } catch (MissingMarkersException missing) {
            news.add(new News.Refused(missing.getMessage(), true));
        } catch (IllegalArgumentException | EngineException known) {
            refuse(known.getMessage());
        } catch (InterruptedException _) {
            refuse("The strip was ended from outside; measure again.");
        } catch (RuntimeException | Error unknown) {
            LOG.error("strip failed", unknown);
            refuse("The strip came upon an error of its own and stopped. The log tells more: " + unknown);
        }
    }

    private void refuse(String sentence) {
        news.add(new News.Refused(sentence, false));
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
