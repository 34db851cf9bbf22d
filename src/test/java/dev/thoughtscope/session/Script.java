package dev.thoughtscope.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thoughtscope.engine.Sampling;
import dev.thoughtscope.engine.ScriptedEngine;
import dev.thoughtscope.engine.ScriptedEngine.ScriptedToken;
import dev.thoughtscope.reasoning.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// An engine that solves one problem in one of two ways.
public final class Script {
    private static final String[][] WAYS = {
        {"Add first.\n", "40 + 20 = 60.\n", "60 + 100 = 160.\n", "The answer is 160.\n"},
        {"Guess.\n", "40 + 80 = 120.\n", "The answer is 120.\n"},
    };

    /// Writes one of two ways, chosen by the seed where they part; after a reflection always the first.
    private static List<ScriptedToken> script(String prefix, Sampling sampling) {
        String own = prefix.substring(prefix.lastIndexOf("<Thought>\n") + "<Thought>\n".length());
        boolean again = own.contains(Dialect.WAIT);
        String since = again ? own.substring(own.indexOf(Dialect.WAIT) + Dialect.WAIT.length()).stripLeading() : own;
        int way = again ? 0 : Math.floorMod(sampling.seed(), 3) == 0 ? 1 : 0;
        for (int i = 0; i < WAYS.length; i++) {
            if (!since.isEmpty() && since.startsWith(WAYS[i][0])) {
                way = i;
            }
        }
        String thought = String.join("", WAYS[way]);
        String whole = thought + "</Thought>\n<Output>The answer is " + (way == 0 ? "160" : "120") + ".</Output>";
        boolean goesOn = whole.startsWith(since) && !whole.equals(since);
        return !goesOn ? List.of() : words(whole.substring(since.length()), way == 0 ? 0.9 : 0.5);
    }

    public static List<ScriptedToken> words(String text, double probability) {
        var tokens = new ArrayList<ScriptedToken>();
        for (String word : text.split("(?<=\\n)|(?=\\n)|(?<=[^ ])(?= )")) {
            tokens.add(new ScriptedToken(word, probability, Map.of("?", 1 - probability)));
        }
        return tokens;
    }

    static ScriptedEngine engine() {
        return ScriptedEngine.of(Script::script);
    }

    public static Thinker thinker() {
        return new Thinker(engine(), Dialect.MARCO_O1, List.of());
    }

    public static EventLog finished(Run run) throws InterruptedException {
        for (int i = 0; !run.log().hasEnded() && i < 1000; i++) {
            Thread.sleep(10);
        }
        assertThat(run.log().hasEnded()).isTrue();
        return run.log();
    }

    private Script() {}
}
