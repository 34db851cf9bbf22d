package dev.thoughtscope.view.strip;

import dev.thoughtscope.view.page.Command;
import dev.thoughtscope.view.page.LatePage;
import dev.thoughtscope.view.theme.Look;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/// The token strip as a page of the window.
public final class StripPage extends LatePage<StripView> {
    private boolean presenting;
    private double detail = 1;

    public StripPage(StripView view) {
        this(() -> view);
    }

    /// @param view made when the page first comes into view
    public StripPage(Supplier<StripView> view) {
        super("strip", Feather.BAR_CHART_2, Words.get("page"), Words.get("page.hint"), view);
    }

    @Override
    protected Parent rootOf(StripView made) {
        return made.root();
    }

    @Override
    protected void dress(StripView made, Look look) {
        made.setLook(look);
    }

    @Override
    public List<Command> commands() {
        return List.of(Command.of("strip.node", Words.get("fromTree"), () -> view.get().measureNode()));
    }

    @Override
    public void setDetail(double pixels) {
        detail = pixels;
        view.ifMade().ifPresent(made -> made.setDetail(pixels));
    }

    @Override
    public void presented(boolean now) {
        presenting = now;
        view.ifMade().ifPresent(made -> made.setPresenting(now));
    }

    @Override
    public void shown() {
        view.get().setPresenting(presenting);
        view.get().setDetail(detail);
        view.get().requestFocus();
    }
}
