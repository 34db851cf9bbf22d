package dev.thoughtscope.view.compare;

import dev.thoughtscope.view.page.Late;
import dev.thoughtscope.view.page.Page;
import dev.thoughtscope.view.theme.Look;
import java.util.function.Supplier;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/// Two runs side by side as a page of the window.
public final class ComparePage implements Page {
    public static final String ID = "compare";
    private final Late<CompareView> view;
    private Look look;

    public ComparePage(CompareView view) {
        this(() -> view);
    }

    /// @param view made when the page first comes into view
    public ComparePage(Supplier<CompareView> view) {
        this.view = new Late<>(view);
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
        boolean isNew = view.ifMade().isEmpty();
        if (isNew && look != null) {
            view.get().setLook(look);
        }
        return view.get().root();
    }

    @Override
    public void setLook(Look look) {
        this.look = look;
        view.ifMade().ifPresent(made -> made.setLook(look));
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
