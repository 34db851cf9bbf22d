package dev.thoughtscope.export;

/// Colours of a picture beside the heat.
///
/// @param tint how strongly the heat colours the ground of a card, 0 to 1
record SvgLook(
        String ground,
        String surface,
        String text,
        String muted,
        String edge,
        String strong,
        String reflect,
        String right,
        String wrong,
        double tint) {
    static final SvgLook LIGHT = new SvgLook(
            "#f4f6f8", "#ffffff", "#1f2328", "#59636e", "#b3bcc6", "#24292f", "#bc4c00", "#1a7f37", "#cf222e", 0.17);
    static final SvgLook DARK = new SvgLook(
            "#0d1117", "#1a2029", "#e6edf3", "#97a1ac", "#48515c", "#e6edf3", "#f0883e", "#3fb950", "#ff7b72", 0.26);

    int surfaceRgb() {
        return Integer.parseInt(surface.substring(1), 16);
    }
}
