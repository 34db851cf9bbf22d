package dev.thoughtscope.lessons;

import java.util.Locale;
import java.util.regex.Pattern;

/// A line that stages a step: `{action arguments}`.
///
/// @param line in the file, from 1
record Directive(int line, String action, String arguments) {
    private static final Pattern FORM = Pattern.compile("\\{([a-z]+)((?:\\s[^{}]*)?)}\\s*");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,7}");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_ .-]{1,80}(/[\\p{L}\\p{N}_ .-]{1,80}){0,3}");

    /// The directive on a line, or null if it is a line of text. A line that is nothing but a figure is text.
    static Directive of(String text, int line) {
        var match = FORM.matcher(text);
        return match.matches() ? new Directive(line, match.group(1), match.group(2).strip()) : null;
    }

    LessonException wrong(String what) {
        return LessonException.at(line, "{" + action + "} " + what + ".");
    }

    int number(String text) throws LessonException {
        if (!NUMBER.matcher(text).matches()) {
            throw wrong("needs a number, not \"" + text + "\"");
        }
        return Integer.parseInt(text);
    }

    /// A file beside the lesson, never one elsewhere.
    String file(String ending) throws LessonException {
        boolean fits = NAME.matcher(arguments).matches()
                && arguments.endsWith(ending)
                && !(arguments + "/").contains("../")
                && !arguments.contains("./");
        if (!fits) {
            throw wrong("needs the name of a " + ending + " file beside the lesson");
        }
        return arguments;
    }

    Moment moment() throws LessonException {
        var words = arguments.split("\\s+");
        var kind = constant(Moment.Kind.class, words[0], "start, end, event N, simulation N, selected N or node N");
        boolean counted = kind != Moment.Kind.START && kind != Moment.Kind.END;
        if (words.length != (counted ? 2 : 1)) {
            throw wrong("needs " + (counted ? "one number after " : "nothing after ") + words[0]);
        }
        return new Moment(kind, counted ? number(words[1]) : 0);
    }

    Target target() throws LessonException {
        var words = arguments.split("\\s+");
        if (words.length == 2 && words[0].equals("node")) {
            return new Target.Node(number(words[1]));
        }
        if (words.length == 2 && words[0].equals("token")) {
            return new Target.Token(number(words[1]));
        }
        return new Target.Part(constant(Target.Place.class, arguments, "node N, token N, tree, legend, time or panel"));
    }

    Scene.Panel panel() throws LessonException {
        return constant(Scene.Panel.class, arguments, "tokens, choices, answers or none");
    }

    Claim claim() throws LessonException {
        int equals = arguments.indexOf('=');
        if (equals < 1) {
            throw wrong("needs a figure, then = and what it must be");
        }
        try {
            return new Claim(line, Figure.parse(arguments.substring(0, equals)), arguments.substring(equals + 1).strip());
        } catch (IllegalArgumentException unknown) {
            throw LessonException.at(line, unknown.getMessage() + ".");
        }
    }

    <E extends Enum<E>> E constant(Class<E> type, String word, String possible) throws LessonException {
        for (var constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(word)) {
                return constant;
            }
        }
        throw wrong("needs " + possible);
    }
}
