package dev.thoughtscope.engine;

/// Something that the engine cannot do, in one sentence that a person can act on.
public final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EngineException(String sentence) {
        super(sentence);
    }

    public EngineException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
