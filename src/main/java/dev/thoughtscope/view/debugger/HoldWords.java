package dev.thoughtscope.view.debugger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Says in the person's language why a search is held. The log tells it in one language, whoever reads it.
final class HoldWords {
    private record Sentence(Pattern pattern, String key) {
        static Sentence of(String pattern, String key) {
            return new Sentence(Pattern.compile(pattern, Pattern.DOTALL), key);
        }
    }

    private static final List<Sentence> SENTENCES = List.of(
            Sentence.of("Confidence below ([\\d.]+) for (\\d+) tokens?, up to \"(.*)\" in branch \\d+\\.", "held.confidence"),
            Sentence.of("The value of node (\\d+) has fallen to ([\\d.]+), below ([\\d.]+)\\.", "held.value"),
            Sentence.of("The model is asked to think again\\.", "held.reflection"),
            Sentence.of("The best answer changes from (.*) to (.*)\\.", "held.answer"),
            Sentence.of("Branch \\d+ has written what matches \"(.*)\"\\.", "held.text"),
            Sentence.of("Node (\\d+) ends in a wrong answer: (.*)\\.", "held.wrong.answer"),
            Sentence.of("Node (\\d+): (.*)\\.", "held.wrong.step"),
            Sentence.of("A path has reached depth (\\d+)\\.", "held.depth"),
            Sentence.of("The search passes through node (\\d+)\\.", "held.node"));

    private HoldWords() {}

    /// The sentence itself where it is not known.
    static String of(String why) {
        for (var sentence : SENTENCES) {
            var match = sentence.pattern().matcher(why);
            if (match.matches()) {
                var parts = new ArrayList<Object>();
                for (int i = 1; i <= match.groupCount(); i++) {
                    boolean count = i == 2 && sentence.key().equals("held.confidence");
                    parts.add(count ? (Object) Integer.valueOf(match.group(i)) : localised(match.group(i)));
                }
                return Words.get(sentence.key(), parts.toArray());
            }
        }
        return why;
    }

    /// Numbers as the person writes them.
    private static String localised(String part) {
        var decimal = Pattern.compile("\\d{1,9}\\.(\\d{1,6})").matcher(part);
        return decimal.matches()
                ? String.format(Locale.getDefault(), "%." + decimal.group(1).length() + "f", Double.valueOf(part))
                : part;
    }
}
