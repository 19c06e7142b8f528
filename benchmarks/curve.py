"""A curve of time against size as a picture (SVG), both axes logarithmic."""

from __future__ import annotations

import math
from collections.abc import Sequence

Points = Sequence[tuple[int, float]]
WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT = 720, 400, 70, 50, 40, 110
INK, GRID = "#1f2933", "#d9dee3"
COLOURS = ("#0b6e99", "#b4540a", "#5b7f2b", "#7a4b8c", "#6b7280")
LINKING = ("Time to link one report", "reports kept")


def curve(lines: Sequence[tuple[str, Points]], words: tuple[str, str] = LINKING) -> str:
    """Microseconds against a number of things, each line under its name, ours first; `words`: what takes them, the
    things."""
    what, things = words
    sizes = [size for _, points in lines for size, _ in points]
    costs = [cost for _, points in lines for _, cost in points]
    x0, x1 = math.floor(math.log10(min(sizes))), math.ceil(math.log10(max(sizes)))
    y0, y1 = math.floor(math.log10(min(costs))), math.ceil(math.log10(max(costs)))

    def at(size: float, cost: float) -> tuple[float, float]:
        x = LEFT + (math.log10(size) - x0) / (x1 - x0) * (WIDTH - LEFT - RIGHT)
        y = HEIGHT - BOTTOM - (math.log10(cost) - y0) / max(1, y1 - y0) * (HEIGHT - BOTTOM - TOP)
        return round(x, 1), round(y, 1)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'font-family="sans-serif" font-size="13">',
        f"<title>{what}, against the number of {things}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        f'<text x="{LEFT}" y="22" fill="{INK}" font-size="15">{what} (microseconds, one core)</text>',
    ]
    for power in range(x0, x1 + 1):
        x, bottom = at(10**power, 10**y0)
        parts.append(f'<line x1="{x}" y1="{TOP}" x2="{x}" y2="{bottom}" stroke="{GRID}"/>')
        parts.append(f'<text x="{x}" y="{bottom + 20}" text-anchor="middle" fill="{INK}">{10**power:,}</text>')
    for power in range(y0, y1 + 1):
        left, y = at(10**x0, 10**power)
        parts.append(f'<line x1="{left}" y1="{y}" x2="{WIDTH - RIGHT}" y2="{y}" stroke="{GRID}"/>')
        parts.append(f'<text x="{left - 8}" y="{y + 4}" text-anchor="end" fill="{INK}">{10**power:,}</text>')
    parts.append(
        f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 8}" text-anchor="middle" fill="{INK}">{things}</text>'
    )
    for (name, points), colour in zip(lines, COLOURS, strict=False):
        parts += _line(name, colour, [at(*point) for point in points], [round(cost) for _, cost in points])
    return "\n".join([*parts, "</svg>"]) + "\n"


def _line(name: str, colour: str, places: Sequence[tuple[float, float]], costs: Sequence[int]) -> list[str]:
    path = " ".join(f"{x},{y}" for x, y in places)
    parts = [f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2.5"/>']
    for (x, y), cost in zip(places, costs, strict=True):
        parts.append(f'<circle cx="{x}" cy="{y}" r="4" fill="{colour}"><title>{cost:,}</title></circle>')
        parts.append(f'<text x="{x}" y="{y - 9}" text-anchor="middle" fill="{colour}">{cost:,}</text>')
    x, y = places[-1]
    parts.append(f'<text x="{x + 10}" y="{y + 16}" fill="{colour}" font-weight="bold">{name}</text>')
    return parts
