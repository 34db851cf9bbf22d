"""How often paths of a confidence are right: table and plot."""
from scoring import wilson

_WIDTH, _HEIGHT, _LEFT, _TOP, _RIGHT, _BOTTOM = 640, 400, 64, 24, 616, 344


def calibration(confidences, flags, bins=8):
    """Rows (mean confidence, share right, right ones, count) over bins with equally many paths."""
    pairs, rows = sorted(zip(confidences, flags)), []
    for i in range(bins):
        part = pairs[i * len(pairs) // bins:(i + 1) * len(pairs) // bins]
        if part:
            right = sum(flag for _, flag in part)
            rows.append((round(sum(c for c, _ in part) / len(part), 4), round(right / len(part), 3), right, len(part)))
    return rows


def table(rows):
    """The rows as lines of Markdown."""
    lines = ["| mean confidence | right |", "|---|---|"]
    for confidence, share, right, count in rows:
        low, high = wilson(right, count)
        lines.append(f"| {confidence:.3f} | {100 * share:.1f} % ({right}/{count}, {100 * low:.1f} to {100 * high:.1f}) |")
    return "\n".join(lines)


def plot(rows, title):
    """The rows as an SVG picture; bars are 95 % intervals, the dashed line would be confidence equal to the share of right paths."""
    first = min(0.99, rows[0][0]) - 0.01
    x = lambda confidence: _LEFT + (confidence - first) / (1 - first) * (_RIGHT - _LEFT)
    y = lambda share: _BOTTOM - share * (_BOTTOM - _TOP)
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" font-size="13" fill="#333">',
             f"<title>{title}</title>", f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>']
    for tick in (0, 0.25, 0.5, 0.75, 1):
        parts.append(f'<path d="M{_LEFT} {y(tick):.1f}H{_RIGHT}" stroke="#ddd"/><text x="{_LEFT - 8}" y="{y(tick) + 4:.1f}" text-anchor="end">{100 * tick:.0f} %</text>')
    steps = 4
    for i in range(steps + 1):
        tick = first + (1 - first) * i / steps
        parts.append(f'<text x="{x(tick):.1f}" y="{_BOTTOM + 20}" text-anchor="middle">{tick:.2f}</text>')
    parts.append(f'<path d="M{x(first):.1f} {y(first):.1f}L{x(1):.1f} {y(1):.1f}" stroke="#999" stroke-dasharray="4 4"/>')
    points = " ".join(f"{x(row[0]):.1f},{y(row[1]):.1f}" for row in rows)
    parts.append(f'<polyline points="{points}" fill="none" stroke="#2b6cb0" stroke-width="2"/>')
    for confidence, share, right, count in rows:
        low, high = wilson(right, count)
        parts.append(f'<path d="M{x(confidence):.1f} {y(low):.1f}V{y(high):.1f}" stroke="#2b6cb0"/><circle cx="{x(confidence):.1f}" cy="{y(share):.1f}" r="4" fill="#2b6cb0"/>')
    parts += [f'<text x="{(_LEFT + _RIGHT) / 2}" y="{_HEIGHT - 12}" text-anchor="middle">mean confidence of a sampled path</text>',
              f'<text transform="translate(16 {(_TOP + _BOTTOM) / 2}) rotate(-90)" text-anchor="middle">right</text>', "</svg>"]
    return "\n".join(parts) + "\n"
