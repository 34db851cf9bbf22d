package dev.thoughtscope.gguf;

/// An array in the metadata: what it holds, without the contents.
public record GgufArray(GgufType type, long count) {}
