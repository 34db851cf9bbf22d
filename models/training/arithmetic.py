"""How one calculation is written down: at once, or worked out digit by digit."""
from situations import LARGEST_NUMBER, apply


def _parts(number):
    """234 -> [200, 30, 4], without zeros."""
    text = str(number)
    return [int(digit) * 10 ** (len(text) - 1 - i) for i, digit in enumerate(text) if digit != "0"]


def _add_slowly(a, b):
    if a < 10 or b < 10 or b % 10 == 0 and b < 100:
        return None
    lines, total = [], a
    for part in _parts(b):
        lines.append(f"{total} + {part} = {total + part}")
        total += part
    return ", ".join(lines)


def _subtract_slowly(a, b):
    if b < 10 or b % 10 == 0 and b < 100:
        return None
    lines, rest = [], a
    for part in _parts(b):
        lines.append(f"{rest} - {part} = {rest - part}")
        rest -= part
    return ", ".join(lines)


def _times_digit(a, b):
    """a has two to four digits, b one."""
    parts = _parts(a)
    if len(parts) < 2:
        return None
    if a < 100:
        tens, units = parts
        return f"{tens} * {b} = {tens * b}, {units} * {b} = {units * b}, {tens * b} + {units * b} = {a * b}"
    lines, total = [f"{parts[0]} * {b} = {parts[0] * b}"], parts[0] * b
    for part in parts[1:]:
        lines += [f"{part} * {b} = {part * b}", f"{total} + {part * b} = {total + part * b}"]
        total += part * b
    return ", ".join(lines)


def _multiply_slowly(a, b):
    if a < b:
        a, b = b, a
    if a < 10:
        return None
    if b < 10:
        return _times_digit(a, b)
    tens, units = b // 10, b % 10
    if b > 99:
        return None
    by_tens = f"{a} * {tens} = {a * tens}"
    if not units:
        return f"{by_tens}, {a * tens} * 10 = {a * b}"
    by_units = _times_digit(a, units) or f"{a} * {units} = {a * units}"
    return f"{by_tens}, so {a} * {tens * 10} = {a * tens * 10}, {by_units}, {a * tens * 10} + {a * units} = {a * b}"


def _divide_slowly(a, b):
    quotient = a // b
    if quotient <= 10:
        return f"{b} * {quotient} = {a}"
    lines, rest, found = [], a, 0
    for part in _parts(quotient):
        lines.append(f"{b} * {part} = {b * part}")
        rest -= b * part
        found += part
        if rest:
            lines.append(f"{a if found == part else rest + b * part} - {b * part} = {rest}")
    if len(_parts(quotient)) > 1:
        lines.append(" + ".join(str(part) for part in _parts(quotient)) + f" = {quotient}")
    return ", ".join(lines)


def _percent_slowly(p, a):
    if p == 50:
        return f"{a} / 2 = {a // 2}"
    if p in (25, 75):
        quarter = a // 4
        return f"{a} / 4 = {quarter}" + (f", {quarter} * 3 = {quarter * 3}" if p == 75 else "")
    if p % 10 == 0 and a % 10 == 0:
        return f"{a} / 10 = {a // 10}" + (f", {a // 10} * {p // 10} = {a * p // 100}" if p > 10 else "")
    if a % 100 == 0:
        return f"{a} / 100 = {a // 100}, {a // 100} * {p} = {a * p // 100}"
    return f"{a} * {p} = {a * p}, {a * p} / 100 = {a * p // 100}"


def worked_out(x, op, y):
    """The small facts that lead to x op y, as text, or None where nothing needs working out."""
    if max(x, y) > LARGEST_NUMBER or min(x, y) < 0:
        return None
    method = {"+": _add_slowly, "-": _subtract_slowly, "*": _multiply_slowly, "/": _divide_slowly, "%": _percent_slowly}[op]
    return method(x, y)


def shown(x, op, y):
    """The calculation as text."""
    return f"{x}% of {y}" if op == "%" else f"{x} {op} {y}"


def step_line(label, x, op, y, slowly=False, result=None):
    """One line of a thought.  `result` overrides the true result (a planted mistake)."""
    value = apply(x, op, y) if result is None else result
    head = f"{label}: " if label else ""
    details = worked_out(x, op, y) if slowly and result is None else None
    if details:
        return f"{head}{shown(x, op, y)}. {details}, so {value}."
    return f"{head}{shown(x, op, y)} = {value}."


def check_line(x, op, y):
    """The reverse calculation that confirms a step, or None."""
    value = apply(x, op, y)
    if op == "-":
        return f"Check: {value} + {y} = {x}."
    if op == "+":
        return f"Check: {value} - {y} = {x}."
    if op == "/":
        return f"Check: {value} * {y} = {x}."
    if op == "*" and y and x:
        return f"Check: {value} / {x} = {y}."
    return None
