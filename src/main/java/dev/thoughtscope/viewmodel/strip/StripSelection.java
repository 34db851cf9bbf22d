package dev.thoughtscope.viewmodel.strip;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;

/// What a person looks at in a strip, and in which colours.
final class StripSelection {
    final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", StripModel.NONE);
    final ReadOnlyObjectWrapper<StripDetail> detail = new ReadOnlyObjectWrapper<>(this, "detail");
    final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper(this, "revision");
    final BooleanProperty paper = new SimpleBooleanProperty(this, "paper");
    final BooleanProperty onlyBig = new SimpleBooleanProperty(this, "onlyBig");
    private final StripTokens tokens;

    StripSelection(StripTokens tokens) {
        this.tokens = tokens;
        selected.subscribe(this::tellSelected);
        paper.subscribe(chosen -> {
            tokens.paper(chosen);
            repaint();
        });
        onlyBig.subscribe(this::repaint);
    }

    /// The tokens have changed.
    void refresh() {
        tellSelected();
        repaint();
    }

    private void tellSelected() {
        int index = selected.get();
        boolean exists = index >= 0 && index < tokens.size();
        detail.set(exists ? StripDetail.of(tokens.positions().get(index)) : null);
    }

    private void repaint() {
        revision.set(revision.get() + 1);
    }

    /// To the next big gain, or the one before; stays where there is none.
    void selectBig(int step) {
        int before = step > 0 ? -1 : tokens.size();
        int next = tokens.nextBig(selected.get() == StripModel.NONE ? before : selected.get(), step);
        if (next != before) {
            selected.set(next);
        }
    }
}
