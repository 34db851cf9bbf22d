package dev.thoughtscope.lessons;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a prediction, from the line after `{predict …}` to `{end}`: what is asked, the choices as a task list with
/// the right one ticked, then why.
final class QuestionReader {
    private static final int MOST_CHOICES = 8;
    private static final Pattern CHOICE = Pattern.compile("- \\[([ xX])] (?:\\{([^{}]*)} ?)?(.*)");
    private static final String TAGS = "node \\d{1,7}|answer [^{}]{1,200}|right|wrong|mends|damages|keeps";

    private final Directive directive;
    private final List<String> lines;
    private final Markdown markdown = new Markdown();
    private final List<Question.Choice> choices = new ArrayList<>();
    private final StringBuilder ask = new StringBuilder();
    private final StringBuilder why = new StringBuilder();
    private int at;

    QuestionReader(Directive directive, List<String> lines, int from) {
        this.directive = directive;
        this.lines = lines;
        this.at = from;
    }

    Question read() throws LessonException {
        int from = at + 1;
        for (; at < lines.size() && !lines.get(at).strip().equals("{end}"); at++) {
            String line = lines.get(at);
            var choice = CHOICE.matcher(line);
            if (StepReader.isHeading(line)) {
                break;
            } else if (choice.matches()) {
                choices.add(choice(choice));
            } else if (Directive.of(line, at + 1) != null) {
                throw LessonException.at(at + 1, "a directive cannot stand inside a question.");
            } else {
                (choices.isEmpty() ? ask : why).append(line).append('\n');
            }
        }
        if (at == lines.size() || StepReader.isHeading(lines.get(at))) {
            throw directive.wrong("has no {end} in its step");
        }
        check();
        var words = directive.arguments().split("\\s+");
        var kind = kind(words[0]);
        boolean about = kind == Question.Kind.TRUTH || kind == Question.Kind.REFLECTION;
        if (words.length != (about ? 2 : 1)) {
            throw directive.wrong(about ? words[0] + " needs the number of a node" : "needs nothing after its kind");
        }
        int node = about ? directive.number(words[1]) : -1;
        return new Question(
                directive.line(), kind, node, markdown.blocks(ask.toString(), from), choices, markdown.blocks(why.toString(), from));
    }

    /// Index of the line with `{end}`.
    int end() {
        return at;
    }

    private Question.Choice choice(Matcher match) throws LessonException {
        String tag = match.group(2) == null ? "" : match.group(2).strip();
        String text = match.group(3);
        if (!tag.isEmpty() && !tag.matches(TAGS)) {
            text = "{" + tag + "} " + text;
            tag = "";
        }
        if (text.isBlank()) {
            throw LessonException.at(at + 1, "a choice needs words.");
        }
        return new Question.Choice(tag, markdown.blocks(text, at + 1), !match.group(1).equals(" "));
    }

    private void check() throws LessonException {
        if (choices.size() < 2 || choices.size() > MOST_CHOICES) {
            throw directive.wrong("needs 2 to " + MOST_CHOICES + " choices, each a line such as \"- [ ] words\"");
        }
        if (choices.stream().filter(Question.Choice::right).count() != 1) {
            throw directive.wrong("needs exactly one right choice, ticked as \"- [x] words\"");
        }
    }

    private Question.Kind kind(String word) throws LessonException {
        return word.isEmpty() ? Question.Kind.OWN : directive.constant(
                Question.Kind.class, word, "nothing after it, or next, answer, truth N or reflection N");
    }
}
