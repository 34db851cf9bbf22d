package dev.thoughtscope.gguf;

/// Why a file cannot be used as a model, in one sentence that names the file and, where there is one, the byte.
public final class GgufException extends Exception {
    private static final long serialVersionUID = 1L;

    public GgufException(String sentence) {
        super(sentence);
    }

    public GgufException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
