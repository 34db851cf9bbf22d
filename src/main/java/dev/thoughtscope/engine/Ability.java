package dev.thoughtscope.engine;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// What one engine can do and another cannot. A view greys out what is missing, in these words.
public enum Ability {
    /// Gives the probabilities of tokens that it did not choose itself; without it they come back unscored.
    SCORING("tell how probable a given text is"),
    /// Goes on from any token of any branch, to the token; without it a branch goes on from its text.
    FORKING("go on from inside a branch, to the token"),
    /// Reports the model's own probabilities of what it writes.
    PROBABILITIES("report the probabilities of its tokens"),
    /// Keeps what it writes to a grammar.
    GRAMMAR("keep to a grammar"),
    /// Gives the same numbers whatever it computes beside or before; [Exactness] says what that costs.
    EXACTNESS("give the same numbers whatever else it computes");

    /// Of an engine whose numbers a GPU computes, which adds up in an order of its own.
    public static final Set<Ability> ON_A_GPU =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(EXACTNESS)));

    private final String words;

    Ability(String words) {
        this.words = words;
    }

    /// As in "this engine cannot …".
    public String words() {
        return words;
    }

    /// @throws EngineException if the engine lacks it, in a sentence that names the work
    public void require(Engine engine, String work) {
        if (!engine.abilities().contains(this)) {
            throw new EngineException(work + " needs an engine that can " + words + ", and " + engine.model().library()
                    + " cannot. Choose a model file on this machine, or a server started with: thoughtscope serve.");
        }
    }
}
