package dev.thoughtscope.viewmodel.strip;

import dev.thoughtscope.probe.Position;
import dev.thoughtscope.probe.StripLayout;
import dev.thoughtscope.probe.Tint;
import dev.thoughtscope.probe.TintScale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The tokens of a strip, their gains and the scale of their tint.
public final class StripTokens {
    private final List<Position> positions = new ArrayList<>();
    private double[] gains = {};
    private Tint tint = Tint.SAFE;
    private TintScale scale = TintScale.fromZero(new double[0]);
    private double big;
    private int generation;

    void show(List<Position> all) {
        positions.clear();
        positions.addAll(all);
        generation++;
        gains = all.stream().mapToDouble(Position::gain).toArray();
        rescale();
    }

    void put(Position position) {
        positions.set(position.index(), position);
        gains[position.index()] = position.gain();
    }

    void rescale() {
        scale = tint.scale(gains);
        big = TintScale.big(gains);
    }

    void paper(boolean paper) {
        tint = paper ? Tint.PAPER : Tint.SAFE;
        rescale();
    }

    List<Position> positions() {
        return positions;
    }

    Tint tint() {
        return tint;
    }

    /// Another number for every text.
    public int generation() {
        return generation;
    }

    public int size() {
        return positions.size();
    }

    public String text(int index) {
        return positions.get(index).text();
    }

    /// The text of tokens `from` to `to`, the last one left out.
    String text(int from, int to) {
        return positions.subList(from, to).stream().map(Position::text).collect(Collectors.joining());
    }

    /// Mean gain in nats, NaN before it is measured.
    public double gain(int index) {
        return gains[index];
    }

    /// A gain that only a tenth of the gains above 0 reach.
    public boolean isBig(int index) {
        return gains[index] > 0 && gains[index] >= big;
    }

    /// The colour of a token over an opaque ground, both 0xRRGGBB.
    public int colour(int index, int ground) {
        return tint.over(ground, gains[index], scale);
    }

    /// The colour of any gain on the same scale.
    public int colourOf(double gain, int ground) {
        return tint.over(ground, gain, scale);
    }

    public static int ink(int colour) {
        return Tint.ink(colour);
    }

    /// Absolute gain from which the tint is strongest, in nats.
    public double fullGain() {
        return scale.full();
    }

    /// Absolute gain up to which nothing is tinted, in nats.
    public double clearGain() {
        return scale.clear();
    }

    /// Indices by gain, largest first; only measured ones.
    public List<Integer> ranking() {
        return IntStream.range(0, gains.length)
                .filter(i -> !Double.isNaN(gains[i]))
                .boxed()
                .sorted((a, b) -> Double.compare(gains[b], gains[a]))
                .toList();
    }

    /// The token of the largest gain, empty before any is measured.
    public Optional<Integer> best() {
        return IntStream.range(0, gains.length)
                .boxed()
                .filter(i -> !Double.isNaN(gains[i]))
                .reduce((a, b) -> gains[b] > gains[a] ? b : a);
    }

    /// A token with those that follow it within its word, without the space around it.
    public String word(int index) {
        var word = new StringBuilder(text(index).stripLeading());
        for (int i = index + 1; i < size() && !text(i).isEmpty() && Character.isLetterOrDigit(text(i).charAt(0)); i++) {
            word.append(text(i));
        }
        return word.toString().strip();
    }

    /// The next big gain after a place, or the one before it.
    ///
    /// @param step 1 or -1
    /// @return the place itself if there is none
    public int nextBig(int from, int step) {
        for (int i = from + step; i >= 0 && i < gains.length; i += step) {
            if (isBig(i)) {
                return i;
            }
        }
        return from;
    }

    /// Places the tokens in lines.
    public List<PlacedToken> arrange(double width, ToDoubleFunction<String> measure) {
        var texts = positions.stream().map(Position::text).toList();
        return StripLayout.of(texts, width, measure).boxes().stream()
                .map(box -> new PlacedToken(box.index(), box.line(), box.x(), box.width(), box.text()))
                .toList();
    }

    boolean isEmpty() {
        return positions.isEmpty();
    }

    List<Position> measured() {
        return positions.stream().filter(Position::isMeasured).toList();
    }

    /// Whether there is anything to save.
    public boolean anyMeasured() {
        return Arrays.stream(gains).anyMatch(gain -> !Double.isNaN(gain));
    }
}
