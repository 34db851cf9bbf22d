package dev.thoughtscope.download;

import java.io.IOException;

/// Why something could not be fetched, in one sentence that says what to do.
public final class DownloadException extends IOException {
    private static final long serialVersionUID = 1L;

    public DownloadException(String sentence) {
        super(sentence);
    }

    public DownloadException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
