package dev.thoughtscope.lessons;

import java.util.List;

/// A prediction that the learner is asked for.
///
/// @param node that it is about, -1 for none
/// @param why shown once it is answered
public record Question(int line, Kind kind, int node, List<Block> ask, List<Choice> choices, List<Block> why) {
    public Question {
        ask = List.copyOf(ask);
        choices = List.copyOf(choices);
        why = List.copyOf(why);
    }

    /// What the run can be asked itself. Only of `OWN` the lesson alone knows the answer.
    public enum Kind {
        OWN,
        /// Which of these nodes lies on the way whose value is the next to go up the tree?
        NEXT,
        /// Which answer has the most confidence behind it at the end of the run?
        ANSWER,
        /// Is what the node says right?
        TRUTH,
        /// Does the reflection mend, damage or keep?
        REFLECTION
    }

    /// @param tag what the choice stands for in the run: a node's number, an answer, `right`, `wrong`, `mends`,
    ///     `damages` or `keeps`; empty in a question of the lesson's own
    /// @param right whether the lesson marks it as the right one
    public record Choice(String tag, List<Block> text, boolean right) {
        public Choice {
            text = List.copyOf(text);
        }

        /// The node that it stands for, -1 if none.
        public int node() {
            return tag.startsWith("node ") ? Integer.parseInt(tag.substring("node ".length())) : -1;
        }
    }
}
