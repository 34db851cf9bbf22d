package dev.thoughtscope.view.shell;

import dev.thoughtscope.viewmodel.WindowModel;
import dev.thoughtscope.viewmodel.sessions.PastRun;
import dev.thoughtscope.viewmodel.sessions.SessionsModel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The runs made lately: in the menu of runs, where the tree will be, and as an offer after a crash.
final class RecentRuns {
    private static final int LONG = 70;
    private static final int IN_EMPTY_STATE = 5;

    private final SessionsModel sessions;
    private final MenuButton menu;
    private final int fixedItems;

    RecentRuns(SessionsModel sessions, MenuButton menu) {
        this.sessions = sessions;
        this.menu = menu;
        fixedItems = menu.getItems().size();
        menu.setOnShowing(_ -> sessions.refresh());
        sessions.recent().subscribe(this::listed);
    }

    private void listed() {
        var items = menu.getItems();
        items.remove(fixedItems, items.size());
        if (!sessions.recent().get().isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        for (var run : sessions.recent().get()) {
            var item = new MenuItem(words(run), FontIcon.of(run.ended() ? Feather.CLOCK : Feather.ALERT_CIRCLE, 14));
            item.setMnemonicParsing(false);
            item.getStyleClass().add("recent-run");
            item.setOnAction(_ -> sessions.open(run));
            items.add(item);
        }
    }

    private static String words(PastRun run) {
        String question = shortened(run.question());
        return question + "   " + when(run) + (run.ended() ? "" : " · " + ShellWords.get("runs.unfinished"));
    }

    private static String shortened(String question) {
        String line = question.strip().replaceAll("\\s+", " ");
        return line.length() <= LONG ? line : line.substring(0, LONG - 1) + "…";
    }

    /// The time of day for a run of today, else the day.
    private static String when(PastRun run) {
        var time = run.changed().atZone(ZoneId.systemDefault());
        var format = time.toLocalDate().equals(LocalDate.now())
                ? DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM);
        return format.withLocale(Locale.getDefault()).format(time);
    }

    /// Lists them where nothing else is shown.
    void fill(EmptyState empty) {
        sessions.recent().subscribe(runs -> empty.setRuns(
                runs.stream().limit(IN_EMPTY_STATE).map(this::link).toList()));
    }

    private Hyperlink link(PastRun run) {
        var link = new Hyperlink(words(run));
        link.setMnemonicParsing(false);
        link.setOnAction(_ -> sessions.open(run));
        return link;
    }

    /// Offers the run that a crash left.
    void offerUnfinished(OfferBar bar) {
        sessions.unfinished().subscribe(run -> {
            if (run == null) {
                bar.withdraw();
            } else {
                bar.offer(
                        ShellWords.get("offer.unfinished", shortened(run.question())),
                        ShellWords.get("offer.open"),
                        () -> sessions.open(run),
                        () -> sessions.unfinished().set(null));
            }
        });
    }

    /// Offers to read a file again that another program has changed.
    static void offerChanged(WindowModel model, OfferBar bar) {
        var changed = model.documents().changed();
        changed.subscribe(file -> {
            if (file == null) {
                bar.withdraw();
            } else {
                bar.offer(
                        ShellWords.get("offer.changed", name(file)),
                        ShellWords.get("offer.again"),
                        () -> model.documents().open(file),
                        () -> changed.set(null));
            }
        });
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
