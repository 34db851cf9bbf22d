package dev.thoughtscope.viewmodel.study;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.study.Progress;
import dev.thoughtscope.study.Study;
import dev.thoughtscope.study.StudyControl;
import dev.thoughtscope.study.StudyFolder;
import dev.thoughtscope.study.StudyRunner;
import dev.thoughtscope.study.report.ReportBuilder;
import dev.thoughtscope.study.report.ReportFiles;
import java.io.IOException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A study on threads of its own; what it finds waits here to be taken.
final class StudyTask {
    private static final Logger LOG = LoggerFactory.getLogger(StudyTask.class);
    private static final long LOOK_MILLIS = 700;
    /// Reading the figures takes no more than this part of the time.
    private static final int SHARE = 10;

    final StudyControl control = new StudyControl();
    private final ConcurrentLinkedQueue<News> news = new ConcurrentLinkedQueue<>();
    private final StudyFolder folder;
    private volatile boolean running = true;

    sealed interface News {
        record Progressed(Progress progress) implements News {}

        record Figured(StudyCharts charts) implements News {}

        record Ended(boolean complete) implements News {}

        record Failed(String sentence) implements News {}
    }

    private StudyTask(StudyFolder folder) {
        this.folder = folder;
    }

    static StudyTask start(Study study, StudyFolder folder, Engine engine) {
        var task = new StudyTask(folder);
        Thread.ofPlatform().daemon().name("study").start(() -> task.run(study, engine));
        Thread.ofPlatform().daemon().name("study figures").start(task::watch);
        return task;
    }

    private void run(Study study, Engine engine) {
        var borrowed = new Borrowed(engine);
        try (var runner = new StudyRunner(study, folder, borrowed, () -> borrowed, StudyRunner.BRANCHES)) {
            boolean complete = runner.run(control, progress -> news.add(new News.Progressed(progress)));
            running = false;
            figure();
            ReportFiles.write(ReportBuilder.of(folder), folder.path());
            news.add(new News.Ended(complete));
        } catch (IOException | IllegalArgumentException | EngineException known) {
            news.add(new News.Failed(known.getMessage()));
        } catch (InterruptedException _) {
            news.add(new News.Failed("The study was ended from outside. What was measured is kept: run it again to go on."));
        } catch (RuntimeException | Error unknown) {
            LOG.error("study failed", unknown);
            news.add(new News.Failed("The study came upon an error of its own and stopped. What was measured is kept; the log"
                    + " tells more: " + unknown));
        } finally {
            running = false;
        }
    }

    private void watch() {
        try {
            long wait = LOOK_MILLIS;
            while (running) {
                Thread.sleep(wait);
                long start = System.nanoTime();
                if (running && folder.isStudy()) {
                    figure();
                }
                wait = Math.max(LOOK_MILLIS, SHARE * (System.nanoTime() - start) / 1_000_000);
            }
        } catch (IOException unreadable) {
            LOG.warn("figures of a running study cannot be read", unreadable);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void figure() throws IOException {
        news.add(new News.Figured(StudyCharts.of(folder, folder.read())));
    }

    /// @return null if there is nothing new
    News poll() {
        return news.poll();
    }
}
