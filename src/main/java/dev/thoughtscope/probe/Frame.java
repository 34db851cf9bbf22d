package dev.thoughtscope.probe;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.Sequence;
import dev.thoughtscope.engine.TokenStep;
import java.util.List;
import java.util.Optional;

/// Markers as tokens.
record Frame(Sequence start, Sequence end, String stop) {
    /// Empty if they are to be tokens of the model's own and are not.
    static Optional<Frame> find(Engine engine, Markers markers) {
        var start = engine.tokenize(markers.start(), markers.control(), false);
        var end = engine.tokenize(markers.end(), markers.control(), false);
        boolean missing = markers.control() && (start.length() != 1 || end.length() != 1);
        return missing ? Optional.empty() : Optional.of(new Frame(start, end, markers.end()));
    }

    /// @throws IllegalArgumentException if they are to be tokens of the model's own and are not
    static Frame of(Engine engine, Markers markers) {
        return find(engine, markers).orElseThrow(() -> new IllegalArgumentException("This model has no thought markers "
                + markers.start() + " and " + markers.end() + ": name the markers that it has, or let it think in free"
                + " text between, for example, “" + Markers.FREE_TEXT.start() + "” and “" + Markers.FREE_TEXT.end()
                + "”."));
    }

    int length() {
        return start.length() + end.length();
    }

    /// The tokens of a thought, without the end marker or the end of the text if the model wrote one.
    List<TokenStep> inner(List<TokenStep> written, boolean endToken) {
        int length = endToken ? written.size() - 1 : written.size();
        while (length > 0 && TokenStep.text(written.subList(0, length)).contains(stop)) {
            length--;
        }
        return List.copyOf(written.subList(0, length));
    }
}
