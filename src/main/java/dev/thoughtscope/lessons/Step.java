package dev.thoughtscope.lessons;

import java.util.List;
import java.util.Optional;

/// One page of a lesson.
///
/// @param line of its heading in the file, from 1
/// @param text before the question
/// @param claims what the text says in words, to be checked against the run
public record Step(
        String title, int line, Scene scene, List<Block> text, Optional<Question> question, List<Claim> claims) {
    public Step {
        text = List.copyOf(text);
        claims = List.copyOf(claims);
    }
}
