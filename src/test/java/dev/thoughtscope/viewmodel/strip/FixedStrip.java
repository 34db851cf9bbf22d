package dev.thoughtscope.viewmodel.strip;

import dev.thoughtscope.engine.Alternative;
import dev.thoughtscope.engine.Piece;
import dev.thoughtscope.engine.Sequence;
import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.probe.Position;
import dev.thoughtscope.probe.ProbeControl;
import dev.thoughtscope.probe.ProbeSettings;
import dev.thoughtscope.probe.ProbeText;
import dev.thoughtscope.probe.StripListener;
import dev.thoughtscope.probe.StripResult;
import dev.thoughtscope.probe.Thought;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Strips whose gains are made up from the text alone, so that pictures of them are the same whatever model ships: large
/// where a result begins, none within words, small and of both signs elsewhere.
public final class FixedStrip implements StripSource {
    public static final String TEXT = "Mr. Green paid 8 times 16 dollars and 89 dollars more, together 217 dollars."
            + " The person is running in the park.";
    private static final Pattern TOKEN = Pattern.compile(" ?[A-Za-z]{1,10}|[a-z]+| ?\\d|.");

    /// The model of the strip's page with all of it measured.
    public static StripModel measured(String text) {
        var model = new StripModel(new StripExport((_, _) -> {}));
        model.ready(new FixedStrip());
        model.text().set(text);
        model.measure();
        while (model.state().get().isUnderWay()) {
            model.pump(Long.MAX_VALUE / 4);
            Thread.onSpinWait();
        }
        return model;
    }

    /// So many sentences like the first, each with other numbers.
    public static String longText(int sentences) {
        var text = new StringBuilder();
        for (int i = 0; i < sentences; i++) {
            text.append(TEXT.replace("8 times", 3 + i % 7 + " times").replace("217", String.valueOf(97 + 13 * i))).append(' ');
        }
        return text.toString().strip();
    }

    @Override
    public ProbeText read(String text) {
        var pieces = TOKEN.matcher(text).results().map(found -> Piece.of(found.group())).toList();
        int[] ids = IntStream.range(0, pieces.size()).map(i -> pieces.get(i).text().hashCode() & 0xFFFF).toArray();
        return new ProbeText(Sequence.of(1), Sequence.of(ids), pieces);
    }

    @Override
    public ProbeText read(NodeText node) {
        return read(node.text());
    }

    @Override
    public StripResult run(ProbeText text, ProbeSettings settings, ProbeControl control, StripListener listener) {
        var plain = new ArrayList<Position>();
        var measured = new ArrayList<Position>();
        for (int i = 0; i < text.length(); i++) {
            String read = text.pieces().get(i).text();
            int id = text.tokens().token(i);
            double gain = gain(text, i);
            double before = Math.log(gain > 1 ? 0.03 : 0.6);
            var top = List.of(choice(id, read, Math.exp(before)), choice(7, " 1", 0.21), choice(8, " and", 0.11));
            plain.add(new Position(i, id, read, before, gain > 1 ? 1.4 : 0.3, top, List.of()));
            var after = List.of(choice(id, read, 0.97), choice(8, " and", 0.02));
            var tokens = List.of(new TokenStep(3, Piece.of(" so"), -0.1, List.of(), 0.2, true));
            String thought = gain > 1 ? " 8 * 16 = 128, 128 + 89 = 217" : " nothing to work out";
            var found = new Thought(tokens, thought, 0.93, List.of(Math.log(0.97), -0.1, -0.1, -0.1), gain, after, 2.5);
            measured.add(new Position(i, id, read, before, gain > 1 ? 1.4 : 0.3, top, List.of(found)));
        }
        listener.started(plain, 1);
        measured.forEach(listener::measured);
        listener.progress(new StripListener.Progress(measured.size(), measured.size(), 1, 0));
        return new StripResult(measured, settings, 1, 30, 100, StripResult.Ending.COMPLETE, "");
    }

    private static Alternative choice(int id, String text, double probability) {
        return new Alternative(id, Piece.of(text), Math.log(probability));
    }

    private static double gain(ProbeText text, int index) {
        String read = text.pieces().get(index).text();
        if (index > 0 && text.pieces().get(index - 1).text().equals(" together")) {
            return 7.8 - index % 5;
        }
        if (read.equals(" together")) {
            return 1.4;
        }
        int mixed = Math.floorMod(read.hashCode() * 31 + index, 13);
        return !read.startsWith(" ") || mixed > 7 ? 0.02 : (mixed - 3) * 0.25;
    }

    @Override
    public String modelName() {
        return "A model that is made up";
    }
}
