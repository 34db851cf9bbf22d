package dev.thoughtscope.viewmodel.strip;

import dev.thoughtscope.probe.Markers;
import dev.thoughtscope.probe.Positions;
import dev.thoughtscope.probe.ProbeSettings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The settings of the next strip.
public final class StripSettings {
    /// Small enough that the strip fills smoothly, large enough that the engine is busy.
    private static final int WAVE = 64;

    private final IntegerProperty thoughtTokens =
            new SimpleIntegerProperty(this, "thoughtTokens", ProbeSettings.STANDARD.thoughtTokens());
    private final IntegerProperty thoughts = new SimpleIntegerProperty(this, "thoughts", 1);
    private final IntegerProperty ahead = new SimpleIntegerProperty(this, "ahead", ProbeSettings.STANDARD.ahead());
    private final DoubleProperty temperature = new SimpleDoubleProperty(this, "temperature", 1);
    private final LongProperty seed = new SimpleLongProperty(this, "seed", 1);
    private final DoubleProperty entropyAbove = new SimpleDoubleProperty(this, "entropyAbove", 0);
    private final BooleanProperty freeText = new SimpleBooleanProperty(this, "freeText", false);
    private final StringProperty opening = new SimpleStringProperty(this, "opening", Markers.FREE_TEXT.start());
    private final StringProperty closing = new SimpleStringProperty(this, "closing", Markers.FREE_TEXT.end());

    /// One thought is the most probable one; several are drawn at the temperature.
    ///
    /// @throws IllegalArgumentException if they are out of range, in one sentence for a person
    ProbeSettings settings() {
        var markers = freeText.get() ? Markers.freeText(opening.get(), closing.get()) : Markers.QUIET_STAR;
        Positions positions =
                entropyAbove.get() > 0 ? new Positions.EntropyAbove(entropyAbove.get()) : Positions.all();
        double heat = thoughts.get() == 1 ? 0 : temperature.get();
        return new ProbeSettings(
                thoughtTokens.get(), thoughts.get(), ahead.get(), heat, seed.get(), markers, positions, WAVE);
    }

    public IntegerProperty thoughtTokens() {
        return thoughtTokens;
    }

    public IntegerProperty thoughts() {
        return thoughts;
    }

    public IntegerProperty ahead() {
        return ahead;
    }

    /// Of several thoughts; a single one is the most probable.
    public DoubleProperty temperature() {
        return temperature;
    }

    public LongProperty seed() {
        return seed;
    }

    /// Thinks only where the entropy is above so many nats; 0 for everywhere.
    public DoubleProperty entropyAbove() {
        return entropyAbove;
    }

    /// Whether thoughts stand between [#opening()] and [#closing()] instead of the model's own markers.
    public BooleanProperty freeText() {
        return freeText;
    }

    public StringProperty opening() {
        return opening;
    }

    public StringProperty closing() {
        return closing;
    }
}
