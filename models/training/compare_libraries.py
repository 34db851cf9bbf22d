"""Do both generations of llama.cpp give the same tokens and the same greedy text?

    python3 compare_libraries.py ../thoughtscope-small.gguf FOLDER     FOLDER holds the newer libraries, see llama.py

Each library runs in a process of its own.  A text may differ where two tokens are equally probable up to rounding; such places are counted apart.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys

from check_tokenizer import strings
from evaluate import FORCED, HERE, SETS, Bench
from gguf_file import DamagedFile
from llama import Job

CLOSE = 0.02  # nats between two tokens that rounding may swap


def own_view(path, count, limit):
    """Tokens of `count` strings and greedy continuations of some held-out questions, by the library of this process."""
    bench = Bench(path, HERE.parent / "heldout", limit, 1)
    texts = strings(bench.tokenizer, count)
    wrong = sum(bench.llama.tokenize(text) != bench.tokenizer.encode(text) for text in texts)
    replies = []
    for name in SETS:
        for line in bench.sets[name]:
            job = Job(bench.prompt(line, FORCED["free"]), 480, 0.0, bench.stop)
            bench.llama.run([job])
            replies.append((job.prompt, job.ids))
    return {"strings": len(texts), "mismatches": wrong, "replies": replies}


def first_difference(path, old, new):
    """(place, nats between the two choices by this process's library)."""
    at = next(i for i, (a, b) in enumerate(zip(old[1], new[1])) if a != b)
    bench = Bench(path, HERE.parent / "heldout", 1, 1)
    before = old[0] + old[1][:at]
    (a,), (b,) = (bench.llama.log_probabilities(before, [choice]) for choice in (old[1][at], new[1][at]))
    return at, abs(a - b)


def asked(path, arguments, library):
    environment = dict(os.environ)
    environment.pop("LLAMA_LIBRARY", None)
    if library:
        environment["LLAMA_LIBRARY"] = library
    done = subprocess.run([sys.executable, __file__, path, "--own", "--count", str(arguments.count), "--lines", str(arguments.lines)], env=environment, capture_output=True, text=True)
    if done.returncode:
        raise ValueError(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else f"the library {library} failed")
    return json.loads(done.stdout.splitlines()[-1])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gguf")
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--count", type=int, default=10_000, help="strings to tokenize")
    parser.add_argument("--lines", type=int, default=20, help="questions of each held-out set to answer")
    parser.add_argument("--own", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    try:
        if arguments.own:
            print(json.dumps(own_view(arguments.gguf, arguments.count, arguments.lines)))
            return
        if not arguments.folder or not pathlib.Path(arguments.folder).is_dir():
            raise ValueError("Name the folder with the newer llama.cpp libraries.")
        old, new = asked(arguments.gguf, arguments, None), asked(arguments.gguf, arguments, arguments.folder)
        for name, view in (("b4916", old), ("newer", new)):
            print(f"{name}: {view['strings']} strings, {view['mismatches']} mismatches")
        differing = [(a, b) for a, b in zip(old["replies"], new["replies"]) if a[1] != b[1]]
        print(f"greedy text: {len(old['replies'])} questions, {len(differing)} differ")
        gaps = [first_difference(arguments.gguf, a, b) for a, b in differing]
        for at, gap in gaps:
            print(f"  at token {at}: the two choices lie {gap:.4f} nats apart")
        sys.exit(1 if old["mismatches"] + new["mismatches"] or any(gap > CLOSE for _, gap in gaps) else 0)
    except (ValueError, OSError, RuntimeError, DamagedFile) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
