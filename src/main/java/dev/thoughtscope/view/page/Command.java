package dev.thoughtscope.view.page;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// Something that a person can have done: by key, in the command palette, in the card of keys.
///
/// @param id stable, such as `tree.fit`: the person's own keys are kept by it
/// @param title what it does, a few words in the person's language
/// @param keys that do it, the first one is shown; empty for none
/// @param enabled whether it makes sense now
/// @param action called on the JavaFX thread
public record Command(String id, String title, List<Key> keys, BooleanSupplier enabled, Runnable action) {
    public Command {
        keys = List.copyOf(keys);
    }

    /// @param keys as [Key] reads them
    public static Command of(String id, String title, Runnable action, String... keys) {
        return new Command(id, title, Stream.of(keys).map(Key::new).toList(), () -> true, action);
    }

    public Command when(BooleanSupplier makesSense) {
        return new Command(id, title, keys, makesSense, action);
    }

    public Command withKeys(List<Key> others) {
        return new Command(id, title, others, enabled, action);
    }

    /// Does it, if it makes sense now.
    ///
    /// @return whether it was done
    public boolean run() {
        boolean now = enabled.getAsBoolean();
        if (now) {
            action.run();
        }
        return now;
    }
}
