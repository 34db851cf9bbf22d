"""Chains of thought for word problems, in several styles and with planted mistakes for reflection."""
import re

import situations
from arithmetic import check_line, step_line, shown

REFLECTION = "Wait! Maybe I made some mistakes! I need to rethink from scratch."
# style -> first lines; the approach can be told from the first line of a thought
HEADS = {"quick": ["Quick look.", "In one go."], "steps": ["Step by step.", "One by one."],
         "plan": ["First a plan."], "careful": ["Let me go slowly.", "Let me be careful."], "check": ["I check each step."]}
STYLES = list(HEADS)
STYLE_SHARES = {"quick": 0.1, "steps": 0.39, "plan": 0.08, "careful": 0.36, "check": 0.07}


def reordered(problem, random):
    """The steps in another valid order, with references renumbered: another correct path to the same answer."""
    steps, order, waiting = problem.steps, [], list(range(len(problem.steps)))
    while waiting:
        ready = [i for i in waiting[:-1] or waiting if all(not isinstance(z, tuple) or z[1] in order for z in (steps[i][1], steps[i][3]))]
        order.append(random.choice(ready))
        waiting.remove(order[-1])
    place = {old: new for new, old in enumerate(order)}
    move = lambda z: ("@", place[z[1]]) if isinstance(z, tuple) else z
    return [(label, move(x), op, move(y)) for label, x, op, y in (steps[i] for i in order)]


def expression(steps, index):
    """The whole calculation of one step as a single expression."""
    _, x, op, y = steps[index]
    left, right = (expression(steps, z[1]) if isinstance(z, tuple) else str(z) for z in (x, y))
    if op == "%":
        left, right, op = (right if right.isdigit() else f"({right})"), f"{left} / 100", "*"
        return f"{left} {op} {right}"
    weak = lambda text: "+" in text or "-" in text
    if op in "*/":
        left = f"({left})" if weak(left) else left
        right = right if right.isdigit() else f"({right})"
    if op == "-" and weak(right):
        right = f"({right})"
    return f"{left} {op} {right}"


def wrong_number(value, random):
    """A number that a slip would give."""
    digit = 10 ** random.randrange(max(1, len(str(value))))
    slip = value + random.choice((digit, -digit)) * (1 if random.random() < 0.7 else random.randint(1, 3))
    return slip if slip >= 0 and slip != value else value + 1


def _quick(problem, steps, random, mistake):
    answer = wrong_number(problem.values[-1], random) if mistake else problem.values[-1]
    return [f"{expression(steps, len(steps) - 1)} = {answer}."], answer


def misunderstood(problem, steps, random):
    """The steps as someone would take them who misread the problem: a step left out, another number, another operation."""
    steps, numbers = list(steps), [int(number) for number in re.findall(r"\d+", problem.question) if len(number) < 4]
    index = random.randrange(len(steps))
    label, x, op, y = steps[index]
    kind = random.random()
    if kind < 0.3 and len(steps) > 1 and index == len(steps) - 1:
        return steps[:-1]
    if kind < 0.65 and numbers:
        other = random.choice(numbers)
        steps[index] = (label, other, op, y) if isinstance(y, tuple) or random.random() < 0.4 else (label, x, op, other)
    elif op != "%":
        steps[index] = (label, x, random.choice([other for other in "+-*" if other != op]), y)
    return steps


def _stepwise(steps, style, random, mistake):
    lines, values = [], []
    at_fault = random.randrange(len(steps)) if mistake else -1
    for index, (label, x, op, y) in enumerate(steps):
        x, y = (values[z[1]] if isinstance(z, tuple) else z for z in (x, y))
        true = situations.apply(x, op, y)
        if not 0 <= true <= situations.LARGEST_NUMBER:
            raise situations.Unusable
        result = wrong_number(true, random) if index == at_fault else None
        if op in "+*" and random.random() < 0.05:
            x, y = y, x
        lines.append(step_line(label, x, op, y, style == "careful", result))
        if style == "check" and result is None and check_line(x, op, y):
            lines.append(check_line(x, op, y))
        values.append(true if result is None else result)
    return lines, values[-1]


def word_thought(problem, style, random, mistake=False):
    """(text of a thought that ends with its answer line, the answer)."""
    for _ in range(20):
        steps = reordered(problem, random) if random.random() < 0.3 else problem.steps
        slip = mistake
        if mistake and style != "quick" and random.random() < 0.55:
            steps, slip = misunderstood(problem, steps, random), False
        try:
            lines, answer = (_quick(problem, steps, random, mistake) if style == "quick" else _stepwise(steps, style, random, slip))
        except situations.Unusable:
            continue
        head = [random.choice(HEADS[style])]
        if style == "plan":
            labels = [label for label, *_ in steps]
            head.append("Find " + ", then ".join(labels) + ".")
        return "\n".join(head + lines) + f"\nThe answer is {answer}.", str(answer)
    return word_thought(problem, style, random)
