package dev.thoughtscope.viewmodel;

import dev.thoughtscope.session.Runner;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The language model that questions go to, as far as the window needs to know it.
public final class AskedModel {
    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper(this, "line", "");
    private final ObservableList<String> samples = FXCollections.observableArrayList();
    private Runner runner;

    void set(Runner loaded) {
        runner = loaded;
        line.set(loaded.modelLine());
        samples.setAll(loaded.samples());
    }

    /// @param words its name and size in the person's language
    public void describe(String words) {
        line.set(words);
    }

    /// Null as long as there is none.
    Runner runner() {
        return runner;
    }

    /// Its name and size in a few words, empty as long as there is none.
    public ReadOnlyStringProperty line() {
        return line.getReadOnlyProperty();
    }

    /// Questions that it knows to answer.
    public ObservableList<String> samples() {
        return samples;
    }
}
