"""Bracket puzzles: where must one pair of parentheses go so that the equation holds?"""
import zlib
from dataclasses import dataclass, field

from thoughts import HEADS

ASK = ["Add one pair of parentheses so that {e} equals {t}.", "Put one pair of parentheses into {e} to make {t}.",
       "Please add a pair of parentheses to the incorrect equation: {e} = {t}, to make the equation true.",
       "Where must one pair of brackets go in {e} = {t}?", "Add a pair of parentheses to {e} = {t} to make it true.",
       "Insert brackets into {e} so that the result is {t}.", "{e} = {t} is wrong. Add one pair of parentheses to make it right.",
       "Place one pair of parentheses in {e} = {t} so that the equation is true."]


@dataclass
class Puzzle:
    """numbers n, operators n - 1, target; solutions are (first, last) indices inside the parentheses."""
    numbers: list
    operators: list
    target: int
    solutions: list
    question: str
    level: int
    kind: str = "brackets"
    unseen: bool = False
    tags: dict = field(default_factory=dict)

    @property
    def key(self):
        return zlib.crc32(repr((self.numbers, self.operators)).encode())

    @property
    def held_out(self):
        return self.key % 20 == 0

    @property
    def answer(self):
        return placed(self.numbers, self.operators, self.solutions[0])


def placements(count):
    """All useful (first, last) pairs for `count` numbers."""
    return [(i, j) for i in range(count) for j in range(i + 1, count) if (i, j) != (0, count - 1)]


def plain(numbers, operators):
    """`1 + 2 * -3`"""
    return " ".join(f"{number} {operators[i]}" if i < len(operators) else str(number) for i, number in enumerate(numbers))


def placed(numbers, operators, span):
    """The expression with its parentheses."""
    words = []
    for i, number in enumerate(numbers):
        words.append(("(" if i == span[0] else "") + str(number) + (")" if i == span[1] else ""))
        words += operators[i:i + 1]
    return " ".join(words)


def _calculate(a, op, b):
    return a + b if op == "+" else a - b if op == "-" else a * b


def value(numbers, operators):
    """Value with products first."""
    numbers, operators = list(numbers), list(operators)
    while operators:
        i = operators.index("*") if "*" in operators else 0
        numbers[i:i + 2] = [_calculate(numbers[i], operators[i], numbers[i + 1])]
        del operators[i]
    return numbers[0]


def _split_product(a, b):
    """The parts of a large product, [-120, -54] for 6 * -29, or None for an easy one."""
    sign = -1 if (a < 0) != (b < 0) else 1
    big, small = max(abs(a), abs(b)), min(abs(a), abs(b))
    if big < 11 or small < 2 or small > 9 or big > 999:
        return None
    parts = [int(digit) * 10 ** (len(str(big)) - 1 - i) for i, digit in enumerate(str(big)) if digit != "0"]
    return [sign * part * small for part in parts] if len(parts) > 1 else None


def reductions(numbers, operators, split=False):
    """The expression after each calculation, products first, then left to right.

    With `split`, a large product is first written as a sum: 2 + 6 * -29 = 2 - 120 - 54.
    """
    numbers, operators, states = list(numbers), list(operators), []
    while operators:
        i = operators.index("*") if "*" in operators else 0
        parts = _split_product(numbers[i], numbers[i + 1]) if split and operators[i] == "*" and "*" not in operators[i + 1:i + 2] else None
        if parts:
            flip = -1 if i and operators[i - 1] == "-" else 1
            numbers[i:i + 2] = [parts[0]] + [abs(part) for part in parts[1:]]
            operators[i:i + 1] = ["+" if part * flip > 0 else "-" for part in parts[1:]]
        else:
            numbers[i:i + 2] = [_calculate(numbers[i], operators[i], numbers[i + 1])]
            del operators[i]
        states.append(plain(numbers, operators))
    return states


def chain(numbers, operators, span, split=False):
    """(`a * (b + c) = ... = 12` without its left side, value): first inside the parentheses, one calculation at a time."""
    first, last = span
    inside = numbers[first:last + 1], operators[first:last]
    before = " ".join(f"{number} {operator}" for number, operator in zip(numbers[:first], operators))
    after = " ".join(f"{operator} {number}" for operator, number in zip(operators[last:], numbers[last + 1:]))
    states = [" ".join(part for part in (before, f"({state})", after) if part) for state in reductions(*inside)[:-1]]
    inner = value(*inside)
    outer = numbers[:first] + [inner] + numbers[last + 1:], operators[:first] + operators[last:]
    return " = ".join(states + [plain(*outer)] + reductions(*outer, split)), value(*outer)


def changes_something(operators, span):
    """False for parentheses that leave the order of the calculations as it is."""
    first, last = span
    left, right = operators[first - 1] if first else "+", operators[last] if last < len(operators) else "+"
    return any(operator != "*" for operator in operators[first:last]) and (left != "+" or right == "*")


def puzzle(random, level, count=None, big=False):
    """A random puzzle whose target differs from the value without parentheses."""
    while True:
        n = count or {1: 4, 2: 4, 3: random.choice((4, 5)), 4: 5, 5: random.choice((5, 6))}[level]
        numbers = [random.randint(1, 9) for _ in range(n)]
        operators = [random.choice("+-*" if random.random() < 0.85 else "+*") for _ in range(n - 1)]
        base, spans = value(numbers, operators), placements(n)
        values = {span: chain(numbers, operators, span)[1] for span in spans}
        good = [span for span in spans if 0 <= values[span] != base and values[span] < 2000]
        if not good or max(abs(v) for v in values.values()) > 5000:
            continue
        target = values[random.choice(good)]
        solutions = [span for span in spans if values[span] == target]
        question = random.choice(ASK if random.random() < 0.5 else ASK[:2]).format(e=plain(numbers, operators), t=target)
        return Puzzle(numbers, operators, target, solutions, question, level)


def solves(question_numbers, operators, target, answer):
    """True when `answer` is the expression with exactly one useful pair of parentheses and the target as its value."""
    for span in placements(len(question_numbers)):
        if placed(question_numbers, operators, span) == answer:
            return chain(question_numbers, operators, span)[1] == target
    return False


def bracket_thought(problem, style, random, mistake=False, most_tries=None, doubted=None):
    """(text of a thought that ends with its answer line, the answer).  `doubted`, an answer given before, is tried first."""
    numbers, operators, target = problem.numbers, problem.operators, problem.target
    lines = [random.choice(HEADS[style])]
    spans = [span for span in placements(len(numbers)) if changes_something(operators, span)]
    first = next((i for i, span in enumerate(spans) if placed(numbers, operators, span) == doubted), random.randrange(len(spans)))
    spans = spans[first:] + spans[:first]  # in order, from anywhere: the last try alone tells which comes next
    wrong = [span for span in spans if span not in problem.solutions]
    if style == "quick":
        span = random.choice(wrong or spans) if mistake else random.choice(problem.solutions)
        return f"{lines[0]}\n{placed(numbers, operators, span)} = {target}.\nThe answer is {placed(numbers, operators, span)}.", placed(numbers, operators, span)
    if most_tries:
        spans = random.sample(wrong, random.randint(0, min(len(wrong), most_tries - 1))) + [random.choice(problem.solutions)]
    stop = random.randint(1, len(spans)) if mistake else len(spans) + 1
    for tries, span in enumerate(spans, 1):
        text = placed(numbers, operators, span)
        worked, found = chain(numbers, operators, span, True)
        if mistake and tries >= stop and span in wrong:
            parts = worked.split(" = ")
            parts[-1] = str(target)
            lines.append(f"Try {text} = {' = '.join(parts)}, good.")
        elif found == target:
            lines.append(f"Try {text} = {worked}, good.")
        else:
            lines.append(f"Try {text} = {worked}, not {target}.")
            continue
        return "\n".join(lines) + f"\nThe answer is {text}.", text
    return bracket_thought(problem, style, random)
