package dev.thoughtscope.trust;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Saved runs that are none, or only at their beginning.
final class HostileSessions {
    static final String HEADER = "{\"thoughtscope\":\"run\",\"version\":1}\n";
    static final String RUN = "{\"question\":\"q\",\"prompt\":\"p\",\"expected\":\"\",\"model\":{},\"settings\":{},\"seed\":1,\"startedAt\":1}";
    static final String START = HEADER + event(0, "\"RunStarted\",\"run\":" + RUN);
    private static final String BRANCH = event(1, "\"BranchStarted\",\"branch\":0,\"node\":0,\"purpose\":\"ROLLOUT\"");
    private static final String TOKENS = "\"TokensGenerated\",\"branch\":0,\"tokens\":";

    private final List<Hostile> all = new ArrayList<>();

    private HostileSessions() {}

    static List<Hostile> all() {
        var sessions = new HostileSessions();
        sessions.wholeFiles();
        sessions.headers();
        sessions.firstEvents();
        sessions.laterEvents();
        sessions.trees();
        sessions.tokens();
        sessions.floods();
        return sessions.all;
    }

    /// @param rest from the type's value on
    static String event(long seq, String rest) {
        return "{\"seq\":" + seq + ",\"nanos\":" + seq + ",\"event\":{\"type\":" + rest + "}}\n";
    }

    private void add(String name, String text) {
        all.add(Hostile.of(name + ".thoughts", text));
    }

    private void wholeFiles() {
        add("empty", "");
        add("line-end-only", "\n");
        add("page", "<!doctype html><script>alert(1)</script>");
        all.add(Hostile.of("zip.thoughts", new byte[] {'P', 'K', 3, 4, 20, 0, 8, 8, 0, 0}));
        all.add(Hostile.of("gzip.thoughts", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0}));
        all.add(Hostile.of("java-object.thoughts", new byte[] {(byte) 0xac, (byte) 0xed, 0, 5, 's', 'r'}));
        all.add(Hostile.of("zeros.thoughts", new byte[1 << 16]));
        all.add(Hostile.of("utf-16.thoughts", START.getBytes(StandardCharsets.UTF_16)));
        add("byte-order-mark", "\uFEFF" + START);
        all.add(new Hostile("terabyte-hole.thoughts", file -> sparse(file, "", 1L << 40)));
        all.add(new Hostile("hole-after-start.thoughts", file -> sparse(file, START, 1L << 36)));
    }

    private static void sparse(java.nio.file.Path file, String start, long length) throws IOException {
        try (var random = new RandomAccessFile(file.toFile(), "rw")) {
            random.write(start.getBytes(StandardCharsets.UTF_8));
            random.setLength(length);
        }
    }

    private void headers() {
        add("header-only", HEADER);
        add("other-kind", "{\"thoughtscope\":\"study\",\"version\":1}\n");
        add("version-0", START.replace("\"version\":1", "\"version\":0"));
        add("version-2", START.replace("\"version\":1", "\"version\":2"));
        add("version-beyond-long", START.replace("\"version\":1", "\"version\":99999999999999999999"));
        add("version-negative", START.replace("\"version\":1", "\"version\":-1"));
        add("endless-header", "{\"thoughtscope\":\"run\",\"version\":1," + " ".repeat(20 << 20));
    }

    private void firstEvents() {
        add("first-is-finished", HEADER + event(0, "\"Finished\",\"ending\":\"STOPPED\""));
        add("first-is-resumed", HEADER + event(0, "\"Resumed\""));
        add("first-is-null", HEADER + "null\n");
        add("first-is-array", HEADER + "[]\n");
        add("deep-arrays", HEADER + "[".repeat(3 << 20));
        add("deep-objects", HEADER + "{\"event\":".repeat(100_000));
        add("question-null", HEADER + event(0, "\"RunStarted\",\"run\":" + RUN.replace("\"q\"", "null")));
        add("question-number", HEADER + event(0, "\"RunStarted\",\"run\":" + RUN.replace("\"q\"", "7")));
        add("setting-null", HEADER + event(0, "\"RunStarted\",\"run\":" + RUN.replace("\"settings\":{}", "\"settings\":{\"a\":null}")));
        add("key-twice", HEADER + event(0, "\"RunStarted\",\"run\":" + RUN.replace("\"seed\":1", "\"seed\":1,\"seed\":2")));
        add("class-name", HEADER + event(0, "\"java.lang.ProcessBuilder\",\"command\":[\"id\"]"));
        add("class-annotation", HEADER + "{\"@class\":\"javax.swing.JEditorPane\",\"page\":\"file:///etc/passwd\"}\n");
        add("type-is-object", HEADER + event(0, "{\"a\":1}"));
        add("unknown-field", HEADER + event(0, "\"RunStarted\",\"run\":" + RUN + ",\"more\":1"));
        add("digits", HEADER + event(0, "\"RunStarted\",\"run\":" + RUN.replace("\"seed\":1", "\"seed\":" + "9".repeat(1 << 20))));
        add("seq-beyond-long", HEADER + event(0, "\"Resumed\"").replace("\"seq\":0", "\"seq\":9223372036854775808"));
        add("nanos-as-text", START.replace("\"nanos\":0", "\"nanos\":\"0\""));
        add("nanos-negative", START.replace("\"nanos\":0", "\"nanos\":-1"));
        add("nanos-of-centuries", START.replace("\"nanos\":0", "\"nanos\":9223372036854775807"));
        var notText = START.replace("\"q\"", "\"\u00e9\"").getBytes(StandardCharsets.ISO_8859_1);
        all.add(Hostile.of("question-not-utf-8.thoughts", notText));
    }

    private void laterEvents() {
        add("run-starts-twice", START + event(1, "\"RunStarted\",\"run\":" + RUN));
        add("seq-jumps", START + event(5, "\"Resumed\""));
        add("seq-negative", START + event(-1, "\"Resumed\""));
        add("time-runs-back", START + event(1, "\"Resumed\"") + event(2, "\"Resumed\"").replace("\"nanos\":2", "\"nanos\":0"));
        add("two-on-a-line", START + event(1, "\"Resumed\"").strip() + event(2, "\"Resumed\""));
        add("cut-tail", START + event(1, "\"Paused\",\"why\":\"because\"").substring(0, 40));
        add("empty-line", START + "\n" + event(1, "\"Resumed\""));
        add("nul-tail", START + "\0\0\0\0");
        add("enum-by-number", START + event(1, "\"Finished\",\"ending\":1"));
        add("enum-unknown", START + event(1, "\"Finished\",\"ending\":\"EXPLODED\""));
        add("value-nan", START + event(1, "\"BackedUp\",\"simulation\":0,\"path\":[0],\"value\":NaN"));
        add("value-nan-text", START + event(1, "\"BackedUp\",\"simulation\":0,\"path\":[0],\"value\":\"NaN\""));
        add("value-infinite", START + event(1, "\"BackedUp\",\"simulation\":0,\"path\":[0],\"value\":1e999"));
        add("value-huge", START + event(1, "\"BackedUp\",\"simulation\":0,\"path\":[0],\"value\":1e300"));
        add("prior-negative", START + event(1, "\"PriorSet\",\"node\":0,\"prior\":-1"));
        add("simulation-huge", START + event(1, "\"BackedUp\",\"simulation\":2147483647,\"path\":[0],\"value\":1"));
        add("path-to-nowhere", START + event(1, "\"Selected\",\"simulation\":0,\"path\":[0,1]"));
        add("path-negative", START + event(1, "\"Selected\",\"simulation\":0,\"path\":[-2147483648]"));
        add("path-null", START + event(1, "\"Selected\",\"simulation\":0,\"path\":[null]"));
        add("path-fraction", START + event(1, "\"Selected\",\"simulation\":0,\"path\":[0.5]"));
    }

    private static String node(int id, int parent, int branch, int from, int to) {
        return "{\"id\":" + id + ",\"parent\":" + parent + ",\"kind\":\"STEP\",\"span\":{\"branch\":" + branch + ",\"from\":" + from
                + ",\"to\":" + to + "},\"prior\":0.5,\"ownValue\":0.5,\"terminal\":false}";
    }

    private void addNode(String name, String node) {
        add(name, START + BRANCH + event(2, "\"NodesAdded\",\"nodes\":[" + node + "]"));
    }

    private void trees() {
        addNode("own-parent", node(1, 1, 0, 0, 0));
        addNode("parent-negative", node(1, -1, 0, 0, 0));
        addNode("id-gap", node(7, 0, 0, 0, 0));
        addNode("id-huge", node(Integer.MAX_VALUE, 0, 0, 0, 0));
        addNode("span-beyond-branch", node(1, 0, 0, 0, 1));
        addNode("span-backwards", node(1, 0, 0, 5, 2));
        addNode("span-at-the-limit", node(1, 0, 0, Integer.MAX_VALUE, Integer.MAX_VALUE));
        addNode("branch-missing", node(1, 0, 9, 0, 0));
        addNode("kind-null", node(1, 0, 0, 0, 0).replace("\"STEP\"", "null"));
        addNode("second-root", node(1, 0, 0, 0, 0).replace("\"STEP\"", "\"ROOT\""));
        addNode("node-null", "null");
        add("branch-out-of-turn", START + BRANCH.replace("\"branch\":0", "\"branch\":3"));
        add("branch-negative", START + BRANCH.replace("\"branch\":0", "\"branch\":-1"));
        add("end-of-no-branch", START + event(1, "\"BranchEnded\",\"branch\":0,\"reason\":\"END_TOKEN\""));
    }

    private void addTokens(String name, String tokens) {
        add("tokens-" + name, START + BRANCH + event(2, TOKENS + tokens));
    }

    private void tokens() {
        addTokens("short", "[[1,\"a\",0]]");
        addTokens("object", "[{\"id\":1}]");
        addTokens("null", "[null]");
        addTokens("id-text", "[[\"1\",\"a\",0,0,1,[]]]");
        addTokens("id-negative", "[[-1,\"a\",0,0,1,[]]]");
        addTokens("id-beyond-int", "[[4294967296,\"a\",0,0,1,[]]]");
        addTokens("piece-number", "[[1,2,0,0,1,[]]]");
        addTokens("piece-bad-base64", "[[1,{\"base64\":\"%%%%\"},0,0,1,[]]]");
        addTokens("probability-above-1", "[[1,\"a\",700,0,1,[]]]");
        addTokens("probability-text", "[[1,\"a\",\"Infinity\",0,1,[]]]");
        addTokens("candidates-text", "[[1,\"a\",0,0,1,\"many\"]]");
        addTokens("candidates-flood", "[[1,\"a\",0,0,1,[" + "[1,\"a\",-1],".repeat(300_000) + "[1,\"a\",-1]]]]");
    }

    /// What would fit together, and be far too much.
    private void floods() {
        add("line-too-long", START + event(1, "\"Refused\",\"sentence\":\"" + "x".repeat(5 << 20) + "\""));
        add("deep-chain", START + BRANCH + event(2, "\"NodesAdded\",\"nodes\":["
                + IntStream.rangeClosed(1, 20_000).mapToObj(i -> node(i, i - 1, 0, 0, 0)).collect(Collectors.joining(",")) + "]"));
        add("one-token-at-a-time", START + BRANCH
                + IntStream.range(2, 40_000).mapToObj(i -> event(i, TOKENS + "[[1,\"a\",0,0,1,[]]]")).collect(Collectors.joining())
                + "broken\n");
        all.add(new Hostile("more-than-memory.thoughts", file -> {
            try (var out = java.nio.file.Files.newOutputStream(file)) {
                out.write((START + BRANCH).getBytes(StandardCharsets.UTF_8));
                var many = new ByteArrayOutputStream();
                for (int i = 0; i < 60_000; i++) {
                    many.writeBytes((i == 0 ? "[1,\"a\",0,0,1,[]]" : ",[1,\"a\",0,0,1,[]]").getBytes(StandardCharsets.UTF_8));
                }
                for (int i = 2; i < 60; i++) {
                    out.write(("{\"seq\":" + i + ",\"nanos\":" + i + ",\"event\":{\"type\":" + TOKENS + "[").getBytes(StandardCharsets.UTF_8));
                    out.write(many.toByteArray());
                    out.write("]}}\n".getBytes(StandardCharsets.UTF_8));
                }
            }
        }));
    }
}
