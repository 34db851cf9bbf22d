package dev.thoughtscope.viewmodel;

/// What the search weighs when it chooses among the children of a node.
///
/// @param value mean value of the child, its own where it was never visited
/// @param bonus for being little explored; NaN where the formula is not known, infinite where it comes first
/// @param next whether the search would take it now
public record ChoiceRow(int node, String text, int visits, double value, double bonus, boolean next) {
    public double sum() {
        return value + bonus;
    }
}
