package dev.thoughtscope.trust;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Studies and datasets that are none.
final class HostileStudies {
    private static final String STUDY =
            "{\"thoughtscope\":\"study\",\"version\":1,\"name\":\"n\",\"dataset\":{\"path\":\"p.jsonl\"},\"methods\":[{\"method\":\"direct\"}]}";

    private final List<Hostile> all = new ArrayList<>();

    private HostileStudies() {}

    static List<Hostile> all() {
        var studies = new HostileStudies();
        studies.studies();
        studies.numbers();
        studies.datasets();
        studies.tables();
        studies.traces();
        studies.folders();
        return studies.all;
    }

    private void study(String name, String text) {
        all.add(Hostile.of(name + ".study", text));
    }

    private void studies() {
        study("empty", "");
        study("null", "null");
        study("array", "[]");
        study("deep", "[".repeat(500_000));
        study("deep-objects", "{\"a\":".repeat(100_000));
        study("trailing", STUDY + STUDY);
        study("key-twice", STUDY.replace("\"version\":1", "\"version\":1,\"version\":1"));
        study("other-kind", STUDY.replace("\"study\"", "\"run\""));
        study("version-2", STUDY.replace("\"version\":1", "\"version\":2"));
        study("unknown-field", STUDY.replace("\"version\":1", "\"version\":1,\"run-command\":\"id\""));
        study("name-long", STUDY.replace("\"n\"", "\"" + "n".repeat(900_000) + "\""));
        study("path-nul", STUDY.replace("p.jsonl", "p\\u0000.jsonl"));
        study("methods-many", STUDY.replace("{\"method\":\"direct\"}", IntStream.range(0, 20_000)
                .mapToObj(i -> "{\"method\":\"direct\",\"name\":\"" + i + "\"}").collect(Collectors.joining(","))));
        study("megabytes", STUDY + " ".repeat(30 << 20));
        study("comment", "/* */ " + STUDY);
        all.add(Hostile.of("not-utf-8.study", STUDY.replace("\"n\"", "\"\u00e9\"").getBytes(StandardCharsets.ISO_8859_1)));
        all.add(Hostile.of("utf-16.study", STUDY.getBytes(StandardCharsets.UTF_16)));
        all.add(new Hostile("hole.study", file -> {
            try (var random = new RandomAccessFile(file.toFile(), "rw")) {
                random.setLength(1L << 38);
            }
        }));
    }

    private void numbers() {
        study("version-exponent", STUDY.replace("\"version\":1", "\"version\":1e999999999"));
        study("version-digits", STUDY.replace("\"version\":1", "\"version\":" + "9".repeat(500_000)));
        study("version-nan", STUDY.replace("\"version\":1", "\"version\":NaN"));
        study("limit-fraction", STUDY.replace("\"p.jsonl\"", "\"p.jsonl\",\"limit\":1.5"));
        study("limit-tiny", STUDY.replace("\"p.jsonl\"", "\"p.jsonl\",\"limit\":1e-999999999"));
        study("width-huge", STUDY.replace("\"direct\"", "\"mcts\",\"width\":2000000000"));
        study("budget-negative", STUDY.replace("\"direct\"", "\"mcts\",\"budgets\":[-4]"));
        study("temperature-infinite", STUDY.replace("\"direct\"", "\"best-of-n\",\"temperature\":1e999"));
        study("seeds-many", STUDY.replace("\"version\":1", "\"version\":1,\"seeds\":["
                + IntStream.range(0, 100_000).mapToObj(String::valueOf).collect(Collectors.joining(",")) + "]"));
    }

    private void dataset(String name, String text) {
        all.add(Hostile.of(name + ".jsonl", text));
    }

    private void datasets() {
        dataset("empty", "");
        dataset("only-line-ends", "\n".repeat(2 << 20));
        dataset("deep", "[".repeat(900_000) + "\n");
        dataset("key-twice", "{\"question\":\"q\",\"question\":\"r\",\"answer\":\"1\"}\n");
        dataset("answer-object", "{\"question\":\"q\",\"answer\":{\"$ne\":1}}\n");
        dataset("no-answer", "{\"question\":\"q\"}\n");
        dataset("blank", "{\"question\":\" \",\"answer\":\"\"}\n");
        dataset("escape-codes", "\u001b[2J\u001b]0;title\u0007\n");
        dataset("digits", "{\"question\":" + "1".repeat(900_000) + ",\"answer\":1}\n");
        dataset("long-line", "{\"question\":\"" + "q".repeat(40 << 20));
        all.add(Hostile.of("not-utf-8.jsonl", new byte[] {'{', (byte) 0xff, (byte) 0xfe, '}', '\n'}));
        all.add(new Hostile("device.jsonl", file -> Files.createSymbolicLink(file, java.nio.file.Path.of("/dev/zero"))));
        all.add(new Hostile("device.thoughts", file -> Files.createSymbolicLink(file, java.nio.file.Path.of("/dev/zero"))));
        all.add(new Hostile("device.study", file -> Files.createSymbolicLink(file, java.nio.file.Path.of("/dev/zero"))));
    }

    private void tables() {
        String header = "Question,Correct Answer,Incorrect Answer 1,Incorrect Answer 2,Incorrect Answer 3\n";
        all.add(Hostile.of("no-header.csv", "a,b,c\n1,2,3\n"));
        all.add(Hostile.of("open-quote.csv", header + "\"" + "never closed\n".repeat(200_000)));
        all.add(Hostile.of("commas.csv", header + ",".repeat(900_000) + "\n"));
        all.add(Hostile.of("columns.csv", "Question,".repeat(100_000) + "\n"));
        all.add(Hostile.of("formula.csv", header + "=cmd|' /C calc'!A0,,,,\n"));
    }

    /// What another system is said to have written.
    private void traces() {
        all.add(Hostile.of("empty.trace", ""));
        all.add(Hostile.of("deep.trace", "[".repeat(100_000) + "]".repeat(100_000)));
        all.add(Hostile.of("parts.trace", "[" + "{},".repeat(5_000_000) + "{}]"));
        all.add(Hostile.of("no-reply.trace", "{\"choices\":[{\"message\":{\"content\":{\"a\":1}}}]}"));
        all.add(Hostile.of("bytes.trace", new byte[] {(byte) 0xc0, (byte) 0x80, (byte) 0xff}));
        all.add(Hostile.of("megabytes.trace", "wait ".repeat(5_000_000)));
    }

    /// Folders of studies, each with one file that is none.
    private void folders() {
        folder("manifest-missing", "other.json", "{}");
        folder("manifest-empty", "study.json", "");
        folder("manifest-deep", "study.json", "[".repeat(200_000));
        folder("manifest-class", "study.json", "{\"@class\":\"java.lang.Thread\"}");
        folder("manifest-megabytes", "study.json", "{\"id\":\"" + "x".repeat(80 << 20) + "\"}");
    }

    private void folder(String name, String file, String text) {
        all.add(new Hostile(name + ".folder", folder -> {
            Files.createDirectory(folder);
            Files.writeString(folder.resolve(file), text);
        }));
    }
}
