package dev.thoughtscope.study.corpus;

/// What a thought before one token of a text gained.
///
/// @param from first character of the token in its text
/// @param to its end, left out
/// @param gain in nats over the tokens ahead, raw: cross-entropy without the thought less that with it
/// @param surprise of the token without a thought, in nats, at least 0
/// @param thought what was thought
public record TokenGain(int from, int to, TokenKind kind, double gain, double surprise, String thought) {}
