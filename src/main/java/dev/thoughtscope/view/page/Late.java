package dev.thoughtscope.view.page;

import java.util.Optional;
import java.util.function.Supplier;

/// Something that is made when it is first needed, so that the window need not wait for what nobody looks at yet.
/// The JavaFX thread's own.
public final class Late<T> {
    private final Supplier<T> maker;
    private Optional<T> made = Optional.empty();

    public Late(Supplier<T> maker) {
        this.maker = maker;
    }

    public T get() {
        if (made.isEmpty()) {
            made = Optional.of(maker.get());
        }
        return made.get();
    }

    /// Empty if nobody has needed it yet.
    public Optional<T> ifMade() {
        return made;
    }
}
