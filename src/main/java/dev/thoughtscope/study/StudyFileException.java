package dev.thoughtscope.study;

/// What is wrong with a study file, in one sentence that names the line.
public final class StudyFileException extends Exception {
    private static final long serialVersionUID = 1L;

    StudyFileException(String sentence) {
        super(sentence);
    }

    StudyFileException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
