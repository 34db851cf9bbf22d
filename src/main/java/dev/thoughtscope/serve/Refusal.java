package dev.thoughtscope.serve;

/// A request that is answered with an error.
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final int status;

    Refusal(int status, String sentence) {
        super(sentence);
        this.status = status;
    }
}
