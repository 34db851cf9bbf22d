package dev.thoughtscope.fuzz;

import dev.thoughtscope.session.TraceFile;
import dev.thoughtscope.study.StudyFile;
import dev.thoughtscope.study.StudyFileException;
import dev.thoughtscope.study.data.Dataset;
import dev.thoughtscope.study.data.DatasetFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Studies, datasets and traces are either read or refused in a sentence.
public final class StudyFuzz {
    private static final Scratch FILE = new Scratch(".jsonl");
    private static final DatasetFormat[] FORMATS = DatasetFormat.values();

    private StudyFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        Path file = FILE.with(bytes);
        try {
            StudyFile.read(file);
        } catch (StudyFileException refused) {
            // A sentence, as it should be.
        }
        try {
            TraceFile.read(file);
        } catch (IOException | IllegalArgumentException refused) {
            // A sentence, as it should be.
        }
        try {
            Dataset.read(List.of(file), FORMATS[bytes.length % FORMATS.length], true, 1000);
        } catch (IOException refused) {
            // A sentence, as it should be.
        }
    }
}
