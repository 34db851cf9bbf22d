package dev.thoughtscope.engine.llama;

/// Sums of blocks of [#SIZE] floats, by halving. Each step is a loop of a fixed length between two arrays, which the
/// compiler turns into vector instructions, as it does not with a running sum. For one thread.
final class BlockSum {
    static final int SIZE = 1024;

    private final float[] of512 = new float[512];
    private final float[] of256 = new float[256];
    private final float[] of128 = new float[128];
    private final float[] of64 = new float[64];

    /// @param values [#SIZE], the rest of a short block zeros
    double of(float[] values) {
        halve1024(values, of512);
        halve512(of512, of256);
        halve256(of256, of128);
        halve128(of128, of64);
        double sum = 0;
        for (float value : of64) {
            sum += value;
        }
        return sum;
    }

    private static void halve1024(float[] values, float[] into) {
        for (int i = 0; i < 512; i++) {
            into[i] = values[i] + values[i + 512];
        }
    }

    private static void halve512(float[] values, float[] into) {
        for (int i = 0; i < 256; i++) {
            into[i] = values[i] + values[i + 256];
        }
    }

    private static void halve256(float[] values, float[] into) {
        for (int i = 0; i < 128; i++) {
            into[i] = values[i] + values[i + 128];
        }
    }

    private static void halve128(float[] values, float[] into) {
        for (int i = 0; i < 64; i++) {
            into[i] = values[i] + values[i + 64];
        }
    }
}
