package dev.thoughtscope.lessons;

/// What a step says in words, to be checked against the run: a figure and what it is to be.
///
/// @param figure for example `winner` or `visits 4`
/// @param wanted as [Facts] writes it with the language of numbers set to the root locale
public record Claim(int line, Figure figure, String wanted) {}
