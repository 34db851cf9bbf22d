package dev.thoughtscope.reasoning;

import dev.thoughtscope.engine.Piece;
import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.search.NodeKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Cuts a model's text into nodes.
///
/// Reasoning is cut by the action; the answer part, from the thought's end on, is one node.
record StepCutter(Action action, Dialect dialect) {
    /// A piece of the text: tokens `from` to `to`.
    record Cut(int from, int to, NodeKind kind) {}

    /// Whether `tokens` hold at least one whole node.
    boolean isWhole(List<TokenStep> tokens) {
        String text = TokenStep.text(tokens);
        var answerPart = dialect.answerPart(text);
        if (answerPart.isPresent()) {
            boolean reasoningBefore = !text.substring(0, answerPart.get()).isBlank();
            return reasoningBefore || dialect.isFinished(text);
        }
        return switch (action) {
            case Action.Step _ -> !text.isBlank() && text.stripLeading().contains(dialect.stepEnd());
            case Action.MiniStep(int size) -> tokens.size() >= size;
        };
    }

    /// All cuts of `tokens`, in order, none empty.
    ///
    /// @param reflection tokens at the start that are the reflection sentence: a cut of its own
    List<Cut> cut(List<TokenStep> tokens, int reflection) {
        var cuts = new ArrayList<Cut>();
        if (reflection > 0) {
            cuts.add(new Cut(0, reflection, NodeKind.REFLECTION));
        }
        int end = Math.max(reflection, answerStart(tokens));
        int from = reflection;
        while (from < end && !isBlank(tokens.subList(from, end))) {
            int to = endOfStep(tokens, from, end);
            cuts.add(new Cut(from, to, NodeKind.STEP));
            from = to;
        }
        if (from < tokens.size()) {
            cuts.add(new Cut(from, tokens.size(), NodeKind.STEP));
        }
        return cuts;
    }

    private static boolean isBlank(List<TokenStep> tokens) {
        return TokenStep.text(tokens).isBlank();
    }

    /// Index of the token with which the answer part begins, or the number of tokens.
    int answerStart(List<TokenStep> tokens) {
        var at = dialect.answerPart(TokenStep.text(tokens));
        if (at.isEmpty()) {
            return tokens.size();
        }
        int bytes = TokenStep.text(tokens).substring(0, at.get()).getBytes(StandardCharsets.UTF_8).length;
        int seen = 0;
        for (int i = 0; i < tokens.size(); i++) {
            seen += tokens.get(i).piece().length();
            if (seen > bytes) {
                return i;
            }
        }
        return tokens.size();
    }

    private int endOfStep(List<TokenStep> tokens, int from, int end) {
        var written = new ArrayList<Piece>();
        for (int i = from; i < end; i++) {
            written.add(tokens.get(i).piece());
            if (endsStep(tokens.get(i), written, i + 1 - from)) {
                return i + 1;
            }
        }
        return end;
    }

    private boolean endsStep(TokenStep last, List<Piece> written, int size) {
        return switch (action) {
            case Action.MiniStep(int length) -> size >= length;
            case Action.Step _ ->
                last.piece().text().contains("\n")
                        && !Piece.join(written).isBlank()
                        && Piece.join(written).stripLeading().contains(dialect.stepEnd());
        };
    }
}
