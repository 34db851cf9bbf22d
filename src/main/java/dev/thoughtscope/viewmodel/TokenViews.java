package dev.thoughtscope.viewmodel;

import dev.thoughtscope.engine.TokenStep;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Reads tokens for show, characters that are split across tokens included.
final class TokenViews {
    private final ToDoubleFunction<TokenStep> confidence;

    TokenViews(ToDoubleFunction<TokenStep> confidence) {
        this.confidence = confidence;
    }

    List<TokenView> of(List<TokenStep> steps) {
        var decoder = StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        var pending = ByteBuffer.allocate(0);
        var views = new ArrayList<TokenView>(steps.size());
        for (int i = 0; i < steps.size(); i++) {
            var bytes = steps.get(i).piece().bytes();
            var input = ByteBuffer.allocate(pending.remaining() + bytes.length).put(pending).put(bytes).flip();
            String text = decode(decoder, input, i == steps.size() - 1);
            pending = input;
            views.add(view(steps.get(i), text));
        }
        return views;
    }

    private static String decode(CharsetDecoder decoder, ByteBuffer input, boolean last) {
        var out = CharBuffer.allocate(input.remaining() + 1);
        decoder.decode(input, out, last);
        return out.flip().toString();
    }

    private TokenView view(TokenStep step, String text) {
        var choices = new ArrayList<TokenView.Choice>();
        boolean listed = false;
        for (var candidate : step.top()) {
            boolean taken = candidate.id() == step.id();
            listed |= taken;
            choices.add(new TokenView.Choice(candidate.id(), candidate.piece().text(), Math.exp(candidate.logProb()), taken));
        }
        if (!listed && !choices.isEmpty()) {
            choices.add(new TokenView.Choice(step.id(), step.piece().text(), Math.exp(step.logProb()), true));
        }
        return new TokenView(
                text, confidence.applyAsDouble(step), Math.exp(step.logProb()), step.entropy(), step.sampled(), choices);
    }
}
