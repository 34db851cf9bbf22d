package dev.thoughtscope.session;

import dev.thoughtscope.engine.Engine.Message;
import dev.thoughtscope.reasoning.TraceText;
import java.util.List;
import java.util.Optional;

/// A trace that some other system wrote, ready to be shown as a path.
///
/// @param question what was asked, empty where the trace does not tell
/// @param before what was said before the question
/// @param thought may be empty
/// @param answer empty where nothing tells it from the thought
/// @param source what told thought and answer apart: [#PLAIN], [#APART], or the mark with which thoughts begin
/// @param closed whether its thought comes to an end
/// @param writer name of the model that wrote it, empty where it is not told
/// @param hiddenTokens tokens that the writer thought and did not show, 0 if unknown
/// @param ownProbability geometric mean of the probabilities that the writer gave its tokens, 0 if unknown
public record Trace(
        String question,
        List<Message> before,
        String thought,
        String answer,
        String source,
        boolean closed,
        String writer,
        long hiddenTokens,
        double ownProbability) {
    public static final String PLAIN = TraceText.PLAIN;
    public static final String APART = "a reply with its reasoning apart";

    public Trace {
        before = List.copyOf(before);
    }

    /// @throws IllegalArgumentException with a sentence if there is no text
    static Trace of(String text) {
        var parts = TraceText.parse(text);
        return new Trace("", List.of(), parts.thought(), parts.answer(), parts.source(), parts.closed(), "", 0, 0);
    }

    public Trace withQuestion(String newQuestion) {
        return new Trace(newQuestion, before, thought, answer, source, closed, writer, hiddenTokens, ownProbability);
    }

    /// The answer that it gives.
    public Optional<String> result() {
        return parts().result();
    }

    /// Lines that hold words.
    public long lines() {
        return (thought + "\n" + answer).lines().filter(line -> !line.isBlank()).count();
    }

    TraceText parts() {
        return new TraceText(thought, answer, source, closed);
    }
}
