package dev.thoughtscope.cli;

import dev.thoughtscope.probe.Markers;
import dev.thoughtscope.probe.Positions;
import dev.thoughtscope.probe.ProbeSettings;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;

/// How to think at every position: the settings of a strip.
public final class StripOptions {
    @Option(names = "--length", paramLabel = "T", description = "Tokens of a thought at most, without its markers; 0 for none.")
    private int length = ProbeSettings.STANDARD.thoughtTokens();

    @Option(names = "--thoughts", paramLabel = "M", description = "Thoughts at each position.")
    private int thoughts = 1;

    @Option(names = "--ahead", paramLabel = "N", description = "Tokens on which the gain is counted.")
    private int ahead = ProbeSettings.STANDARD.ahead();

    @Option(
            names = "--temperature",
            description = "Of the thoughts; 0 takes the most probable. Default: 0 for one thought, 1 for more.",
            showDefaultValue = Visibility.NEVER)
    private Double temperature;

    @Option(names = "--seed", description = "The same seed gives the same thoughts on the same machine and library.")
    private long seed = 1;

    @Option(names = "--marker-start", paramLabel = "TOKEN", description = "The model's token that opens a thought.")
    private String markerStart = Markers.QUIET_STAR.start();

    @Option(names = "--marker-end", paramLabel = "TOKEN", description = "The model's token that closes a thought.")
    private String markerEnd = Markers.QUIET_STAR.end();

    @Option(
            names = "--thought-prompt",
            paramLabel = "TEXT",
            description = "Open thoughts with this text instead, for a model that has no such tokens."
                    + " For example: \" (Let me think: \"")
    private String prompt;

    @Option(names = "--thought-end", paramLabel = "TEXT", description = "The text that closes a thought after --thought-prompt.")
    private String promptEnd = Markers.FREE_TEXT.end();

    @Option(
            names = "--positions",
            paramLabel = "WHICH",
            description = "Where to think: all, FROM-TO (tokens counted from 0, both included), or >X for entropy above X nats.")
    private String positions = "all";

    @Option(names = "--wave", paramLabel = "N", description = "Thoughts in flight at once. Default: as many as have room.",
            showDefaultValue = Visibility.NEVER)
    private int wave;

    /// @throws IllegalArgumentException if they contradict each other or are out of range
    public ProbeSettings settings() {
        var markers = prompt == null ? Markers.tokens(markerStart, markerEnd) : Markers.freeText(prompt, promptEnd);
        double heat = temperature == null ? (thoughts > 1 ? 1 : 0) : temperature;
        return new ProbeSettings(length, thoughts, ahead, heat, seed, markers, where(), wave);
    }

    private Positions where() {
        String which = positions.strip();
        if (which.equals("all")) {
            return Positions.all();
        }
        if (which.matches("\\d{1,9}-\\d{1,9}")) {
            int dash = which.indexOf('-');
            int from = Integer.parseInt(which.substring(0, dash));
            return new Positions.Range(from, Integer.parseInt(which.substring(dash + 1)) + 1);
        }
        if (which.matches(">\\s*\\d+(\\.\\d+)?")) {
            return new Positions.EntropyAbove(Double.parseDouble(which.substring(1).strip()));
        }
        throw new IllegalArgumentException(
                "\"" + positions + "\" names no positions: say all, FROM-TO such as 10-40, or >X such as >1.5.");
    }
}
