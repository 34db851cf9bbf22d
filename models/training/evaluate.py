"""Measures a model file on the held-out sets through llama.cpp b4916.

    python3 evaluate.py ../thoughtscope-small.gguf                    everything (about a quarter of an hour on two cores)
    python3 evaluate.py model.gguf --parts curve,strip --limit 40     some of it, on the first lines of each set

Parts: curve, sampling, search, reflection, strip, outside, file.  Results are printed and, with --out, written as JSON.
"""
import argparse
import json
import math
import os
import pathlib
import random as randomness
import sys
import time

import tokenizer as tokenizers
from calibration import calibration, plot, table
from gguf_file import DamagedFile
from heldout import read_set
from llama import Job, Llama
from refusals import REFUSAL
from scoring import answer_in, auroc, auroc_interval, is_right, share
from searching import search, vote
from thoughts import REFLECTION
from whole_file import write_text

HERE = pathlib.Path(__file__).resolve().parent
SETS = ("seen", "unseen", "natural", "blind", "hard", "long", "brackets")
FORCED = {"direct": "<Output>", "quick": "<Thought>\nQuick look.\n", "step by step": "<Thought>\nStep by step.\n", "carefully": "<Thought>\nLet me go slowly.\n", "free": "<Thought>\n"}
MOST_TOKENS = 560
SAMPLED_LINES, SEARCHED_LINES = 48, {"long": 60, "brackets": 40}
PARTS = ("curve", "sampling", "search", "reflection", "strip", "outside", "file")


class Bench:
    """A model, its tokenizer and the held-out sets."""

    def __init__(self, path, folder, limit, threads):
        import export
        self.shape, _, tokens = export.read_gguf(path)
        self.path, self.tokenizer, self.llama = path, tokenizers.Tokenizer(tokens), Llama(path, threads)
        self.sets = {name: read_set(pathlib.Path(folder) / f"{name}.jsonl")[:limit] for name in SETS}
        self.strip = read_set(pathlib.Path(folder) / "strip.jsonl", frozenset({"id", "text", "results", "trivial"}))[:limit]
        self.outside = read_set(pathlib.Path(folder) / "outside.jsonl")[:limit]
        ids = self.tokenizer.ids
        self.stop, self.line_end = frozenset({ids["</s>"], ids["<|im_end|>"]}), ids["<0x0A>"]
        self.thought_over = ids["</Thought>"]
        self.results, self.began = {}, time.time()
        self.curve_sets, self.curve_styles, self.out, self.plot = SETS, tuple(FORCED), None, None
        self.sampled, self.searched = SAMPLED_LINES, None

    def prompt(self, line, beginning):
        return self.tokenizer.encode(f"<s><|im_start|>user\n{line['question']}<|im_end|>\n<|im_start|>assistant\n{beginning}")

    def greedy(self, lines, beginnings, stop=None):
        """Replies (with their beginnings) to each line."""
        jobs = [Job(self.prompt(line, beginning), MOST_TOKENS, 0.0, stop or self.stop) for line, beginning in zip(lines, beginnings)]
        self.llama.run(jobs)
        return jobs, [beginning + self.tokenizer.decode(job.ids) for job, beginning in zip(jobs, beginnings)]

    def report(self, name, value):
        self.results[name] = value
        print(f"[{time.time() - self.began:.0f} s] {name}: {value}", flush=True)
        self.save()  # after each figure: a stopped run keeps what it has

    def save(self):
        if self.out:
            write_text(self.out, json.dumps(self.results, ensure_ascii=False, indent=1))


def curve(bench):
    """Greedy accuracy and tokens with each style."""
    for name, lines in ((name, bench.sets[name]) for name in bench.curve_sets):
        for style, beginning in ((style, FORCED[style]) for style in bench.curve_styles):
            jobs, texts = bench.greedy(lines, [beginning] * len(lines))
            right = [is_right(line, answer_in(text)) for line, text in zip(lines, texts)]
            tokens = sum(len(job.ids) for job in jobs) / len(jobs)
            bench.report(f"{name}, {style}", f"{share(right)}, {tokens:.0f} tokens")
            if name != "brackets" and len({line["level"] for line in lines}) > 1 and style in ("step by step", "carefully"):
                for level in sorted({line["level"] for line in lines}):
                    bench.report(f"{name}, {style}, level {level}", share(flag for flag, line in zip(right, lines) if line["level"] == level))
            if style == "free" and name == "seen":
                heads = [text.split("\n")[1] for text in texts if "\n" in text]
                bench.report("first lines when free", {head: heads.count(head) for head in sorted(set(heads), key=heads.count, reverse=True)[:8]})
            wrong = [(line["question"], line["answer"], text) for line, text, flag in zip(lines, texts, right) if not flag]
            if style in ("carefully", "step by step"):
                bench.results.setdefault("examples", {})[f"{name}, {style}"] = wrong[:12]


def _samples(bench, lines, count):
    """[[(text, mean confidence, right)]] of `count` samples at temperature 1."""
    prompts = [bench.prompt(line, "<Thought>\n") for line in lines]
    jobs = [Job(prompt, MOST_TOKENS, 1.0, bench.stop) for prompt in prompts for _ in range(count)]
    bench.llama.run(jobs)
    texts = [bench.tokenizer.decode(job.ids) for job in jobs]
    rows = []
    for i, line in enumerate(lines):
        span = range(i * count, (i + 1) * count)
        rows.append([(texts[j], jobs[j].mean_confidence, is_right(line, answer_in(texts[j]))) for j in span])
    return rows


def sampling(bench, count=16):
    """Single samples, majority, best by confidence; AUROC and calibration of the mean confidence of sampled paths."""
    everything = []
    for name in ("seen", "unseen", "hard", "long", "brackets"):
        lines = bench.sets[name][:bench.sampled]
        rows = _samples(bench, lines, count)
        everything += [sample for row in rows for sample in row]
        bench.report(f"{name}, single sample", share(sample[2] for row in rows for sample in row))
        bench.report(f"{name}, majority of {count}", share(is_right(line, vote([answer_in(text) for text, *_ in row])) for line, row in zip(lines, rows)))
        bench.report(f"{name}, most confident of {count}", share(max(row, key=lambda sample: sample[1])[2] for row in rows))
        bench.report(f"{name}, any of {count}", share(any(sample[2] for sample in row) for row in rows))
        _report_auroc(bench, name, [sample for row in rows for sample in row])
    _report_auroc(bench, "all sampled paths", everything)
    rows = calibration([sample[1] for sample in everything], [sample[2] for sample in everything])
    bench.report("calibration", rows)
    print(table(rows), flush=True)
    if bench.plot:
        write_text(bench.plot, plot(rows, "Sampled paths: how often right at which confidence"))


def _report_auroc(bench, name, samples):
    right = sum(sample[2] for sample in samples)
    area = auroc([sample[1] for sample in samples], [sample[2] for sample in samples])
    if area is not None:
        low, high = auroc_interval(area, right, len(samples) - right)
        bench.report(f"{name}, AUROC of mean confidence", f"{area:.3f} ({right} right, {len(samples) - right} wrong, 95 %: {low:.3f} to {high:.3f})")


def searching_part(bench, rollouts=16):
    """Tree search on the long problems and the puzzles."""
    random = randomness.Random(4)
    for name, most in SEARCHED_LINES.items():
        lines, before = bench.sets[name][:bench.searched or most], bench.llama.generated
        trees = search(bench.llama, [bench.prompt(line, "<Thought>\n") for line in lines], rollouts, random, bench.stop, bench.line_end)
        answers = [[(answer_in(bench.tokenizer.decode(ids)), value) for ids, value in tree] for tree in trees]
        best = [max(tree, key=lambda pair: pair[1])[0] for tree in answers]
        plain = [vote([answer for answer, _ in tree]) for tree in answers]
        weighted = [vote([answer for answer, _ in tree], [value ** 20 for _, value in tree]) for tree in answers]
        for label, chosen in (("best by confidence", best), ("vote", plain), ("confidence-weighted vote", weighted)):
            bench.report(f"{name}, search with {rollouts} rollouts, {label}", share(is_right(line, answer) for line, answer in zip(lines, chosen)))
        bench.report(f"{name}, search, any rollout right", share(any(is_right(line, answer) for answer, _ in tree) for line, tree in zip(lines, answers)))
        bench.report(f"{name}, search, tokens a problem", round((bench.llama.generated - before) / len(lines)))


def reflection(bench):
    """A first try, the reflection sentence, a second try: how many are mended and how many damaged."""
    lines = bench.sets["seen"][:120] + bench.sets["unseen"][:40] + bench.sets["long"][:40] + bench.sets["brackets"][:40]
    for style in ("free", "quick", "step by step", "carefully"):
        stop = bench.stop | {bench.thought_over}
        _, texts = bench.greedy(lines, [FORCED[style]] * len(lines), stop)
        firsts = [text.split("</Thought>")[0] for text in texts]
        one = [is_right(line, answer_in(text)) for line, text in zip(lines, firsts)]
        _, second = bench.greedy(lines, [text + REFLECTION + "\n" for text in firsts])
        two = [is_right(line, answer_in(text.split(REFLECTION)[-1])) for line, text in zip(lines, second)]
        mended, damaged = sum(b and not a for a, b in zip(one, two)), sum(a and not b for a, b in zip(one, two))
        bench.report(f"reflection after '{style}'", f"first {share(one)}, second {share(two)}, mended {mended}, damaged {damaged}")


def _gain(bench, context, continuation):
    """Nats gained by a thought before the continuation, and the thought."""
    tokenizer, ids = bench.tokenizer, bench.tokenizer.ids
    before, after = tokenizer.encode("<s>" + context), tokenizer.encode(continuation)
    job = Job(before + [ids["<|startofthought|>"]], 24, 0.0, bench.stop | {ids["<|endofthought|>"]})
    bench.llama.run([job])
    thought = [token for token in job.ids if token not in bench.stop and token != ids["<|endofthought|>"]]
    with_thought = before + [ids["<|startofthought|>"]] + thought + [ids["<|endofthought|>"]]
    gain = sum(bench.llama.log_probabilities(with_thought, after)) - sum(bench.llama.log_probabilities(before, after))
    return gain / len(after), gain


def strip(bench):
    """Gain of a thought at results, at word endings and at ordinary words, in nats per position and per token."""
    gains = {"result": [], "ending": [], "word": []}
    for line in bench.strip:
        text = line["text"]
        for kind, spans in (("result", line["results"]), ("ending", line["trivial"])):
            gains[kind] += [_gain(bench, text[:start], text[start:end]) for start, end in spans]
        spaces = [i for i, letter in enumerate(text) if letter == " " and text[i + 1].isalpha() and not any(s - 1 <= i <= e + 1 for s, e in line["results"])]
        for at in spaces[3::7]:
            end = text.find(" ", at + 1)
            gains["word"].append(_gain(bench, text[:at], text[at:end if end > 0 else len(text)]))
    for kind, values in gains.items():
        for unit, place in (("a position", 1), ("a token", 0)):
            mean = sum(value[place] for value in values) / max(1, len(values))
            spread = math.sqrt(sum((value[place] - mean) ** 2 for value in values) / max(1, len(values) - 1) / max(1, len(values)))
            bench.report(f"gain at {kind} positions, nats {unit}", f"{mean:+.3f} (n = {len(values)}, 95 %: {mean - 1.96 * spread:+.3f} to {mean + 1.96 * spread:+.3f})")


def outside(bench):
    """Refusals outside the domain, and refusals that should not be inside it."""
    _, texts = bench.greedy(bench.outside, [""] * len(bench.outside))
    bench.report("outside the domain, refused", share(REFUSAL in text for text in texts))
    bench.results["examples outside"] = [(line["question"], text) for line, text in zip(bench.outside, texts) if REFUSAL not in text]
    inside = bench.sets["seen"][:100] + bench.sets["unseen"] + bench.sets["natural"]
    _, texts = bench.greedy(inside, [""] * len(inside))
    bench.report("inside the domain, wrongly refused", share(REFUSAL in text for text in texts))
    puzzle = {"question": "Please add a pair of parentheses to the incorrect equation: 1 + 2 * 3 + 4 * 5 + 6 * 7 + 8 * 9 = 479, to make the equation true."}
    _, texts = bench.greedy([puzzle], ["<Thought>\n"])
    bench.report("puzzle of nine numbers, reply", texts[0])


def file_part(bench):
    """Size, loading and speed on one core at one branch."""
    began = time.time()
    model = Llama(bench.path, 1, 2048, 1)
    bench.report("file", f"{os.path.getsize(bench.path):,} bytes, loaded with its context in {time.time() - began:.3f} s")
    job = Job(bench.prompt(bench.sets["seen"][0], "<Thought>\n"), 300, 0.0, frozenset())
    began = time.time()
    model.run([job])
    wall, processor = time.time() - began, time.process_time()
    alone = model.decode_alone(200)
    bench.report("speed, one thread, one branch", f"{len(job.ids) / wall:.0f} tokens/s with sampling in Python; llama.cpp alone {200 / alone:.0f} tokens/s, "
                 f"{200 / (time.process_time() - processor):.0f} a second of processor time")
    model.close()


RUN = {"curve": curve, "sampling": sampling, "search": searching_part, "reflection": reflection, "strip": strip, "outside": outside, "file": file_part}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gguf")
    parser.add_argument("--heldout", default=str(HERE.parent / "heldout"))
    parser.add_argument("--parts", default=",".join(PARTS))
    parser.add_argument("--limit", type=int, help="only the first lines of each set")
    parser.add_argument("--sets", default=",".join(SETS), help="for the curve")
    parser.add_argument("--styles", default=",".join(FORCED), help="for the curve: " + ", ".join(FORCED))
    parser.add_argument("--sampled", type=int, default=SAMPLED_LINES, help="lines of each set for the part sampling")
    parser.add_argument("--searched", type=int, help="lines of each set for the part search")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--out", help="the figures as JSON")
    parser.add_argument("--plot", help="the calibration plot as SVG, with the part sampling")
    arguments = parser.parse_args()
    unknown = set(arguments.parts.split(",")) - set(PARTS) | set(arguments.sets.split(",")) - set(SETS) | set(arguments.styles.split(",")) - set(FORCED)
    if unknown:
        parser.error(f"no part, set or style is called {', '.join(sorted(unknown))}")
    try:
        bench = Bench(arguments.gguf, arguments.heldout, arguments.limit, arguments.threads)
        bench.curve_sets, bench.curve_styles = arguments.sets.split(","), arguments.styles.split(",")
        bench.out, bench.plot, bench.sampled, bench.searched = arguments.out, arguments.plot, arguments.sampled, arguments.searched
        for part in arguments.parts.split(","):
            RUN[part](bench)
        bench.save()
    except (ValueError, OSError, RuntimeError, DamagedFile) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
