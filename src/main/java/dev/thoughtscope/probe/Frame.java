package dev.thoughtscope.probe;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.Generation;
import dev.thoughtscope.engine.Sequence;
import dev.thoughtscope.engine.StopReason;
import dev.thoughtscope.engine.TokenStep;
import java.util.List;
import java.util.Optional;

/// Markers as tokens.
record Frame(Sequence start, Sequence end, String stop) {
    /// Empty if they are to be tokens of the model's own and are not.
    static Optional<Frame> find(Engine engine, Markers markers) {
        return markers.spellings(engine.model()).stream()
                .flatMap(spelling -> spelled(engine, spelling).stream())
                .findFirst();
    }

    static Optional<Frame> spelled(Engine engine, Markers markers) {
        var start = engine.tokenize(markers.start(), markers.control(), false);
        var end = engine.tokenize(markers.end(), markers.control(), false);
        boolean missing = markers.control() && (start.length() != 1 || end.length() != 1);
        return missing ? Optional.empty() : Optional.of(new Frame(start, end, markers.end()));
    }

    /// @throws MissingMarkersException if they are to be tokens of the model's own and are not
    static Frame of(Engine engine, Markers markers) {
        return find(engine, markers).orElseThrow(() -> new MissingMarkersException("This model has no thought markers "
                + markers.start() + " and " + markers.end() + ": name the markers that it has, or let it think in free"
                + " text between, for example, “" + Markers.FREE_TEXT.start() + "” and “" + Markers.FREE_TEXT.end()
                + "”."));
    }

    int length() {
        return start.length() + end.length();
    }

    /// A thought as written.
    ///
    /// @param tokens that make its text; the end marker is not among them
    /// @param context all that the tokens ahead see of it, after the start marker
    record Written(List<TokenStep> tokens, String text, Sequence context) {}

    /// Cuts off the end of the text if the model wrote one, and closes what it left open. Where the end marker came
    /// inside a longer token, that token stays as the model wrote it.
    Written read(Generation generation) {
        var steps = generation.steps();
        if (generation.reason() == StopReason.END_TOKEN) {
            steps = steps.subList(0, steps.size() - 1);
        }
        var context = Sequence.EMPTY.plus(steps);
        String text = TokenStep.text(steps);
        int stopAt = text.indexOf(stop);
        if (stopAt < 0) {
            return new Written(List.copyOf(steps), text, context.plus(end.toArray()));
        }
        int length = steps.size();
        while (length > 0 && TokenStep.text(steps.subList(0, length - 1)).length() >= stopAt) {
            length--;
        }
        return new Written(List.copyOf(steps.subList(0, length)), text.substring(0, stopAt), context);
    }
}
