package dev.thoughtscope.viewmodel;

import java.util.List;

/// Equal answers taken together.
///
/// @param votes simulations that ended in the answer
/// @param share of all votes, each weighted by its value, 0 to 1
/// @param value mean of the values of those simulations
/// @param nodes those that hold it, best value first
public record AnswerRow(String answer, Mark mark, int votes, double share, double value, List<Integer> nodes) {
    public AnswerRow {
        nodes = List.copyOf(nodes);
    }
}
