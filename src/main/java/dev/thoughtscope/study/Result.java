package dev.thoughtscope.study;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/// What one method made of one problem with one seed.
///
/// @param attempts in the order in which they ended; fewer than the budget if the search ran out of ways
/// @param secondThoughts what each reflection did
/// @param tokens that the model wrote in all
/// @param nanos from start to end, pauses left out
/// @param inFlight mean number of runs like this one that shared the engine meanwhile, by branches, 1 or more
/// @param log name of its event log in the folder `runs`, empty if none was kept
/// @param failure why it gave nothing, empty if it ran
public record Result(
        String problem,
        String method,
        long seed,
        List<Attempt> attempts,
        List<SecondThought> secondThoughts,
        long tokens,
        long nanos,
        double inFlight,
        String log,
        String failure) {
    /// A name and no path: what lies elsewhere is no run of this study.
    private static final Pattern LOG_NAME = Pattern.compile("[A-Za-z0-9_+-][A-Za-z0-9._+-]*|");

    public Result {
        if (!LOG_NAME.matcher(log).matches()) {
            throw new IllegalArgumentException("the log of a run is named by something else than a file of the study");
        }
        attempts = List.copyOf(attempts);
        secondThoughts = List.copyOf(secondThoughts);
    }

    static Result failed(Unit unit, String sentence) {
        return new Result(
                unit.problem().id(), unit.method().name(), unit.seed(), List.of(), List.of(), 0, 0, 1, "", sentence);
    }

    @JsonIgnore
    Unit.Key key() {
        return new Unit.Key(problem, method, seed);
    }

    /// The attempts that a budget would have had. Without a tree a second thought replaces the one that it follows.
    ///
    /// @param of the method that this is a result of
    public List<Attempt> within(int budget, Method of) {
        if (of.isTree()) {
            return attempts.stream().filter(attempt -> attempt.rollout() < budget).toList();
        }
        var last = new LinkedHashMap<Integer, Attempt>();
        for (var attempt : attempts) {
            if (attempt.rollout() < budget) {
                last.put(attempt.rollout(), attempt);
            }
        }
        return List.copyOf(last.values());
    }
}
