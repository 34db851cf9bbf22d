package dev.thoughtscope.study;

import dev.thoughtscope.search.Verdict;
import dev.thoughtscope.study.data.Problem;
import java.util.ArrayList;
import java.util.List;

/// What a study of twenty problems could have measured, without a model.
public final class ContentsFixture {
    public static final String MARKUP = "<script>alert(\"1\")</script> | =cmd `x` \u202E";

    private ContentsFixture() {}

    /// @param skill of 10 problems, how many the greedy method solves
    public static StudyFolder.Contents of(String name, int skill) {
        var problems = new ArrayList<Problem>();
        var results = new ArrayList<Result>();
        for (int i = 0; i < 20; i++) {
            String id = "p" + i;
            problems.add(new Problem(id, "word", "1", i == 0 ? MARKUP : "What is " + i + " + 1?", String.valueOf(i + 1)));
            results.add(result(id, "greedy", List.of(attempt(0, i % 10 < skill, i, 40)), List.of()));
            results.add(result(id, "self-consistency", votes(i), List.of()));
            results.add(result(id, "greedy+reflect", votes(i).subList(0, 1), List.of(secondThought(i))));
        }
        return new StudyFolder.Contents(manifest(name), problems, results);
    }

    /// Of four samples, the first `i % 5` are right.
    private static List<Attempt> votes(int i) {
        var attempts = new ArrayList<Attempt>();
        for (int k = 0; k < 4; k++) {
            attempts.add(attempt(k, k < i % 5, i, 50 * (k + 1)));
        }
        return attempts;
    }

    private static Attempt attempt(int rollout, boolean right, int i, long tokens) {
        return new Attempt(
                rollout,
                right ? String.valueOf(i + 1) : MARKUP,
                right ? Verdict.RIGHT : Verdict.WRONG,
                right ? 0.9 : 0.4 + i / 100.0,
                tokens,
                tokens * 1_000_000);
    }

    private static SecondThought secondThought(int i) {
        var before = i % 4 == 0 ? Verdict.WRONG : Verdict.RIGHT;
        var after = i % 10 == 1 ? Verdict.WRONG : Verdict.RIGHT;
        return new SecondThought("a", before, after == before ? "a" : "b", after, 30);
    }

    private static Result result(String problem, String method, List<Attempt> attempts, List<SecondThought> second) {
        return new Result(
                problem, method, 1, attempts, second, attempts.getLast().tokens(), 10_000_000, 2, method + problem + ".thoughts", "");
    }

    private static Manifest manifest(String name) {
        return new Manifest(
                "0123456789abcdef",
                name,
                List.of("fixture.jsonl"),
                "jsonl",
                "ab".repeat(32),
                20,
                List.of(),
                "auto",
                "marco-o1",
                List.of(1L),
                400,
                true,
                false,
                List.of(
                        new Method("greedy", Method.Kind.COT, "", "step", false, List.of(1), 4, 4, 0),
                        new Method("self-consistency", Method.Kind.SELF_CONSISTENCY, "", "step", false, List.of(1, 2, 4), 4, 4, 1),
                        new Method("greedy+reflect", Method.Kind.COT, "", "step", true, List.of(1), 4, 4, 0)),
                Manifest.Thinking.NONE,
                new Manifest.Model("m.gguf", "cd".repeat(32), "model", "llama F16", 2_860_000, 512, "llama.cpp b4916"),
                new Manifest.Machine("Linux", "cpu", 2, 8192, "Java 25", 16),
                "2026-11-23T19:00:00Z");
    }
}
