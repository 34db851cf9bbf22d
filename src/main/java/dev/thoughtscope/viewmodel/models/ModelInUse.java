package dev.thoughtscope.viewmodel.models;

import dev.thoughtscope.engine.Ability;
import dev.thoughtscope.engine.ModelInfo;
import dev.thoughtscope.models.ModelFacts;
import dev.thoughtscope.settings.ModelChoice;
import java.util.Optional;
import java.util.Set;

/// The model that is loaded.
///
/// @param info as its engine tells it
/// @param dialect how it writes its thinking
/// @param abilities of its engine
/// @param facts from its file's header, empty for a server
public record ModelInUse(
        ModelChoice choice, ModelInfo info, String dialect, Set<Ability> abilities, Optional<ModelFacts> facts) {
    public ModelInUse {
        abilities = Set.copyOf(abilities);
    }
}
