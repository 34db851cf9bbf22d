package dev.thoughtscope.view.settings;

import java.util.SequencedMap;
import java.util.function.Supplier;

/// What the page tells of the app.
///
/// @param facts versions, by name
/// @param licences all licences of what it is made of, or where they are; may read a file
/// @param places folders of the person's own, by the key of their name
public record About(
        Supplier<SequencedMap<String, String>> facts, Supplier<String> licences, SequencedMap<String, String> places) {}
