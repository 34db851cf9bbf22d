package dev.thoughtscope.lessons;

/// A lesson that cannot be read or does not fit its runs. Its message is one sentence for its author.
public final class LessonException extends Exception {
    private static final long serialVersionUID = 1;

    public LessonException(String sentence) {
        super(sentence);
    }

    static LessonException at(int line, String what) {
        return new LessonException("Line " + line + ": " + what);
    }
}
