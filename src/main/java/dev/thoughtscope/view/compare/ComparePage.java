package dev.thoughtscope.view.compare;

import dev.thoughtscope.view.page.Page;
import dev.thoughtscope.view.theme.Look;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/// Two runs side by side as a page of the window.
public final class ComparePage implements Page {
    public static final String ID = "compare";
    private final CompareView view;

    public ComparePage(CompareView view) {
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
        return Feather.COLUMNS;
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
    public void shown() {
        view.shown();
    }

    @Override
    public void frame(double seconds) {
        view.frame(seconds);
    }
}
