package dev.thoughtscope.download;

/// How far a file has come.
///
/// @param done bytes so far, those of an earlier attempt included
/// @param total bytes, 0 if unknown
public record Progress(String name, Phase phase, long done, long total) {
    public enum Phase {
        FETCHING,
        /// Reads it once more for its checksum.
        CHECKING,
        UNPACKING
    }

    /// 0 to 1; 0 if the size is unknown.
    public double share() {
        return total <= 0 ? 0 : Math.min(1, (double) done / total);
    }
}
