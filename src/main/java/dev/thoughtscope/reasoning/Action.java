package dev.thoughtscope.reasoning;

/// How much of the model's text one node of the tree holds.
///
/// Source: Marco-o1, section 4: a whole step, or a mini-step of 64 or 32 tokens.
public sealed interface Action {
    /// As on the command line.
    String name();

    /// One step of reasoning, as the dialect ends it: a line or a paragraph.
    record Step() implements Action {
        @Override
        public String name() {
            return "step";
        }
    }

    /// A fixed number of tokens, at least 1.
    record MiniStep(int tokens) implements Action {
        public MiniStep {
            if (tokens < 1 || tokens > 4096) {
                throw new IllegalArgumentException("A mini-step has 1 to 4096 tokens, not " + tokens + ".");
            }
        }

        @Override
        public String name() {
            return "mini-step-" + tokens;
        }
    }

    /// @throws IllegalArgumentException with a sentence that tells what is possible
    static Action named(String name) {
        if (name.equals("step")) {
            return new Step();
        }
        if (name.matches("mini-step-\\d{1,4}")) {
            return new MiniStep(Integer.parseInt(name.substring("mini-step-".length())));
        }
        throw new IllegalArgumentException(
                "There is no action \"" + name + "\": choose step, mini-step-64, mini-step-32 or mini-step-N.");
    }
}
