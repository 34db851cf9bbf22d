package dev.thoughtscope.search;

import dev.thoughtscope.engine.StopReason;
import dev.thoughtscope.engine.TokenStep;
import java.util.List;

/// One fact of a run. Immutable. [Tree#apply] makes a tree of them; the same events always make the same tree.
public sealed interface Event {
    /// First event of every log.
    record RunStarted(RunInfo run) implements Event {}

    /// A simulation chose its way from the root to a leaf.
    record Selected(int simulation, List<Integer> path) implements Event {
        public Selected {
            path = List.copyOf(path);
        }
    }

    /// The model began to write a continuation of a node's path.
    record BranchStarted(int branch, int node, Purpose purpose) implements Event {}

    /// More tokens of a branch, in order. A branch's tokens are logged here and nowhere else.
    record TokensGenerated(int branch, List<TokenStep> tokens) implements Event {
        public TokensGenerated {
            tokens = List.copyOf(tokens);
        }
    }

    record BranchEnded(int branch, StopReason reason) implements Event {}

    /// The model thought where nobody can see it: tokens that count as written and come with no text.
    ///
    /// @param tokens since the last such event, at least 1
    record Hidden(long tokens) implements Event {}

    record NodesAdded(List<NewNode> nodes) implements Event {
        public NodesAdded {
            nodes = List.copyOf(nodes);
        }
    }

    /// The model wrote again what a node says, from the same parent: the node stands for one more sample.
    record SampledAgain(int node) implements Event {}

    /// A checker looked at what a node says.
    ///
    /// @param note one line for a person
    record StepChecked(int node, Verdict verdict, String note) implements Event {}

    /// All the children that the search wanted of a node are there.
    record Expanded(int node) implements Event {}

    /// A terminal node holds an answer.
    record AnswerFound(int node, String answer, Verdict verdict) implements Event {}

    /// @param path from the root to the node where the simulation ended
    /// @param value 0 to 1
    record BackedUp(int simulation, List<Integer> path, double value) implements Event {
        public BackedUp {
            path = List.copyOf(path);
        }
    }

    /// A reflection has led to an answer.
    ///
    /// @param node the reflection
    /// @param before answer of the thought that it follows, empty if it had none
    /// @param after answer of the thought that follows it, empty if it had none
    record Reflected(int node, String before, String after) implements Event {}

    /// A person left a node out of the search, or let it in again.
    record Banned(int node, boolean banned) implements Event {}

    /// A person made the search go through a node, or ended that.
    record Pinned(int node, boolean pinned) implements Event {}

    /// A person had the search look only below a node.
    record Focused(int node) implements Event {}

    /// A person set a node's prior.
    record PriorSet(int node, double prior) implements Event {}

    /// A person asked for something that could not be done.
    record Refused(String sentence) implements Event {}

    /// A person had the search visit a node's children until each has this many visits.
    record EvenedOut(int node, int visits) implements Event {}

    /// A person took a change back; the events that follow make it undone.
    ///
    /// @param change what it was, as in "the edit of node 7"
    record Undone(String change) implements Event {}

    /// A person made a change again that had been taken back; the events that follow make it so.
    record Redone(String change) implements Event {}

    /// @param why the breakpoint that held it, empty if a person did
    /// @param node the node concerned, -1 for none
    /// @param branch what was being written there, -1 for nothing
    record Paused(String why, int node, int branch) implements Event {
        public static final Paused BY_HAND = new Paused("", Tree.NONE, Tree.NONE);

        public static Paused at(int node, String why) {
            return new Paused(why, node, Tree.NONE);
        }
    }

    record Resumed() implements Event {}

    /// The run could not go on.
    ///
    /// @param sentence what happened and what a person can do
    record Failed(String sentence) implements Event {}

    /// Last event of a run that ended in order.
    record Finished(Ending ending) implements Event {}

    /// Why the model writes.
    enum Purpose {
        EXPANSION,
        ROLLOUT,
        REFLECTION,
        PERSON,
        /// It does not: some other system wrote the text, and the model only scores it.
        IMPORT
    }

    enum Ending {
        BUDGET_SPENT,
        STOPPED,
        /// Every path has been walked to its end.
        EXHAUSTED,
        /// No other answer could have caught up.
        DECIDED,
        /// A trace that some other system wrote stands in the tree.
        IMPORTED
    }
}
