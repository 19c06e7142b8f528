"""Events along time: one dot each, stacked where they would lie on one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

DOT = 13.0  # px between dots of one stack
STEPS = (
    (timedelta(hours=1), "%H:%M"),
    (timedelta(hours=3), "%H:%M"),
    (timedelta(hours=6), "%d %b %H:%M"),
    (timedelta(days=1), "%d %b"),
    (timedelta(days=2), "%d %b"),
    (timedelta(days=7), "%d %b"),
    (timedelta(days=30), "%b %Y"),
    (timedelta(days=91), "%b %Y"),
    (timedelta(days=365), "%Y"),
    (timedelta(days=3653), "%Y"),
)


@dataclass(frozen=True, slots=True)
class Moment:
    """Something at a time, with what to call it, how it stands and where it leads."""

    at: datetime
    label: str
    standing: str
    link: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A moment on the page."""

    moment: Moment
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the axis."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class TimeLine:
    """Dots over an axis; the axis is at `base`."""

    width: int
    height: int
    base: float
    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]


def time_line(moments: Sequence[Moment], width: int = 560, tallest: int = 9) -> TimeLine | None:
    """The line of some moments; None for none. A stack goes no higher than `tallest`: dots then cover each other."""
    if not moments:
        return None
    ordered = sorted(moments, key=lambda m: (m.at, m.label))
    first, last = ordered[0].at, ordered[-1].at
    pad = max((last - first) * 0.03, timedelta(hours=1))
    first, last = _earlier(first, pad), _later(last, pad)
    span = (last - first).total_seconds()
    columns: dict[int, int] = {}
    placed = []
    for moment in ordered:
        x = (moment.at - first).total_seconds() / span * width
        column = int(x // DOT)
        level = min(columns.get(column, 0), tallest - 1)
        columns[column] = level + 1
        placed.append((moment, round(column * DOT + DOT / 2, 1), level))
    base = max(columns.values()) * DOT + 6
    dots = tuple(Dot(moment, x, round(base - 8 - level * DOT, 1)) for moment, x, level in placed)
    return TimeLine(width, round(base + 22), base, dots, tuple(_ticks(first, last, width)))


def _ticks(first: datetime, last: datetime, width: int) -> list[Tick]:
    """Round times, eight at most."""
    span = last - first
    step, form = next(((s, f) for s, f in STEPS if span / s <= 8), STEPS[-1])
    seconds = step.total_seconds()
    start = first.replace(hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)
    ticks = []
    for number in range(int((last - start).total_seconds() // seconds) + 1):
        at = start + step * number
        if first <= at <= last:
            x = (at - first).total_seconds() / span.total_seconds() * width
            if 20 < x < width - 30:
                ticks.append(Tick(round(x, 1), at.strftime(form)))
    return ticks[:: max(1, len(ticks) // 8)]


def _earlier(at: datetime, by: timedelta) -> datetime:
    """A time before; the first there is where the calendar ends."""
    try:
        return at - by
    except OverflowError:
        return at


def _later(at: datetime, by: timedelta) -> datetime:
    try:
        return at + by
    except OverflowError:
        return at
