package dev.thoughtscope.view.study;

import dev.thoughtscope.viewmodel.study.StudyChart;
import dev.thoughtscope.viewmodel.study.StudyChart.Source;
import java.util.Optional;

/// What stands above the list of what lies behind a point.
final class SideTitles {
    private SideTitles() {}

    /// @return empty for a point that has nothing behind it
    static Optional<String> of(StudyChart.Point point) {
        return switch (point.source()) {
            case Source.Answers(String method, int budget) -> Optional.of(Words.get("side.point", method, budget));
            case Source.Bin(String method, double from, double to) ->
                Optional.of(Words.get("side.bin", method, 100 * from, 100 * to));
            case Source.Second(String method, var effect) ->
                Optional.of(Words.get("side.second", method, Words.get("part." + PartsPainter.name(effect))));
            case Source.Tokens(var kind) -> Optional.of(Words.get("side.tokens", Words.get("kind." + kind.label())));
            case Source.Elsewhere _ -> Optional.empty();
        };
    }
}
