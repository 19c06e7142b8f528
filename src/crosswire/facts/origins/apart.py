"""The most of several that are no two of them one: so one origin more never makes fewer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")
FEW = 14  # of so many every choice is tried, of more the first that fit are taken


def apart(found: Sequence[T], one: Callable[[T, T], bool]) -> list[int]:
    """The places of the most of them of which no two are one; of equal choices the one of those that come first."""
    near = [sum(1 << k for k, other in enumerate(found) if k != i and one(it, other)) for i, it in enumerate(found)]
    chosen = _most(near, (1 << len(found)) - 1, {}) if len(found) <= FEW else _first(near)
    return [i for i in range(len(found)) if chosen >> i & 1]


def _most(near: Sequence[int], left: int, known: dict[int, int]) -> int:
    """The largest choice among those left, as bits."""
    if not left:
        return 0
    if left not in known:
        i = (left & -left).bit_length() - 1
        without = left & ~(1 << i)
        with_it = 1 << i | _most(near, without & ~near[i], known)
        other = _most(near, without, known) if near[i] & without else 0
        known[left] = other if other.bit_count() > with_it.bit_count() else with_it
    return known[left]


def _first(near: Sequence[int]) -> int:
    """Each that is one with none taken before it."""
    chosen = 0
    for i, others in enumerate(near):
        if not others & chosen:
            chosen |= 1 << i
    return chosen
