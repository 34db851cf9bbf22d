"""Makes and reads the held-out sets:  python3 heldout.py ../heldout

seen.jsonl      levels 1 to 3, patterns of training, numbers that training leaves out
hard.jsonl      levels 4 and 5, likewise
long.jsonl      seven to nine steps, longer than anything in training
unseen.jsonl    levels 1 to 3, wordings that training never sees
brackets.jsonl  puzzles of four and of five numbers that training leaves out
strip.jsonl     running texts; `results` and `trivial` are [start, end) of characters
Written by hand and only read here: natural.jsonl, blind.jsonl (written when the patterns were complete) and outside.jsonl.
"""
import json
import pathlib
import random as randomness
import sys

from brackets import puzzle
from chains import chain_problem
from runningtext import VERBS, result_sentence, trivial_sentence
from situations import situation_problem

SEED = 20_240_601
FIELDS = {"id", "kind", "question", "answer", "level"}


def word_problem(random, level, unseen):
    """A held-out word problem of at least two steps."""
    while True:
        make = situation_problem if random.random() < (0.72 if level < 4 else 0.25) else chain_problem
        problem = make(random, level, unseen)
        steps = len(problem.steps)
        if steps >= 2 and (steps >= 4 or level < 4) and (unseen or problem.held_out) and problem.values[-1] > 0:
            return problem


def long_problem(random):
    while True:
        problem = chain_problem(random, 6)
        if len(problem.steps) >= 7 and problem.held_out and problem.values[-1] > 0:
            return problem


def held_out_puzzle(random, count):
    while True:
        problem = puzzle(random, 3, count)
        if problem.held_out:
            return problem


def collect(name, kind, count, make):
    """`count` different problems as lines of a set."""
    lines, questions = [], set()
    while len(lines) < count:
        problem = make(len(lines))
        if problem.question not in questions:
            questions.add(problem.question)
            lines.append({"id": f"{name}-{len(lines) + 1:04d}", "kind": kind, "question": problem.question, "answer": problem.answer, "level": problem.level})
    return lines


def strip_text(random, index):
    """One running text with the places of its results and of trivial continuations."""
    parts, results, trivial, length = [], [], [], 0
    verbs = {stem + ending: stem for stem, ending in VERBS}
    order = [result_sentence, trivial_sentence, result_sentence, trivial_sentence][:random.randint(2, 4)]
    random.shuffle(order)
    for make in order:
        made = make(random)
        if make is trivial_sentence:
            sentence = made
            for word in sentence.rstrip(".").split(" "):
                if word in verbs:
                    at = length + sentence.index(word)
                    trivial.append([at + len(verbs[word]), at + len(word)])
        else:
            before, value, after, _ = made
            sentence = f"{before} {value}{after}"
            results.append([length + len(before), length + len(before) + 1 + len(str(value))])
        parts.append(sentence)
        length += len(sentence) + 1
    return {"id": f"strip-{index + 1:04d}", "text": " ".join(parts), "results": results, "trivial": trivial}


def strip_texts(random):
    return [strip_text(random, index) for index in range(60)]


def make_all(folder):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    random, long_random = randomness.Random(SEED), randomness.Random(SEED + 2)
    sets = {"seen": collect("seen", "word", 240, lambda i: word_problem(random, i % 3 + 1, False)),
            "hard": collect("hard", "word", 120, lambda i: word_problem(random, i % 2 + 4, False)),
            "unseen": collect("unseen", "word", 180, lambda i: word_problem(random, i % 3 + 1, True)),
            "brackets": collect("brackets", "brackets", 100, lambda i: held_out_puzzle(random, 4 + i % 2)),
            "strip": strip_texts(randomness.Random(SEED + 1)),
            "long": collect("long", "word", 120, lambda i: long_problem(long_random))}
    for name, lines in sets.items():
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return {name: len(lines) for name, lines in sets.items()}


def read_set(path, fields=frozenset(FIELDS)):
    """Lines of a held-out set; a missing, empty or damaged file is refused in a sentence."""
    try:
        text = pathlib.Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError(f"The held-out set {path} cannot be read: {error}") from None
    lines = []
    for number, line in enumerate(text.splitlines(), 1):
        try:
            entry = json.loads(line)
        except ValueError:
            raise ValueError(f"Line {number} of {path} is not JSON.") from None
        if not isinstance(entry, dict) or not fields <= set(entry):
            raise ValueError(f"Line {number} of {path} lacks one of {', '.join(sorted(fields))}.")
        lines.append(entry)
    if not lines:
        raise ValueError(f"The held-out set {path} is empty.")
    return lines


if __name__ == "__main__":
    print(make_all(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent.parent / "heldout"))
