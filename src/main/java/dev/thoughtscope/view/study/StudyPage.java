package dev.thoughtscope.view.study;

import dev.thoughtscope.view.page.Late;
import dev.thoughtscope.view.page.Page;
import dev.thoughtscope.view.theme.Look;
import java.util.function.Supplier;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/// Experiments as a page of the window.
public final class StudyPage implements Page {
    private final Late<StudyView> view;
    private Look look;

    /// @param view made when the page first comes into view
    public StudyPage(Supplier<StudyView> view) {
        this.view = new Late<>(view);
    }

    @Override
    public String id() {
        return "study";
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
        return Feather.CLIPBOARD;
    }

    @Override
    public Parent root() {
        boolean isNew = view.ifMade().isEmpty();
        if (isNew && look != null) {
            view.get().setLook(look);
        }
        return view.get().root();
    }

    @Override
    public void setLook(Look newLook) {
        look = newLook;
        view.ifMade().ifPresent(made -> made.setLook(newLook));
    }

    @Override
    public void shown() {
        view.get().requestFocus();
    }
}
