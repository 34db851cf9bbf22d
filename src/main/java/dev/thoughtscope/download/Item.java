package dev.thoughtscope.download;

import java.net.URI;

/// One file to fetch.
///
/// @param name of the file
/// @param bytes its size, 0 if unknown
/// @param sha256 of its content, in small hexadecimal letters; empty if nobody tells
public record Item(String name, URI address, long bytes, String sha256) {
    public Item {
        if (name.isBlank() || name.contains("/") || name.contains("\\") || name.startsWith(".")) {
            throw new IllegalArgumentException("A file cannot be named \"" + name + "\".");
        }
        if (bytes < 0 || !sha256.matches("([0-9a-f]{64})?")) {
            throw new IllegalArgumentException(name + " with " + bytes + " bytes and the checksum \"" + sha256 + "\"");
        }
    }
}
