package dev.thoughtscope.study.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// A format in which problems are published.
public enum DatasetFormat {
    /// One JSON object a line: `question`, `answer`, and if wished `id`, `kind`, `level`.
    JSONL,
    /// Cobbe et al. 2021: JSON lines whose `answer` ends in `#### N`.
    GSM8K,
    /// Shi et al. 2022: a question, a tab, a number; no header.
    MGSM,
    /// Lightman et al. 2023: JSON lines with `problem`, `answer` or a `solution` with `\boxed{}`, `unique_id`.
    MATH_500,
    /// Competition problems whose answer is a whole number of 0 to 999, as JSON lines or as CSV with a header.
    AIME,
    /// Rein et al. 2023: CSV with `Question`, `Correct Answer`, `Incorrect Answer 1` to `3`.
    GPQA;

    /// As in a study file: `math-500`.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @throws IllegalArgumentException with a sentence that tells what there is
    public static DatasetFormat named(String label) {
        return Arrays.stream(values())
                .filter(format -> format.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no dataset format \"" + label + "\": choose "
                        + Arrays.stream(values()).map(DatasetFormat::label).collect(Collectors.joining(", "))));
    }

    /// What a file seems to be, by its name's ending and its first line.
    ///
    /// @throws IOException in one sentence if it cannot be read
    public static DatasetFormat guess(Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".tsv")) {
            return MGSM;
        }
        String first;
        try (var lines = Files.newBufferedReader(file)) {
            first = String.valueOf(lines.readLine());
        } catch (IOException unreadable) {
            throw new IOException(file + " cannot be read as text: choose a file of problems.", unreadable);
        }
        if (name.endsWith(".csv")) {
            return first.contains("Correct Answer") ? GPQA : AIME;
        }
        if (first.contains("####")) {
            return GSM8K;
        }
        return first.contains("\"problem\"") ? MATH_500 : JSONL;
    }
}
