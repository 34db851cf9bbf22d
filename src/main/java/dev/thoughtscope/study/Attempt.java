package dev.thoughtscope.study;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.thoughtscope.search.Verdict;

/// One thought that came to an end, in the order of its run.
///
/// @param rollout the simulation or sample that it belongs to, 0 for the first; a reflection shares its number with
///     the thought that it follows
/// @param answer empty if none could be told
/// @param value mean confidence of its tokens, 0 to 1
/// @param tokens that the model had written in the whole run up to its end, thoughts and answers
/// @param nanos since the run began
public record Attempt(int rollout, String answer, Verdict verdict, double value, long tokens, long nanos) {
    @JsonIgnore
    public boolean isAnswered() {
        return !answer.isEmpty();
    }

    @JsonIgnore
    public boolean isRight() {
        return verdict == Verdict.RIGHT;
    }

    /// The same with its time multiplied.
    Attempt slowedBy(double factor) {
        return new Attempt(rollout, answer, verdict, value, tokens, Math.round(nanos * factor));
    }
}
