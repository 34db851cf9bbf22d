package dev.thoughtscope.view.compare;

import dev.thoughtscope.view.page.LatePage;
import dev.thoughtscope.view.theme.Look;
import java.util.function.Supplier;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/// Two runs side by side as a page of the window.
public final class ComparePage extends LatePage<CompareView> {
    public static final String ID = "compare";

    public ComparePage(CompareView view) {
        this(() -> view);
    }

    /// @param view made when the page first comes into view
    public ComparePage(Supplier<CompareView> view) {
        super(ID, Feather.COLUMNS, Words.get("page"), Words.get("page.hint"), view);
    }

    @Override
    protected Parent rootOf(CompareView made) {
        return made.root();
    }

    @Override
    protected void dress(CompareView made, Look look) {
        made.setLook(look);
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
