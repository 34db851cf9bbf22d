package dev.thoughtscope.view.lessons;

import dev.thoughtscope.view.page.Command;
import dev.thoughtscope.view.page.LatePage;
import dev.thoughtscope.view.theme.Look;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/// The lessons as a page of the window.
public final class LessonsPage extends LatePage<LessonsView> {
    public static final String ID = "lessons";

    public LessonsPage(LessonsView view) {
        this(() -> view);
    }

    /// @param view made when the page first comes into view
    public LessonsPage(Supplier<LessonsView> view) {
        super(ID, Feather.BOOK_OPEN, Words.get("page"), Words.get("page.hint"), view);
    }

    @Override
    protected Parent rootOf(LessonsView made) {
        return made.root();
    }

    @Override
    protected void dress(LessonsView made, Look look) {
        made.setLook(look);
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("lessons.next", Words.get("command.next"), this::next, "Page Down", "Space", "N").when(this::isPlaying),
                Command.of("lessons.back", Words.get("command.back"), this::back, "Page Up", "P").when(this::isPlaying),
                Command.of("lessons.right", Words.get("command.right"), this::next, "Right").when(this::hasArrows),
                Command.of("lessons.left", Words.get("command.left"), this::back, "Left").when(this::hasArrows));
    }

    private void next() {
        view.get().next();
    }

    private void back() {
        view.get().back();
    }

    private boolean isPlaying() {
        return view.ifMade().map(LessonsView::isPlaying).orElse(false);
    }

    /// The arrows stay with the tree while it has the focus.
    private boolean hasArrows() {
        return isPlaying() && !view.get().isTreeFocused();
    }

    @Override
    public void shown() {
        view.get().shown();
    }

    @Override
    public void frame(double seconds) {
        view.ifMade().ifPresent(made -> made.frame(seconds));
    }
}
