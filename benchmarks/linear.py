"""Whether the time of reading grows with the length of a text and no faster: seconds per megabyte at several sizes.

No data from outside: one report of the example's paragraphs, with other numbers, towns and days, as long as asked
(`python -m benchmarks linear`: up to 5 MB; `--data` and `--split` change nothing). Three shapes: `paragraphs` as news
has them; `one_line` without a line break; `headings` of one line each. Each is read from bytes to claims as the command
does; `growth` is the seconds per megabyte of the largest size over those of the smallest: 1 is linear.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path

from benchmarks.memory import reports
from crosswire.claims.read import Reader, load_reader, read
from crosswire.model import Fetched
from crosswire.reports.make import make_report
from crosswire.reports.rules import Rules, load_rules

SIZES = (0.25, 1.0, 5.0)  # MB
SMALL = (0.25, 1.0)  # for the shapes that no report has
SHAPES: Mapping[str, Callable[[str], str]] = {
    "paragraphs": lambda text: text,
    "one_line": lambda text: " ".join(text.split()),
    "headings": lambda text: text.replace(". ", "\n"),
}


def run(data: Path | None, split: str) -> dict[str, object]:
    """Seconds per megabyte by shape and size."""
    reader, rules = load_reader(), load_rules()
    found: dict[str, object] = {"n": len(SHAPES)}
    for shape, changed in SHAPES.items():
        sizes = SIZES if shape == "paragraphs" else SMALL
        cost = {size: _seconds(changed(_text(size)), reader, rules) / size for size in sizes}
        found[shape] = {
            "seconds_per_mb": {f"{size} MB": round(seconds, 1) for size, seconds in cost.items()},
            "growth": round(cost[sizes[-1]] / cost[sizes[0]], 2),
        }
    return found


def _text(size: float) -> str:
    """So many megabytes of paragraphs."""
    parts: list[str] = []
    length = 0
    for many in count(200, 200):
        for text in list(reports(many))[many - 200 :]:
            parts.append(text)
            length += len(text) + 2
            if length >= size * 1e6:
                return "\n\n".join(parts)
    return ""


def _seconds(text: str, reader: Reader, rules: Rules) -> float:
    """Processor time of reading one text."""
    started = time.process_time()
    report = make_report(Fetched("long.txt", text.encode(), "text"), {}, rules)
    for _ in read([report], reader):
        pass
    return time.process_time() - started
