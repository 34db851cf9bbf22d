package dev.thoughtscope.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A strip as a picture: rectangles first, then lettering, in the order in which they are painted. Independent of
/// what paints it.
///
/// @param ground colour behind all, 0xRRGGBB
public record StripPicture(double width, double height, int ground, List<Rect> rects, List<Lettering> letterings) {
    /// Width of a character of the typewriter font as a share of its size.
    public static final double ADVANCE = 0.6;

    private static final double MARGIN = 28;
    private static final double SIZE = 15;
    private static final double LINE = 28;
    private static final double HEAD = 84;
    private static final double FOOT = 86;
    private static final int SWATCHES = 41;

    /// @param colour 0xRRGGBB
    public record Rect(double x, double y, double width, double height, double radius, int colour) {}

    /// @param y of the base line
    /// @param width that the text is set to, 0 for its natural width
    /// @param place of `x` in the text: 0 its start, 0.5 its middle, 1 its end
    public record Lettering(
            double x, double y, double size, double width, double place, boolean typewriter, boolean bold, int colour, String text) {}

    /// @param width in pixels, at least 400
    public record Style(Tint tint, boolean dark, double width) {
        public static final Style LIGHT = new Style(Tint.SAFE, false, 960);

        public Style {
            width = Math.max(400, width);
        }

        int ground() {
            return dark ? 0x0D1117 : 0xFFFFFF;
        }

        int text() {
            return dark ? 0xE6EDF3 : 0x1F2328;
        }

        int muted() {
            return dark ? 0x97A1AC : 0x59636E;
        }
    }

    public StripPicture {
        rects = List.copyOf(rects);
        letterings = List.copyOf(letterings);
    }

    /// @param model name of the model, for the caption
    public static StripPicture of(StripResult result, String model, Style style) {
        return new Painter(result, model, style).paint();
    }

    private static final class Painter {
        private final StripResult result;
        private final String model;
        private final Style style;
        private final double[] gains;
        private final TintScale scale;
        private final List<Rect> rects = new ArrayList<>();
        private final List<Lettering> letterings = new ArrayList<>();

        Painter(StripResult result, String model, Style style) {
            this.result = result;
            this.model = model;
            this.style = style;
            gains = result.positions().stream().mapToDouble(Position::gain).toArray();
            scale = style.tint().scale(gains);
        }

        StripPicture paint() {
            var texts = result.positions().stream().map(Position::text).toList();
            double column = SIZE * ADVANCE;
            var layout = StripLayout.of(
                    texts, style.width() - 2 * MARGIN, text -> StripLayout.columns(text) * column);
            double height = HEAD + layout.lines() * LINE + FOOT;
            head();
            layout.boxes().forEach(this::token);
            foot(height);
            return new StripPicture(style.width(), height, style.ground(), rects, letterings);
        }

        private void head() {
            var settings = result.settings();
            letter(MARGIN, 38, 19, 0, true, style.text(), "What thinking is worth, token by token");
            String thoughts = settings.thoughts() == 1
                    ? "one thought of up to " + settings.thoughtTokens() + " tokens"
                    : settings.thoughts() + " thoughts of up to " + settings.thoughtTokens() + " tokens";
            letter(MARGIN, 60, 12.5, 0, false, style.muted(), model + " · " + thoughts + " before each token, gain on the "
                    + settings.ahead() + " tokens from it on · in the manner of Quiet-STaR");
        }

        private void token(StripLayout.Box box) {
            double gain = gains[box.index()];
            double x = MARGIN + box.x();
            double y = HEAD + box.line() * LINE;
            int colour = style.tint().over(style.ground(), gain, scale);
            if (colour != style.ground()) {
                rects.add(new Rect(x, y, box.width(), LINE - 4, 3, colour));
            }
            if (!box.text().isBlank()) {
                int ink = colour == style.ground() ? style.text() : Tint.ink(colour);
                letterings.add(new Lettering(x, y + 17, SIZE, box.width(), 0, true, false, ink, box.text()));
            }
        }

        private void foot(double height) {
            double y = height - FOOT + 18;
            double full = scale.full();
            double swatch = 7;
            for (int i = 0; i < SWATCHES; i++) {
                double gain = full * (2.0 * i / (SWATCHES - 1) - 1);
                rects.add(new Rect(
                        MARGIN + i * swatch, y, swatch + 0.5, 13, 0, style.tint().over(style.ground(), gain, scale)));
            }
            double right = MARGIN + SWATCHES * swatch;
            letter(MARGIN, y + 28, 11.5, 0, false, style.muted(), "≤ " + nats(-full) + " nats: hurts");
            letter((MARGIN + right) / 2, y + 28, 11.5, 0.5, false, style.muted(), "0");
            letter(right, y + 28, 11.5, 1, false, style.muted(), "≥ " + nats(full) + " nats: helps");
            var summary = result.summary();
            letter(style.width() - MARGIN, y + 10, 12.5, 1, true, style.text(), String.format(
                    Locale.ROOT, "%+.1f nats over %d positions, %.0f %% of all gain in the best tenth",
                    summary.sum(), summary.measured(), 100 * summary.topTenthShare()).replace('-', '−'));
            letter(style.width() - MARGIN, y + 28, 11.5, 1, false, style.muted(), String.format(
                    Locale.ROOT, "perplexity %.2f without, %.2f with, %.2f mixed at w = %.2f",
                    summary.basePerplexity(), summary.thoughtPerplexity(), summary.mixedPerplexity(), summary.mixWeight()));
        }

        private static String nats(double gain) {
            return String.format(Locale.ROOT, "%+.2f", gain).replace('-', '−');
        }

        private void letter(double x, double y, double size, double place, boolean bold, int colour, String text) {
            letterings.add(new Lettering(x, y, size, 0, place, false, bold, colour, text));
        }
    }
}
