package dev.thoughtscope.session;

import java.io.IOException;

/// A line has more bytes than are read.
final class LineTooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    LineTooLongException(int most) {
        super("a line is longer than " + most + " bytes");
    }
}
