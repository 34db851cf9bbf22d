package dev.thoughtscope.export;

import dev.thoughtscope.layout.Cards;
import dev.thoughtscope.layout.HeatRamp;
import dev.thoughtscope.layout.Motion;
import dev.thoughtscope.layout.TreeLayout;
import dev.thoughtscope.search.NodeKind;
import dev.thoughtscope.search.Outcome;
import dev.thoughtscope.search.Tree;
import dev.thoughtscope.search.Verdict;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The whole tree as a vector picture, drawn as the window draws it near by: fill and band by mean value, border by
/// own value, width of the lines by prior, forms by what a node is.
final class TreeSvg {
    private static final double MARGIN = 24;
    private static final int CHARACTERS = 29;
    private static final double RADIUS = 9;
    private static final double CUT = 9;

    private final Tree tree;
    private final TreeLayout layout;
    private final SvgLook look;
    private final HeatColours colours;
    private final List<List<String>> texts;
    private final Set<Integer> best;
    private final StringBuilder svg = new StringBuilder();

    private TreeSvg(Tree tree, ExportStyle style) {
        this.tree = tree;
        look = style.dark() ? SvgLook.DARK : SvgLook.LIGHT;
        colours = HeatColours.of(tree, style);
        best = new HashSet<>(Outcome.of(tree).byVisits());
        texts = new java.util.ArrayList<>(tree.size());
        var parent = new int[tree.size()];
        var height = new double[tree.size()];
        var visits = new int[tree.size()];
        for (int node = 0; node < parent.length; node++) {
            int most = node == Tree.ROOT ? Cards.MAX_ROOT_LINES : Cards.MAX_LINES;
            texts.add(TextLines.of(ReadableText.of(tree.text(node)), CHARACTERS, most));
            parent[node] = tree.parent(node);
            height[node] = Cards.height(Math.max(1, texts.get(node).size()));
            visits[node] = tree.visits(node);
        }
        layout = TreeLayout.of(parent, height, Cards.GAP, new BitSet(), visits);
    }

    static String of(Tree tree, ExportStyle style) {
        return new TreeSvg(tree, style).write();
    }

    private String write() {
        double top = Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (int node = 0; node < tree.size(); node++) {
            top = Math.min(top, layout.centre(node) - layout.height(node) / 2);
            bottom = Math.max(bottom, layout.centre(node) + layout.height(node) / 2);
        }
        double width = (layout.depths() - 1) * Motion.COLUMN + Motion.WIDTH + 2 * MARGIN;
        double height = bottom - top + 2 * MARGIN;
        put("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.1f %.1f\" width=\"%.0f\" height=\"%.0f\" role=\"img\""
                + " font-family=\"Inter, Helvetica, Arial, sans-serif\">%n", width, height, width, height);
        put("<title>%s</title>%n", escaped(ReadableText.of(tree.text(Tree.ROOT))));
        put("<rect width=\"100%%\" height=\"100%%\" fill=\"%s\"/>%n", look.ground());
        put("<g transform=\"translate(%.1f %.1f)\">%n", MARGIN, MARGIN - top);
        for (int node = 1; node < tree.size(); node++) {
            edge(node);
        }
        for (int node = 0; node < tree.size(); node++) {
            card(node);
        }
        return svg.append("</g>\n</svg>\n").toString();
    }

    private void put(String pattern, Object... values) {
        svg.append(String.format(Locale.ROOT, pattern, values));
    }

    private double left(int node) {
        return layout.depth(node) * Motion.COLUMN;
    }

    private void edge(int node) {
        int parent = tree.parent(node);
        double from = left(parent) + Motion.WIDTH;
        double to = left(node);
        double bend = (to - from) * 0.6;
        boolean main = best.contains(node);
        double prior = Math.clamp(tree.prior(node), 0, 1);
        put("<path d=\"M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1f\" fill=\"none\" stroke=\"%s\" stroke-width=\"%.2f\"/>%n",
                from, layout.centre(parent), from + bend, layout.centre(parent), to - bend, layout.centre(node), to,
                layout.centre(node), main ? look.strong() : look.edge(), main ? 1.6 + 2.4 * prior : 1 + 3.3 * prior);
    }

    private void card(int node) {
        double x = left(node);
        double y = layout.centre(node) - layout.height(node) / 2;
        double high = layout.height(node);
        boolean visited = tree.visits(node) > 0 && node != Tree.ROOT;
        String heat = node == Tree.ROOT ? look.strong() : colours.hex(tree.value(node));
        String fill = visited ? HeatRamp.hex(HeatRamp.mix(look.surfaceRgb(), colours.argb(tree.value(node)), look.tint())) : look.surface();
        put("<g><title>%s</title>%n", escaped(tree.text(node).strip()));
        form(node, x, y, high, fill);
        double share = tree.visits(Tree.ROOT) == 0 ? 0 : Math.sqrt((double) tree.visits(node) / tree.visits(Tree.ROOT));
        double band = 3 + 9 * share;
        put("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"2.5\" fill=\"%s\"/>%n", x + 2.5, y + 6, band, high - 12, heat);
        header(node, x + band + 9, x + Motion.WIDTH - 7, y + Cards.PADDING + 9);
        double baseline = y + Cards.PADDING + Cards.HEADER + 12.5;
        for (String line : texts.get(node)) {
            put("<text x=\"%.1f\" y=\"%.1f\" font-size=\"12.5\" fill=\"%s\">%s</text>%n", x + band + 9, baseline,
                    visited || node == Tree.ROOT ? look.text() : look.muted(), escaped(line));
            baseline += Cards.LINE;
        }
        svg.append("</g>\n");
    }

    private void form(int node, double x, double y, double high, String fill) {
        double wide = Motion.WIDTH;
        String dash = tree.visits(node) == 0 ? " stroke-dasharray=\"4 3\"" : "";
        if (tree.kind(node) == NodeKind.REFLECTION) {
            put("<path d=\"M%.1f %.1fl%.1f %.1fh%.1fl%.1f %.1fv%.1fl%.1f %.1fh%.1fl%.1f %.1fz\" fill=\"%s\" stroke=\"%s\" stroke-width=\"1.6\"%s/>%n",
                    x, y + CUT, CUT, -CUT, wide - 2 * CUT, CUT, CUT, high - 2 * CUT, -CUT, CUT, 2 * CUT - wide, -CUT, -CUT,
                    fill, look.reflect(), dash);
            return;
        }
        boolean answer = tree.found(node).isPresent();
        String border = node == Tree.ROOT ? look.strong() : answer ? verdict(node) : colours.hex(tree.facts(node).ownValue());
        put("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"%.1f\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%.1f\"%s/>%n",
                x, y, wide, high, answer ? 2.2 * RADIUS : RADIUS, fill, border, answer ? 2.2 : 1.6, dash);
    }

    private String verdict(int node) {
        var verdict = tree.found(node).orElseThrow().verdict();
        return verdict == Verdict.RIGHT ? look.right() : verdict == Verdict.WRONG ? look.wrong() : look.strong();
    }

    private void header(int node, double left, double right, double middle) {
        var found = tree.found(node);
        String mark = mark(found.map(Tree.Found::verdict).orElse(tree.finding(node).map(f -> f.verdict()).orElse(Verdict.UNKNOWN)));
        String caption = found.isPresent()
                ? mark + found.get().answer()
                : mark + kind(node) + (tree.visits(node) == 0 ? "" : "×" + tree.visits(node));
        put("<text x=\"%.1f\" y=\"%.1f\" font-size=\"%s\"%s fill=\"%s\">%s</text>%n", left, middle + 4, found.isPresent() ? "14" : "11",
                found.isPresent() ? " font-weight=\"600\"" : "", found.isPresent() ? verdict(node) : look.muted(),
                escaped(TextLines.of(ReadableText.of(caption), 20, 1).stream().findFirst().orElse("")));
        if (tree.visits(node) > 0) {
            double value = tree.value(node);
            put("<rect x=\"%.1f\" y=\"%.1f\" width=\"44\" height=\"17\" rx=\"8.5\" fill=\"%s\"/>%n", right - 44, middle - 8.5, colours.hex(value));
            put("<text x=\"%.1f\" y=\"%.1f\" font-size=\"11\" font-weight=\"600\" text-anchor=\"middle\" fill=\"%s\">%.3f</text>%n",
                    right - 22, middle + 4, colours.ink(value), value);
        }
    }

    private String kind(int node) {
        return switch (tree.kind(node)) {
            case ROOT -> "? ";
            case REFLECTION -> "↺ ";
            case PERSON -> "@ ";
            case STEP -> "";
        };
    }

    private static String mark(Verdict verdict) {
        return switch (verdict) {
            case RIGHT -> "✓ ";
            case WRONG -> "✗ ";
            case UNKNOWN -> "";
        };
    }

    /// Text for XML; what XML cannot hold is left out.
    static String escaped(String text) {
        var escaped = new StringBuilder();
        text.codePoints().forEach(letter -> {
            switch (letter) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    boolean allowed = letter == '\n' || letter == '\t' || letter >= 0x20 && letter < 0xd800
                            || letter >= 0xe000 && letter <= 0xfffd || letter > 0xffff;
                    if (allowed) {
                        escaped.appendCodePoint(letter);
                    }
                }
            }
        });
        return escaped.toString();
    }
}
