package dev.thoughtscope.reasoning;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/// Where a search is to be held.
public sealed interface Breakpoint {
    /// The confidence of `tokens` tokens in a row lies below `bound`.
    record Confidence(double bound, int tokens) implements Breakpoint {
        public Confidence {
            if (!(bound > 0 && bound <= 1) || tokens < 1) {
                throw new IllegalArgumentException("A breakpoint on confidence needs a bound above 0 and up to 1,"
                        + " and at least one token: below " + bound + " for " + tokens + " can never be.");
            }
        }
    }

    /// A node's mean value falls below `bound`.
    record Value(double bound) implements Breakpoint {
        public Value {
            if (!(bound > 0 && bound <= 1)) {
                throw new IllegalArgumentException(
                        "A breakpoint on value needs a bound above 0 and up to 1: below " + bound + " can never be.");
            }
        }
    }

    /// The model is asked to think again.
    record Reflection() implements Breakpoint {}

    /// Another answer takes the lead.
    record AnswerChanges() implements Breakpoint {}

    /// A text that the model writes matches.
    record Text(Pattern pattern) implements Breakpoint {
        public static Text of(String expression) {
            try {
                return new Text(Pattern.compile(expression));
            } catch (PatternSyntaxException wrong) {
                throw new IllegalArgumentException(
                        "The expression \"" + expression + "\" cannot be read: " + wrong.getDescription() + ".");
            }
        }
    }

    /// A step or an answer is found wrong.
    record Wrong() implements Breakpoint {}

    /// A node lies `depth` nodes below the root.
    record Depth(int depth) implements Breakpoint {
        public Depth {
            if (depth < 1) {
                throw new IllegalArgumentException("A breakpoint on depth begins at 1: only the question lies above.");
            }
        }
    }

    /// A simulation passes through the node.
    record Node(int node) implements Breakpoint {}

    /// As [Node], once: it is gone when it was met.
    record Until(int node) implements Breakpoint {}

    /// Reads one as the command line and the control protocol write it: `confidence<0.5`, `confidence<0.5x3`,
    /// `value<0.4`, `reflection`, `answer`, `text:EXPRESSION`, `wrong`, `depth:5`, `node:7`,
    /// `until:7`.
    ///
    /// @throws IllegalArgumentException with a sentence that tells what is possible
    static Breakpoint parse(String text) {
        try {
            return switch (text) {
                case String s when s.matches("confidence<[0-9.]+(x\\d+)?") -> confidence(s.substring("confidence<".length()));
                case String s when s.startsWith("value<") -> new Value(Double.parseDouble(s.substring("value<".length())));
                case String s when s.startsWith("text:") -> Text.of(s.substring("text:".length()));
                case String s when s.startsWith("depth:") -> new Depth(Integer.parseInt(s.substring("depth:".length())));
                case String s when s.startsWith("node:") -> new Node(Integer.parseInt(s.substring("node:".length())));
                case String s when s.startsWith("until:") -> new Until(Integer.parseInt(s.substring("until:".length())));
                case "reflection" -> new Reflection();
                case "answer" -> new AnswerChanges();
                case "wrong" -> new Wrong();
                default -> throw new NumberFormatException();
            };
        } catch (NumberFormatException unreadable) {
            throw new IllegalArgumentException("There is no breakpoint \"" + text + "\": write confidence<0.5,"
                    + " confidence<0.5x3, value<0.4, reflection, answer, text:EXPRESSION, wrong, depth:5, node:7 or until:7.");
        }
    }

    private static Confidence confidence(String text) {
        var parts = text.split("x");
        return new Confidence(Double.parseDouble(parts[0]), parts.length == 1 ? 1 : Integer.parseInt(parts[1]));
    }
}
