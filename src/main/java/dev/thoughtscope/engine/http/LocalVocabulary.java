package dev.thoughtscope.engine.http;

import dev.thoughtscope.engine.EngineException;
import dev.thoughtscope.engine.Piece;
import dev.thoughtscope.engine.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Token ids of our own for a server that tells only texts: each text gets its id when it is first seen.
///
/// A person's text is cut at word, number and sign; that is near to, but not, the model's own tokens. Any thread.
final class LocalVocabulary {
    /// Ends the model's text.
    static final int END = 0;

    private static final int MOST = 4_000_000;
    private static final Pattern WORD = Pattern.compile("\\n| ?\\p{L}+| ?\\p{N}+|[^\\S\\n]+| ?[^\\s\\p{L}\\p{N}]");

    private final List<Piece> pieces = new ArrayList<>();
    private final Map<Piece, Integer> ids = new HashMap<>();

    LocalVocabulary() {
        pieces.add(Piece.of("<|end|>"));
    }

    synchronized int id(Piece piece) {
        if (pieces.size() >= MOST) {
            throw new EngineException("The server has used more different tokens than any model has.");
        }
        return ids.computeIfAbsent(piece, fresh -> {
            pieces.add(fresh);
            return pieces.size() - 1;
        });
    }

    synchronized Piece piece(int id) {
        if (id < 0 || id >= pieces.size()) {
            throw new EngineException("Token " + id + " is none that this server has used.");
        }
        return pieces.get(id);
    }

    /// @param marks texts that stay one token each where `special`
    Sequence tokenize(String text, boolean special, List<String> marks) {
        var ids = new ArrayList<Integer>();
        int from = 0;
        while (from < text.length()) {
            String mark = special ? markAt(text, from, marks) : "";
            if (mark.isEmpty()) {
                var word = WORD.matcher(text);
                int to = word.find(from) && word.start() == from ? word.end() : from + 1;
                mark = text.substring(from, to);
            }
            ids.add(id(Piece.of(mark)));
            from += mark.length();
        }
        return Sequence.of(ids.stream().mapToInt(Integer::intValue).toArray());
    }

    private static String markAt(String text, int at, List<String> marks) {
        return marks.stream().filter(mark -> text.startsWith(mark, at)).findFirst().orElse("");
    }

    String text(Sequence sequence) {
        var all = new ArrayList<Piece>();
        for (int token : sequence.toArray()) {
            all.add(piece(token));
        }
        return Piece.join(all);
    }
}
