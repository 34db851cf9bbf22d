"""Word problems of fixed shape, read from the pattern files `situations_*.txt`.

A pattern file is a list of situations:

    = name                 starts a situation, or goes on with one of an earlier file
    + name                 starts another one of that name: the same numbers, other labels for the steps
    v a=big() b=below(a)   its numbers, each an expression over `Numbers` and the numbers before it
    s left: a - b | ...    its solution steps; `@0` is the result of the first step; `p % a` is p percent of a
    - ...                  a way of telling it
    ? ...                  a way of telling it that contains the question
    q ...                  a question for the tellings that start with `-`
    ~ ...  ~? ...          a telling that training never sees (kept apart for `unseen.jsonl`)

A pattern is one telling together with one question.
"""
import math
import pathlib
import re
import zlib
from dataclasses import dataclass, field

from loosen import loosened, widened, with_remark
from templates import Filler

LARGEST_NUMBER = 9999
_HERE = pathlib.Path(__file__).resolve().parent
_FRACTIONS = {2: "half", 3: "third", 4: "quarter", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth", 10: "tenth"}


@dataclass
class Problem:
    """A question with its worked solution.

    steps: list of (label, x, op, y); x and y are ints or ("@", i), the result of step i.
    values: the result of each step; the last is the answer.
    key: a checksum of situation and numbers, which decides whether the problem is held out.
    """
    kind: str
    question: str
    steps: list
    values: list
    level: int
    key: int
    unseen: bool = False
    tags: dict = field(default_factory=dict)

    @property
    def answer(self):
        return str(self.values[-1])

    @property
    def held_out(self):
        return self.key % 20 == 0


class Unusable(Exception):
    """The drawn numbers do not make a sensible problem; draw again."""


class Numbers:
    """Random numbers whose size grows with the level (1 to 6)."""

    RANGES = {  # few, mid, big, price
        1: ((2, 6), (3, 12), (10, 49), (2, 9)),
        2: ((2, 9), (3, 19), (12, 99), (2, 19)),
        3: ((2, 12), (8, 49), (40, 399), (5, 49)),
        4: ((3, 15), (11, 60), (50, 499), (6, 60)),
        5: ((4, 19), (12, 99), (100, 899), (11, 99)),
        6: ((4, 19), (12, 99), (100, 899), (11, 99))}  # longer than anything in training

    def __init__(self, random, level):
        self.random, self.level = random, level
        self._few, self._mid, self._big, self._price = self.RANGES[level]

    def few(self, low=None, high=None):
        return self.random.randint(*(self._few if low is None else (low, high)))

    def mid(self):
        return self.random.randint(*self._mid)

    def big(self):
        return self.random.randint(*self._big)

    def price(self, low=None, high=None):
        return self.random.randint(*(self._price if low is None else (low, high)))

    def rest(self):
        return self.random.randint(2, self._big[1])

    def below(self, top, bottom=1):
        """A number from 1 to top - bottom."""
        if top - bottom < 1:
            raise Unusable
        return self.random.randint(1, top - bottom)

    def age(self, low=4, high=49):
        return self.random.randint(low, high)

    def speed(self):
        return self.random.choice((self.random.randint(3, 30), 10 * self.random.randint(2, 12), 5 * self.random.randint(2, 20)))

    def tens(self):
        return self.random.choice((10, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90))

    def pct(self):
        self._percent = self.random.choice((10, 10, 20, 20, 25, 25, 30, 40, 50, 50, 60, 70, 75, 80, 90, 5, 15))
        return self._percent

    def pof(self, percent):
        """A number of which `percent` percent is whole."""
        unit = 100 // math.gcd(100, percent)
        top = max(2, {1: 100, 2: 200, 3: 400, 4: 800, 5: 1600}[self.level] // unit)
        if self.random.random() < 0.4:
            return 100 * self.random.randint(1, max(1, unit * top // 100))
        return unit * self.random.randint(1, top)

    def restart(self):
        return self.random.choice((5, 10, 15, 20, 25, 30, self.random.randint(2, 60)))

    def namespace(self):
        names = "few mid big price rest below age speed tens pct pof restart".split()
        return {name: getattr(self, name) for name in names} | {"__builtins__": {}}


def apply(x, op, y):
    """The exact whole result of one step, or Unusable."""
    if op == "+":
        return x + y
    if op == "-":
        return x - y
    if op == "*":
        return x * y
    divided, by = (x * y, 100) if op == "%" else (x, y)
    if by == 0 or divided % by:
        raise Unusable
    return divided // by


def evaluate_steps(steps):
    """Results of all steps; raises Unusable when one is negative, zero at the end, or too large."""
    values = []
    for _, x, op, y in steps:
        x, y = (values[z[1]] if isinstance(z, tuple) else z for z in (x, y))
        value = apply(x, op, y)
        if not 0 <= value <= LARGEST_NUMBER or max(x, y) > LARGEST_NUMBER:
            raise Unusable
        values.append(value)
    return values


class Situation:
    """One situation of a pattern file."""

    def __init__(self, name):
        self.name = name
        self.numbers, self.steps = [], []
        self.tellings, self.complete, self.questions = [], [], []
        self.unseen = []

    @property
    def pattern_count(self):
        """Patterns seen in training."""
        return len(self.tellings) * len(self.questions) + len(self.complete)

    @property
    def unseen_count(self):
        return sum(1 if telling.startswith("?") else len(self.questions) for telling in self.unseen)

    def parse_numbers(self, text):
        for part in text.split():
            name, expression = part.split("=", 1)
            self.numbers.append((name, compile(expression, self.name, "eval")))

    def parse_steps(self, text):
        for part in text.split("|"):
            label, calculation = part.rsplit(":", 1)
            self.steps.append((label.strip(), *calculation.split()))

    def problem(self, random, level, unseen=False, wide=False):
        """One problem; raises Unusable when the drawn numbers do not work out.  `wide`: with more changes of wording."""
        space = Numbers(random, level).namespace()
        numbers = {}
        for name, code in self.numbers:
            numbers[name] = space[name] = eval(code, space)
        steps = [(label, self._operand(x, numbers), op, self._operand(y, numbers)) for label, x, op, y in self.steps]
        values = evaluate_steps(steps)
        filler = Filler(random, numbers, wide)
        if "f" in numbers:
            filler.words["frac"] = _FRACTIONS[numbers["f"]]
        telling = self._telling(random, unseen)
        question = filler.fill(telling) if unseen else with_remark(filler.fill(loosened(telling, random)), random)
        question = widened(question, random) if wide else question
        steps = [(filler.fill("." + label)[1:] if "{" in label else label, x, op, y) for label, x, op, y in steps]
        key = zlib.crc32(repr((self.name, sorted(numbers.items()))).encode())
        return Problem(self.name, question, steps, values, level, key, unseen, {"filler": filler})

    @staticmethod
    def _operand(text, numbers):
        if text[0] == "@":
            return ("@", int(text[1:]))
        return numbers[text] if text in numbers else int(text)

    def _telling(self, random, unseen):
        if unseen:
            telling = random.choice(self.unseen)
            if telling.startswith("?"):
                return telling[1:].strip()
            return telling + " " + random.choice(self.questions)
        total = self.pattern_count
        if self.complete and random.random() < max(0.2 if self.tellings else 1, len(self.complete) / total):
            return random.choice(self.complete)
        telling, question = random.choice(self.tellings), random.choice(self.questions)
        if telling.endswith(","):
            question = question[0].lower() + question[1:]
        return telling + " " + question


def read_situations(path, known=None):
    """`known` (a list of situations) with those of one pattern file; a broken line is named in a ValueError."""
    situations = [] if known is None else known
    current = None
    before = len(situations)
    try:
        text = pathlib.Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError(f"The pattern file {path} cannot be read: {error}.") from None
    for number, line in enumerate(text.splitlines(), 1):
        sign, text = line[:1], re.sub(r" +", " ", line[1:].strip())
        if not line.strip() or sign == "#":
            continue
        if sign == "=":
            current = next((situation for situation in situations if situation.name == text), None)
            if current is None:
                current = Situation(text)
                situations.append(current)
            continue
        if sign == "+":
            current = Situation(text)
            situations.append(current)
            continue
        if current is None or sign not in "vs-?q~":
            raise ValueError(f"{path}, line {number}: not a line of a pattern file")
        try:
            {"v": current.parse_numbers, "s": current.parse_steps, "-": current.tellings.append,
             "?": current.complete.append, "q": current.questions.append, "~": current.unseen.append}[sign](text)
        except (ValueError, SyntaxError):
            raise ValueError(f"{path}, line {number}: not a line of a pattern file") from None
    if known is None and len(situations) == before:
        raise ValueError(f"The pattern file {path} is empty.")
    return situations


PATTERN_FILES = ("situations_shop.txt", "situations_world.txt", "situations_more.txt")
WIDE_FILES = tuple(sorted(path.name for path in _HERE.glob("situations_wide*.txt")))  # for training alone, so that the held-out sets stay as they are


def _read_all(names):
    situations = []
    for name in names:
        read_situations(_HERE / name, situations)
    return situations


SITUATIONS = _read_all(PATTERN_FILES)
WIDE_SITUATIONS = _read_all((*PATTERN_FILES, *WIDE_FILES))
WITH_UNSEEN = [situation for situation in SITUATIONS if situation.unseen]


def situation_problem(random, level, unseen=False, wide=False):
    """A random problem of a random situation."""
    while True:
        situation = random.choice(WITH_UNSEEN if unseen else WIDE_SITUATIONS if wide else SITUATIONS)
        for _ in range(50):
            try:
                return situation.problem(random, level, unseen, wide)
            except Unusable:
                continue
