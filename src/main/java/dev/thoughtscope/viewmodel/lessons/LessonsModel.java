package dev.thoughtscope.viewmodel.lessons;

import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.lessons.Course;
import dev.thoughtscope.lessons.Lesson;
import dev.thoughtscope.lessons.LessonException;
import dev.thoughtscope.lessons.LessonReader;
import dev.thoughtscope.lessons.Library;
import dev.thoughtscope.lessons.Progress;
import dev.thoughtscope.lessons.Shelf;
import dev.thoughtscope.session.EventLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.LoggerFactory;

/// The lessons: those that ship, which are done, and the one that is being played. Files are read on threads of their
/// own; what comes of it waits for [#pump].
public final class LessonsModel {
    private final Queue<Runnable> done = new ConcurrentLinkedQueue<>();
    private final ObservableList<Lesson> lessons = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<PlayerModel> player = new ReadOnlyObjectWrapper<>(this, "player");
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>(this, "progress", Progress.NONE);
    private final StringProperty trouble = new SimpleStringProperty(this, "trouble", "");
    private final ToDoubleFunction<TokenStep> confidence;
    private final Consumer<EventLog> explorer;
    private final Path file;
    private final String language;
    private boolean asked;

    /// @param confidence of a token, 0 to 1, NaN where it is not known
    /// @param explorer shows a run in the explorer
    /// @param file that keeps the progress
    /// @param language two letters
    public LessonsModel(
            ToDoubleFunction<TokenStep> confidence, Consumer<EventLog> explorer, Path file, String language) {
        this.confidence = confidence;
        this.explorer = explorer;
        this.file = file;
        this.language = language;
    }

    private interface Work {
        Runnable work() throws IOException, LessonException;
    }

    private void start(Work work) {
        Thread.ofVirtual().name("lessons").start(() -> {
            try {
                done.add(work.work());
            } catch (IOException | LessonException failed) {
                done.add(() -> trouble.set(failed.getMessage()));
            } catch (RuntimeException | StackOverflowError unexpected) {
                LoggerFactory.getLogger(LessonsModel.class).error("a lesson could not be read", unexpected);
                done.add(() -> trouble.set("The lesson cannot be read: it is put together in a way that no lesson is."));
            }
        });
    }

    /// Reads the list of lessons, once.
    public void list() {
        if (asked) {
            return;
        }
        asked = true;
        start(() -> {
            var shelf = Shelf.shipped();
            var read = new ArrayList<Lesson>();
            for (String name : shelf.names()) {
                read.add(shelf.lesson(name, language));
            }
            var known = Progress.read(file);
            return () -> {
                progress.set(known);
                lessons.setAll(read);
            };
        });
    }

    public void open(Lesson lesson) {
        trouble.set("");
        start(() -> {
            var course = Course.load(lesson, Library.shipped());
            return () -> player.set(new PlayerModel(course, confidence));
        });
    }

    /// Opens a lesson of the person's own; its runs lie in its folder.
    public void open(Path lesson) {
        trouble.set("");
        start(() -> {
            String name = lesson.getFileName().toString().replaceFirst("\\.md$", "");
            try (var bytes = Files.newInputStream(lesson)) {
                var read = LessonReader.read(name, bytes);
                var course = Course.load(read, Library.folder(lesson.toAbsolutePath().getParent()));
                return () -> player.set(new PlayerModel(course, confidence));
            } catch (NoSuchFileException missing) {
                throw new IOException("There is no file " + lesson + ".", missing);
            }
        });
    }

    /// Shows the run of the present step in the explorer.
    public void explore() {
        explorer.accept(player.get().run());
    }

    /// Back to the list.
    public void close() {
        player.set(null);
    }

    /// The lesson after the one that is played, if it is one of those that ship and not the last.
    public Optional<Lesson> following() {
        var played = player.get();
        for (int i = 0; played != null && i < lessons.size() - 1; i++) {
            if (lessons.get(i).equals(played.course().lesson())) {
                return Optional.of(lessons.get(i + 1));
            }
        }
        return Optional.empty();
    }

    /// Notes the score of the lesson that has come to its end.
    public void finished() {
        var played = player.get();
        if (played == null || lessons.stream().noneMatch(played.course().lesson()::equals)) {
            return;
        }
        progress.set(progress.get().with(played.course().lesson().name(), played.score()));
        var now = progress.get();
        Thread.ofVirtual().name("lessons").start(() -> {
            try {
                now.write(file);
            } catch (IOException unwritable) {
                LoggerFactory.getLogger(LessonsModel.class).warn("progress cannot be kept in {}", file, unwritable);
            }
        });
    }

    /// Takes in what was read.
    public void pump() {
        for (var action = done.poll(); action != null; action = done.poll()) {
            action.run();
        }
    }

    public List<Lesson> lessons() {
        return lessons;
    }

    public ObservableList<Lesson> observableLessons() {
        return lessons;
    }

    /// The lesson that is played, null while the list is shown.
    public ReadOnlyObjectProperty<PlayerModel> player() {
        return player.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Progress> progress() {
        return progress.getReadOnlyProperty();
    }

    /// What went wrong, in a sentence; empty when nothing did.
    public StringProperty trouble() {
        return trouble;
    }
}
