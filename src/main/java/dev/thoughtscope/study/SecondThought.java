package dev.thoughtscope.study;

import dev.thoughtscope.search.Verdict;

/// What a reflection did to an answer.
///
/// @param before answer of the thought that it follows, empty if it had none
/// @param tokens that the model wrote after the reflection sentence
public record SecondThought(String before, Verdict verdictBefore, String after, Verdict verdictAfter, int tokens) {
    public enum Effect {
        /// Wrong before, right after.
        MENDED,
        /// Right before, wrong or without an answer after.
        DAMAGED,
        /// Wrong before, another wrong one after.
        WRONG_OTHERWISE,
        /// The same answer again, or right both times.
        UNCHANGED
    }

    public Effect effect() {
        boolean right = verdictBefore == Verdict.RIGHT;
        boolean rightAfter = verdictAfter == Verdict.RIGHT;
        if (right != rightAfter) {
            return rightAfter ? Effect.MENDED : Effect.DAMAGED;
        }
        return right || before.equals(after) ? Effect.UNCHANGED : Effect.WRONG_OTHERWISE;
    }
}
