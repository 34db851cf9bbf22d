package dev.thoughtscope.lessons;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A number or a text of a run, as a lesson names it: `{value 5}`.
public record Figure(String name, List<String> arguments) {
    /// What an argument must be.
    private enum Form {
        NUMBER,
        TEXT
    }

    private static final Pattern NUMBER = Pattern.compile("\\d{1,7}");
    private static final Map<String, List<Form>> KNOWN = Map.ofEntries(
            Map.entry("value", List.of(Form.NUMBER)),
            Map.entry("own", List.of(Form.NUMBER)),
            Map.entry("total", List.of(Form.NUMBER)),
            Map.entry("visits", List.of(Form.NUMBER)),
            Map.entry("prior", List.of(Form.NUMBER)),
            Map.entry("bonus", List.of(Form.NUMBER)),
            Map.entry("sum", List.of(Form.NUMBER)),
            Map.entry("children", List.of(Form.NUMBER)),
            Map.entry("text", List.of(Form.NUMBER)),
            Map.entry("answer", List.of(Form.NUMBER)),
            Map.entry("verdict", List.of(Form.NUMBER)),
            Map.entry("note", List.of(Form.NUMBER)),
            Map.entry("kind", List.of(Form.NUMBER)),
            Map.entry("parent", List.of(Form.NUMBER)),
            Map.entry("before", List.of(Form.NUMBER)),
            Map.entry("after", List.of(Form.NUMBER)),
            Map.entry("token", List.of(Form.NUMBER, Form.NUMBER)),
            Map.entry("confidence", List.of(Form.NUMBER, Form.NUMBER)),
            Map.entry("probability", List.of(Form.NUMBER, Form.NUMBER)),
            Map.entry("other", List.of(Form.NUMBER, Form.NUMBER, Form.NUMBER)),
            Map.entry("otherprobability", List.of(Form.NUMBER, Form.NUMBER, Form.NUMBER)),
            Map.entry("votes", List.of(Form.TEXT)),
            Map.entry("meanvalue", List.of(Form.TEXT)),
            Map.entry("weight", List.of(Form.TEXT)),
            Map.entry("winner", List.of()),
            Map.entry("expected", List.of()),
            Map.entry("question", List.of()),
            Map.entry("simulations", List.of()),
            Map.entry("nodes", List.of()),
            Map.entry("answers", List.of()),
            Map.entry("tokens", List.of()),
            Map.entry("gain", List.of(Form.NUMBER)),
            Map.entry("times", List.of(Form.NUMBER)),
            Map.entry("striptoken", List.of(Form.NUMBER)),
            Map.entry("thought", List.of(Form.NUMBER)),
            Map.entry("share", List.of(Form.NUMBER)),
            Map.entry("right", List.of(Form.NUMBER)),
            Map.entry("tried", List.of(Form.NUMBER)));

    public Figure {
        arguments = List.copyOf(arguments);
    }

    /// @param text what stands between the braces
    /// @throws IllegalArgumentException with what is wrong, the beginning of a sentence left to the caller
    static Figure parse(String text) {
        var words = text.strip().split("\\s+", 2);
        var forms = KNOWN.get(words[0]);
        if (forms == null) {
            throw new IllegalArgumentException("there is no figure {" + words[0] + "}");
        }
        String rest = words.length > 1 ? words[1].strip() : "";
        var arguments = rest.isEmpty() ? List.<String>of()
                : forms.equals(List.of(Form.TEXT)) ? List.of(rest) : List.of(rest.split("\\s+"));
        boolean fits = arguments.size() == forms.size();
        for (int i = 0; fits && i < forms.size(); i++) {
            fits = forms.get(i) == Form.TEXT || NUMBER.matcher(arguments.get(i)).matches();
        }
        if (!fits) {
            throw new IllegalArgumentException(
                    "{" + words[0] + "} needs " + (forms.isEmpty() ? "nothing after its name" : needs(forms)));
        }
        return new Figure(words[0], arguments);
    }

    private static String needs(List<Form> forms) {
        return forms.equals(List.of(Form.TEXT)) ? "an answer after its name"
                : forms.size() == 1 ? "one number after its name" : forms.size() + " numbers after its name";
    }

    int number(int index) {
        return Integer.parseInt(arguments.get(index));
    }

    @Override
    public String toString() {
        return "{" + (name + " " + String.join(" ", arguments)).strip() + "}";
    }
}
