package dev.thoughtscope.study.data;

/// Why a line is no problem, in one sentence.
final class BadLineException extends Exception {
    private static final long serialVersionUID = 1L;

    BadLineException(String why) {
        super(why);
    }
}
