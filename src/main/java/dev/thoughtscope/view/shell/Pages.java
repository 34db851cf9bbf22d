package dev.thoughtscope.view.shell;

import dev.thoughtscope.view.page.Page;
import dev.thoughtscope.view.theme.Tips;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/// The pages of the window: one is in view, each has a button in the rail and a number key.
public final class Pages {
    private static final int ICON = 19;

    private final Pane rail;
    private final StackPane room;
    private final ToggleGroup group = new ToggleGroup();
    private final List<Page> pages = new ArrayList<>();
    private Page current;
    private double detail = 1;
    private boolean presenting;

    Pages(Pane rail, StackPane room) {
        this.rail = rail;
        this.room = room;
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);
            } else if (now != null) {
                turn((Page) now.getUserData());
            }
        });
    }

    /// Puts a page at the end of the rail; the first one comes into view.
    public void add(Page page) {
        pages.add(page);
        page.setDetail(detail);
        page.presented(presenting);
        var button = new ToggleButton(page.title(), FontIcon.of(page.icon(), ICON));
        button.setId("page-" + page.id());
        button.setUserData(page);
        button.setToggleGroup(group);
        button.setAccessibleText(page.hint());
        Tips.setText(button, page.hint() + key(pages.size()));
        button.setMaxWidth(Double.MAX_VALUE);
        rail.getChildren().add(button);
        if (current == null) {
            button.setSelected(true);
        }
    }

    /// @param pixels in a unit of the pages
    void setDetail(double pixels) {
        detail = pixels;
        pages.forEach(page -> page.setDetail(pixels));
    }

    void setPresenting(boolean now) {
        presenting = now;
        pages.forEach(page -> page.presented(now));
    }

    private static String key(int number) {
        if (number > 9) {
            return "";
        }
        var key = new KeyCodeCombination(KeyCode.getKeyCode(String.valueOf(number)), KeyCombination.SHORTCUT_DOWN);
        return " (" + key.getDisplayText() + ")";
    }

    private void turn(Page page) {
        if (current != null) {
            current.hidden();
        }
        current = page;
        room.getChildren().setAll(page.root());
        page.shown();
    }

    /// Brings a page into view.
    public void show(String id) {
        group.getToggles().stream()
                .filter(button -> ((Page) button.getUserData()).id().equals(id))
                .forEach(button -> button.setSelected(true));
    }

    /// @param number from 1, in the order of the rail
    /// @return whether there is such a page
    boolean show(int number) {
        boolean there = number >= 1 && number <= pages.size();
        if (there) {
            show(pages.get(number - 1).id());
        }
        return there;
    }

    public Optional<Page> current() {
        return Optional.ofNullable(current);
    }

    public List<Page> all() {
        return List.copyOf(pages);
    }
}
