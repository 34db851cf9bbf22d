package dev.thoughtscope.study;

import dev.thoughtscope.engine.Sampling;
import dev.thoughtscope.engine.ScriptedEngine;
import dev.thoughtscope.engine.ScriptedEngine.ScriptedToken;
import dev.thoughtscope.reasoning.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A model that adds two numbers: wrong without a thought, right by a sure thought, wrong by an unsure one, right after
/// every reflection.
public final class StudyScript {
    private static final Pattern SUM = Pattern.compile("(\\d+) \\+ (\\d+)\\?");

    private StudyScript() {}

    public static ScriptedEngine engine() {
        return ScriptedEngine.of(StudyScript::continuation);
    }

    static List<ScriptedToken> continuation(String prefix, Sampling sampling) {
        var sum = SUM.matcher(prefix);
        if (!sum.find()) {
            return List.of();
        }
        int right = Integer.parseInt(sum.group(1)) + Integer.parseInt(sum.group(2));
        String own = prefix.substring(prefix.lastIndexOf("<|assistant|>") + "<|assistant|>".length());
        if (own.startsWith("<Output>")) {
            return rest(own.substring("<Output>".length()), "The answer is " + (right + 1) + ".</Output>", 0.6);
        }
        String thought = own.substring("<Thought>\n".length());
        boolean again = thought.contains(Dialect.WAIT);
        String since = again ? thought.substring(thought.indexOf(Dialect.WAIT) + Dialect.WAIT.length()).stripLeading() : thought;
        boolean unsure = since.startsWith("Hm.\n") || since.isEmpty() && Math.floorMod(sampling.seed(), 3) == 0;
        boolean wrong = unsure && !again;
        int answer = wrong ? right + 10 : right;
        String whole = (wrong ? "Hm.\n" : "Sure.\n") + "It is " + answer + ".\n</Thought>\n<Output>The answer is " + answer
                + ".</Output>";
        return rest(since, whole, wrong ? 0.5 : 0.9);
    }

    private static List<ScriptedToken> rest(String since, String whole, double probability) {
        if (!whole.startsWith(since)) {
            return List.of();
        }
        var tokens = new ArrayList<ScriptedToken>();
        for (String word : whole.substring(since.length()).split("(?<=\\n)|(?=\\n)|(?<=[^ ])(?= )")) {
            if (!word.isEmpty()) {
                tokens.add(new ScriptedToken(word, probability, Map.of("?", 1 - probability)));
            }
        }
        return tokens;
    }
}
