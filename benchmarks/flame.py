"""A flame graph (SVG) of stacks that py-spy recorded: how much of the time each function and what it calls take.

    pip install py-spy
    py-spy record --format raw --output stacks.txt -- crosswire backfill ARCHIVE --out DIR --frames earthquake
    python -m benchmarks.flame stacks.txt docs/pictures/backfill-flame.svg

py-spy's own picture shows thousands of frames, most of other libraries. Here a box is a function of ours, or the first
of another library that ours calls, under the library's name; boxes of less than LEAST of the time are left out.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

WIDTH, ROW, TOP, LETTER = 1200, 19, 44, 6.4
LEAST = 0.004  # share of the time
COLOURS = ("#f3b27a", "#f6c998", "#eea367", "#f8d7b0", "#e9945a")
OTHERS = "#c9d6df"  # boxes of libraries
# What starts the stages, and passes through our code on the way to what works.
PASSED = re.compile(r".*<.*|main|do|run|each|backfill|stage|\w+_one|rows|told|write_shard|write_table|__\w+__")
OURS = re.compile(r"(?:^|/)crosswire/(.+)\.py")
LIBRARY = re.compile(r"^([\w-]+)[/.]")  # py-spy tells a file by its place in the packages' folder


@dataclass
class Box:
    """A function within those that called it: samples in it and in what it calls."""

    name: str
    ours: bool = True
    count: int = 0
    inner: dict[str, Box] = field(default_factory=dict)


def tree_of(lines: Iterator[str]) -> Box:
    """The stacks put together; each line is "outer;...;inner COUNT", a frame "function (file:line)"."""
    root = Box("all")
    for line in lines:
        stack, _, count = line.strip().rpartition(" ")
        frames = list(_kept(stack.split(";")))
        if not frames:
            continue
        box = root
        box.count += int(count)
        for name, ours in frames:
            box = box.inner.setdefault(name, Box(name, ours))
            box.count += int(count)
    return root


def _kept(frames: list[str]) -> Iterator[tuple[str, bool]]:
    """The frames that are shown, with whether they are ours: none where the program only starts or waits. A library
    that calls us back is passed over."""
    began, library = False, ""
    for frame in frames:
        function, _, place = frame.partition(" (")
        if ours := OURS.search(place):
            began, library = began or "pipeline/backfill" in place, ""
            if began and not PASSED.fullmatch(function.rpartition(".")[2]):
                yield f"{ours[1].rpartition('/')[2]}: {function.rpartition('.')[2]}", True
        elif began and not library and (called := LIBRARY.search(place)):
            library = called[1]
    if library:
        yield library, False


def draw(root: Box, title: str) -> str:
    """The picture: the outermost on top, widths by time."""
    boxes = list(_boxes(root, 0.0, 0))
    height = TOP + ROW * (1 + max(depth for *_, depth in boxes)) + 8
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="sans-serif" '
        f'font-size="11"><title>{escape(title)}</title><rect width="{WIDTH}" height="{height}" fill="#fff"/>'
        f'<text x="8" y="24" font-size="15" fill="#1f2933">{escape(title)}</text>'
    ]
    for number, (box, left, depth) in enumerate(boxes):
        share = box.count / root.count
        colour = COLOURS[number % len(COLOURS)] if box.ours else OTHERS
        x, y, wide = round(left * WIDTH, 1), TOP + depth * ROW, round(share * WIDTH, 1)
        room = int((wide - 6) / LETTER)
        name = box.name if len(box.name) <= room else f"{box.name[: max(0, room - 1)]}…"
        words = f'<text x="{x + 3}" y="{y + 13}" fill="#1f2933">{escape(name)}</text>' if room > 2 else ""
        parts.append(
            f"<g><title>{escape(box.name)}: {share:.1%}</title>"
            f'<rect x="{x}" y="{y}" width="{max(0.5, wide - 0.6):.1f}" height="{ROW - 1}" fill="{colour}" rx="1"/>'
            f"{words}</g>"
        )
    return "\n".join([*parts, "</svg>"]) + "\n"


def _boxes(root: Box, left: float, depth: int, whole: int | None = None) -> Iterator[tuple[Box, float, int]]:
    whole = whole or root.count
    yield root, left, depth
    for inner in sorted(root.inner.values(), key=lambda b: -b.count):
        if inner.count >= LEAST * whole:
            yield from _boxes(inner, left, depth + 1, whole)
            left += inner.count / whole


if __name__ == "__main__":
    stacks, picture = map(Path, sys.argv[1:3])
    with stacks.open(encoding="utf-8", errors="replace") as told:
        found = tree_of(told)
    words = "Where a backfill spends its time: 10,000 pages, 300 of them read"
    picture.write_text(draw(found, words), encoding="utf-8")
    print(f"{picture}: {found.count:,} samples")
