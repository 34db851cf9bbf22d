package dev.thoughtscope.viewmodel.strip;

/// @param done positions measured
/// @param total positions to measure, 0 before it is known
/// @param windows overlapping parts that a text longer than the context is measured in, 1 if it fits
/// @param secondsLeft NaN before it is known
public record StripProgress(int done, int total, int windows, double secondsLeft) {
    static final StripProgress NONE = new StripProgress(0, 0, 1, Double.NaN);

    public double share() {
        return total == 0 ? 0 : (double) done / total;
    }
}
