package dev.thoughtscope.probe;

/// The model does not have the thought markers that were asked for as tokens of its own.
public final class MissingMarkersException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    MissingMarkersException(String sentence) {
        super(sentence);
    }
}
