package dev.thoughtscope.gguf;

/// Why a file cannot be used as a model, in one sentence that names the file and, where there is one, the byte.
public final class GgufException extends Exception {
    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 800;

    public GgufException(String sentence) {
        super(shown(sentence));
    }

    public GgufException(String sentence, Throwable cause) {
        super(shown(sentence), cause);
    }

    /// Names in a file can hold anything, and a sentence is one line.
    private static String shown(String sentence) {
        String line = sentence.replaceAll("\\p{Cc}", "\uFFFD");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "….";
    }
}
