package dev.thoughtscope.trust;

import dev.thoughtscope.engine.host.HostileWire;
import dev.thoughtscope.gguf.GgufException;
import dev.thoughtscope.gguf.GgufFile;
import dev.thoughtscope.session.LogFile;
import dev.thoughtscope.session.TraceFile;
import dev.thoughtscope.study.StudyFile;
import dev.thoughtscope.study.StudyFileException;
import dev.thoughtscope.study.StudyFolder;
import dev.thoughtscope.study.data.Dataset;
import dev.thoughtscope.study.data.DatasetFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads each file of a folder as the app would. A process of its own, because the memory it gets is part of the test.
public final class HostileReader {
    private HostileReader() {}

    /// Prints a line for each: name, milliseconds of processor time, what came of it, separated by tabs.
    public static void main(String[] arguments) throws IOException {
        var cpu = ManagementFactory.getThreadMXBean();
        try (var files = Files.list(Path.of(arguments[0]))) {
            for (var file : files.sorted().toList()) {
                System.gc();
                long start = cpu.getCurrentThreadCpuTime();
                String outcome = outcome(file).replace(file.toString(), "FILE");
                System.out.println(file.getFileName() + "\t" + (cpu.getCurrentThreadCpuTime() - start) / 1_000_000 + "\t"
                        + outcome.replaceAll("\\R", "LINE-END"));
                System.out.flush();
            }
        }
    }

    private static String outcome(Path file) {
        try {
            return read(file).map(sentence -> "TOLD " + sentence).orElse("TAKEN");
        } catch (IOException | GgufException | StudyFileException | IllegalArgumentException refused) {
            return "REFUSED " + refused.getMessage();
        } catch (RuntimeException | Error broken) {
            return "BROKEN " + broken + " at " + List.of(broken.getStackTrace()).stream().limit(3).toList();
        }
    }

    /// @return what was left out, empty if all was taken
    private static Optional<String> read(Path file) throws IOException, GgufException, StudyFileException {
        String name = file.getFileName().toString();
        switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "thoughts" -> {
                return LogFile.read(file).damage();
            }
            case "gguf" -> GgufFile.read(file);
            case "study" -> StudyFile.read(file);
            case "jsonl" -> Dataset.read(List.of(file), DatasetFormat.JSONL, true, 1_000_000);
            case "csv" -> Dataset.read(List.of(file), DatasetFormat.GPQA, true, 1_000_000);
            case "trace" -> TraceFile.read(file);
            case "folder" -> new StudyFolder(file).read();
            case "wire" -> HostileWire.read(file);
            default -> throw new IllegalStateException(name);
        }
        return Optional.empty();
    }
}
