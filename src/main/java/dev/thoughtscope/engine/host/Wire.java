package dev.thoughtscope.engine.host;

/// Numbers of the kinds of frames.
final class Wire {
    static final int OPEN = 1;
    static final int TOKENIZE = 2;
    static final int CHAT = 3;
    static final int START = 4;
    static final int CANCEL = 5;
    static final int DESCRIBE = 6;
    static final int FORGET = 7;
    static final int OPENED = 16;
    static final int NOT_OPENED = 17;
    static final int TOKENS = 18;
    static final int TEXT = 19;
    static final int STEP = 20;
    static final int DONE = 21;
    static final int REFUSED = 22;
    static final int BEAT = 23;
    static final int LOG_LINE = 24;
    static final int DESCRIBED = 25;
    static final int NOTICE = 26;

    /// Far more than any message needs.
    static final int MOST_BYTES = 1 << 28;

    private Wire() {}
}
