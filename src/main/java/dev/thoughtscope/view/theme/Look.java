package dev.thoughtscope.view.theme;

import javafx.scene.paint.Color;

/// Colours of what is drawn by hand; controls take theirs from the style sheets.
///
/// @param ground behind the tree
/// @param surface of cards
/// @param line of borders
/// @param edge of the tree
/// @param strong of the best line
/// @param accent of selection and of what is at work
/// @param reflect of reflection
public record Look(
        boolean dark,
        Color ground,
        Color surface,
        Color text,
        Color muted,
        Color line,
        Color edge,
        Color strong,
        Color accent,
        Color reflect,
        Color right,
        Color wrong,
        Color shadow,
        Palette palette) {
    public static Look light(Palette palette) {
        return new Look(
                false,
                Color.web("#f4f6f8"),
                Color.web("#ffffff"),
                Color.web("#1f2328"),
                Color.web("#59636e"),
                Color.web("#d1d9e0"),
                Color.web("#b3bcc6"),
                Color.web("#24292f"),
                Color.web("#0969da"),
                Color.web("#bc4c00"),
                Color.web("#1a7f37"),
                Color.web("#cf222e"),
                Color.rgb(31, 35, 40, 0.10),
                palette);
    }

    public static Look dark(Palette palette) {
        return new Look(
                true,
                Color.web("#0d1117"),
                Color.web("#1a2029"),
                Color.web("#e6edf3"),
                Color.web("#97a1ac"),
                Color.web("#363d47"),
                Color.web("#48515c"),
                Color.web("#e6edf3"),
                Color.web("#58a6ff"),
                Color.web("#f0883e"),
                Color.web("#3fb950"),
                Color.web("#ff7b72"),
                Color.rgb(0, 0, 0, 0.35),
                palette);
    }
}
