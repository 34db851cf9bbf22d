"""Answers, intervals and rank statistics."""
import math
import re

from brackets import chain, placed, placements

_ANSWER = re.compile(r"The answer is (.+?)\.(?:\n|<|$)")


def answer_in(text):
    """The last stated answer, or None."""
    found = _ANSWER.findall(text)
    return found[-1].strip() if found else None


def is_right(line, answer):
    """True when an answer solves the problem of a held-out line."""
    if answer is None:
        return False
    if line["kind"] != "brackets":
        return answer == line["answer"]
    return same_equation(line["answer"], answer)


def _numbers_and_operators(expression):
    words = expression.replace("(", "").replace(")", "").split()
    return [int(word) for word in words[::2]], words[1::2]


def same_equation(solution, answer):
    """True when `answer` is the expression of `solution` with one pair of parentheses and the same value."""
    numbers, operators = _numbers_and_operators(solution)
    values = {placed(numbers, operators, span): chain(numbers, operators, span)[1] for span in placements(len(numbers))}
    return answer in values and values[answer] == values[solution]


def wilson(successes, count, z=1.959964):
    """95 % interval of a share."""
    if not count:
        return 0.0, 1.0
    p = successes / count
    middle, spread = p + z * z / (2 * count), z * math.sqrt(p * (1 - p) / count + z * z / (4 * count * count))
    low, high = (middle - spread) / (1 + z * z / count), (middle + spread) / (1 + z * z / count)
    return max(0.0, low), min(1.0, high)


def share(flags):
    """`81.2 % (195/240, 95 %: 75.9 to 85.7)`"""
    flags = list(flags)
    low, high = wilson(sum(flags), len(flags))
    return f"{100 * sum(flags) / max(1, len(flags)):.1f} % ({sum(flags)}/{len(flags)}, 95 %: {100 * low:.1f} to {100 * high:.1f})"


def auroc(scores, flags):
    """Probability that a right one scores above a wrong one (ties half), or None when one kind is missing."""
    right = sorted(score for score, flag in zip(scores, flags) if flag)
    wrong = sorted(score for score, flag in zip(scores, flags) if not flag)
    if not right or not wrong:
        return None
    import bisect
    wins = sum(bisect.bisect_left(wrong, score) + (bisect.bisect_right(wrong, score) - bisect.bisect_left(wrong, score)) / 2 for score in right)
    return wins / (len(right) * len(wrong))


def auroc_interval(area, right, wrong):
    """95 % interval of an AUROC (Hanley and McNeil 1982)."""
    q1, q2 = area / (2 - area), 2 * area * area / (1 + area)
    variance = (area * (1 - area) + (right - 1) * (q1 - area ** 2) + (wrong - 1) * (q2 - area ** 2)) / (right * wrong)
    spread = 1.959964 * math.sqrt(max(0.0, variance))
    return max(0.0, area - spread), min(1.0, area + spread)
