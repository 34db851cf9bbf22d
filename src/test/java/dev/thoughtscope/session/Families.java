package dev.thoughtscope.session;

import dev.thoughtscope.engine.ScriptedEngine;
import dev.thoughtscope.engine.ScriptedEngine.ScriptedToken;
import dev.thoughtscope.reasoning.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// An engine that solves one problem rightly or wrongly, in the words of one family of models.
final class Families {
    private static final Pattern WORD = Pattern.compile("[^\\S\\n]*[^\\s]+\\n*|\\s+");
    private static final String ASSISTANT = "<|assistant|>";

    private Families() {}

    /// @param right continuation of seed 0 and of two seeds in three, each word of probability 0.9
    /// @param wrong of the third, 0.5
    static Thinker thinker(Dialect dialect, String right, String wrong) {
        var engine = ScriptedEngine.byLines((prefix, sampling) -> {
            String own = prefix.substring(prefix.lastIndexOf(ASSISTANT) + ASSISTANT.length());
            own = own.startsWith(dialect.opening()) ? own.substring(dialect.opening().length()) : own;
            boolean first = sampling.seed() == 0 || Math.floorMod(sampling.seed(), 3) != 0;
            for (String text : first ? List.of(right, wrong) : List.of(wrong, right)) {
                if (text.startsWith(own)) {
                    return words(text.substring(own.length()), text.equals(right) ? 0.9 : 0.5);
                }
            }
            return List.of();
        });
        return new Thinker(engine, dialect, List.of());
    }

    static List<ScriptedToken> words(String text, double probability) {
        var words = new ArrayList<ScriptedToken>();
        WORD.matcher(text).results().forEach(
                word -> words.add(new ScriptedToken(word.group(), probability, Map.of("?", 1 - probability))));
        return words;
    }
}
