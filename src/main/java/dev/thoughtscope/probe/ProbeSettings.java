package dev.thoughtscope.probe;

/// How to think.
///
/// @param thoughtTokens tokens of a thought at most, its markers not counted; with 0 every gain is exactly 0
/// @param thoughts thoughts at each position, 1 to 64
/// @param ahead tokens on which the gain is counted, 1 to 64
/// @param temperature of the thoughts; 0 for the most probable one, which needs `thoughts` to be 1
/// @param seed of all thoughts together
/// @param wave thoughts in flight at once, 0 for as many as the engine has room for
public record ProbeSettings(
        int thoughtTokens,
        int thoughts,
        int ahead,
        double temperature,
        long seed,
        Markers markers,
        Positions positions,
        int wave) {
    public static final int MOST_THOUGHT_TOKENS = 4096;
    public static final int MOST = 64;

    /// One most probable thought of up to 24 tokens at every position, four tokens ahead as published.
    public static final ProbeSettings STANDARD =
            new ProbeSettings(24, 1, 4, 0, 1, Markers.QUIET_STAR, Positions.all(), 0);

    public ProbeSettings {
        range("The length of a thought", thoughtTokens, 0, MOST_THOUGHT_TOKENS);
        range("The number of thoughts at a position", thoughts, 1, MOST);
        range("The number of tokens ahead", ahead, 1, MOST);
        range("The number of thoughts in flight", wave, 0, MOST_THOUGHT_TOKENS);
        if (!(temperature >= 0 && temperature <= 10)) {
            throw new IllegalArgumentException("The temperature is from 0 to 10, not " + temperature + ".");
        }
        if (thoughts > 1 && temperature == 0) {
            throw new IllegalArgumentException("At temperature 0 all thoughts of a position are the same:"
                    + " ask for one thought, or for a temperature above 0.");
        }
    }

    private static void range(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " is from " + least + " to " + most + ", not " + value + ".");
        }
    }

    public ProbeSettings withThoughtTokens(int tokens) {
        return new ProbeSettings(tokens, thoughts, ahead, temperature, seed, markers, positions, wave);
    }

    public ProbeSettings withThoughts(int number, double newTemperature) {
        return new ProbeSettings(thoughtTokens, number, ahead, newTemperature, seed, markers, positions, wave);
    }

    public ProbeSettings withAhead(int tokens) {
        return new ProbeSettings(thoughtTokens, thoughts, tokens, temperature, seed, markers, positions, wave);
    }

    public ProbeSettings withSeed(long newSeed) {
        return new ProbeSettings(thoughtTokens, thoughts, ahead, temperature, newSeed, markers, positions, wave);
    }

    public ProbeSettings withMarkers(Markers others) {
        return new ProbeSettings(thoughtTokens, thoughts, ahead, temperature, seed, others, positions, wave);
    }

    public ProbeSettings withPositions(Positions others) {
        return new ProbeSettings(thoughtTokens, thoughts, ahead, temperature, seed, markers, others, wave);
    }

    public ProbeSettings withWave(int inFlight) {
        return new ProbeSettings(thoughtTokens, thoughts, ahead, temperature, seed, markers, positions, inFlight);
    }
}
