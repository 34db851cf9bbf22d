package dev.thoughtscope.view.lessons;

import dev.thoughtscope.view.page.Command;
import dev.thoughtscope.view.page.Page;
import dev.thoughtscope.view.theme.Look;
import java.util.List;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/// The lessons as a page of the window.
public final class LessonsPage implements Page {
    public static final String ID = "lessons";
    private final LessonsView view;

    public LessonsPage(LessonsView view) {
        this.view = view;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return Words.get("page");
    }

    @Override
    public String hint() {
        return Words.get("page.hint");
    }

    @Override
    public Feather icon() {
        return Feather.BOOK_OPEN;
    }

    @Override
    public Parent root() {
        return view.root();
    }

    @Override
    public void setLook(Look look) {
        view.setLook(look);
    }

    @Override
    public List<Command> commands() {
        return view.commands();
    }

    @Override
    public void shown() {
        view.shown();
    }

    @Override
    public void frame(double seconds) {
        view.frame(seconds);
    }
}
