package dev.thoughtscope.view.strip;

import dev.thoughtscope.view.page.Page;
import dev.thoughtscope.view.theme.Look;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/// The token strip as a page of the window.
public final class StripPage implements Page {
    private final StripView view;

    public StripPage(StripView view) {
        this.view = view;
    }

    @Override
    public String id() {
        return "strip";
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
        return Feather.BAR_CHART_2;
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
        view.requestFocus();
    }
}
