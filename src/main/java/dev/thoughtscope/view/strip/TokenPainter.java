package dev.thoughtscope.view.strip;

import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.viewmodel.strip.PlacedToken;
import dev.thoughtscope.viewmodel.strip.StripModel;
import dev.thoughtscope.viewmodel.strip.StripTokens;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Paints tokens on the colours of their gains.
///
/// @param ground 0xRRGGBB
/// @param left of the first column
/// @param top of the first line
record TokenPainter(
        GraphicsContext gc, StripModel model, Look look, TypeSize size, int ground, double left, double top) {
    private static final double FADED = 0.55;

    void token(PlacedToken token) {
        var tokens = model.tokens();
        double x = left + token.x();
        double y = top + token.line() * size.line();
        boolean measured = !Double.isNaN(tokens.gain(token.index()));
        boolean faded = model.onlyBig().get() && !tokens.isBig(token.index());
        int colour = faded ? ground : tokens.colour(token.index(), ground);
        Color ink = faded || !measured ? look.muted() : look.text();
        if (colour != ground) {
            gc.setFill(Colours.of(colour));
            gc.fillRoundRect(x, y, Math.max(3, token.width() - 0.75), size.tile(), 6, 6);
            ink = Colours.of(StripTokens.ink(colour));
        }
        gc.setFill(ink);
        gc.setGlobalAlpha(faded ? FADED : 1);
        gc.fillText(token.text(), x + 0.5, y + size.tile() / 2);
        gc.setGlobalAlpha(1);
    }

    /// The frame of the selected token.
    ///
    /// @param pinned whether the mouse leaves it alone
    void mark(PlacedToken token, boolean pinned) {
        gc.setStroke(pinned ? look.accent() : look.text());
        gc.setLineWidth(pinned ? 2.5 : 1.75);
        double y = top + token.line() * size.line();
        gc.strokeRoundRect(left + token.x() - 1, y - 1, token.width() + 1.5, size.tile() + 2, 7, 7);
    }
}
