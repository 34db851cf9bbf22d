package dev.thoughtscope.viewmodel.strip;

/// Where a token stands in the strip.
///
/// @param line counted from 0
/// @param text as shown, line ends made visible
public record PlacedToken(int index, int line, double x, double width, String text) {
    public double right() {
        return x + width;
    }
}
