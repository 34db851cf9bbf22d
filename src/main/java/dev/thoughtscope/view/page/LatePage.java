package dev.thoughtscope.view.page;

import dev.thoughtscope.view.theme.Look;
import java.util.function.Supplier;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/// A page whose view is made when it first comes into view.
public abstract class LatePage<V> implements Page {
    protected final Late<V> view;
    private final String id;
    private final Feather icon;
    private final String title;
    private final String hint;
    private Look look;

    /// @param view made when the page first comes into view
    protected LatePage(String id, Feather icon, String title, String hint, Supplier<V> view) {
        this.id = id;
        this.icon = icon;
        this.title = title;
        this.hint = hint;
        this.view = new Late<>(view);
    }

    protected abstract Parent rootOf(V made);

    /// For views that draw in colours of their own.
    protected void dress(V made, Look look) {}

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final Feather icon() {
        return icon;
    }

    @Override
    public final String title() {
        return title;
    }

    @Override
    public final String hint() {
        return hint;
    }

    @Override
    public final Parent root() {
        boolean isNew = view.ifMade().isEmpty();
        if (isNew && look != null) {
            dress(view.get(), look);
        }
        return rootOf(view.get());
    }

    @Override
    public final void setLook(Look newLook) {
        look = newLook;
        view.ifMade().ifPresent(made -> dress(made, newLook));
    }
}
