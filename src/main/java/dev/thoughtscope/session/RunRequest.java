package dev.thoughtscope.session;

/// What a person asks for.
///
/// @param action how much one node holds: `step`, or `mini-step-N` for N tokens
/// @param rollouts simulations to run, at least 1
/// @param width children that an expansion asks for, at least 1
/// @param parallel simulations that run together in one wave, at least 1
/// @param maxTokens tokens of one path at most
/// @param temperature of sampling, 0 or more
/// @param reflect whether each thought is followed by a second one after the reflection sentence
/// @param paused whether the run waits for the first step
public record RunRequest(
        String question,
        String action,
        int rollouts,
        int width,
        int parallel,
        int maxTokens,
        double temperature,
        long seed,
        boolean reflect,
        boolean paused,
        SearchOptions options) {
    public RunRequest(
            String question,
            String action,
            int rollouts,
            int width,
            int parallel,
            int maxTokens,
            double temperature,
            long seed,
            boolean reflect,
            boolean paused) {
        this(
                question,
                action,
                rollouts,
                width,
                parallel,
                maxTokens,
                temperature,
                seed,
                reflect,
                paused,
                SearchOptions.DEFAULT);
    }

    public static RunRequest of(String question) {
        return new RunRequest(question, "step", 16, 4, 4, 400, 1, 1, false, false);
    }

    public RunRequest withQuestion(String newQuestion) {
        return new RunRequest(
                newQuestion, action, rollouts, width, parallel, maxTokens, temperature, seed, reflect, paused, options);
    }

    public RunRequest withRollouts(int newRollouts) {
        return new RunRequest(
                question, action, newRollouts, width, parallel, maxTokens, temperature, seed, reflect, paused, options);
    }

    public RunRequest withAction(String newAction) {
        return new RunRequest(
                question, newAction, rollouts, width, parallel, maxTokens, temperature, seed, reflect, paused, options);
    }

    public RunRequest withMaxTokens(int newMaxTokens) {
        return new RunRequest(
                question, action, rollouts, width, parallel, newMaxTokens, temperature, seed, reflect, paused, options);
    }

    public RunRequest withOptions(SearchOptions newOptions) {
        return new RunRequest(
                question, action, rollouts, width, parallel, maxTokens, temperature, seed, reflect, paused, newOptions);
    }

    public RunRequest withPaused(boolean newPaused) {
        return new RunRequest(
                question,
                action,
                rollouts,
                width,
                parallel,
                maxTokens,
                temperature,
                seed,
                reflect,
                newPaused,
                options);
    }
}
