"""Two ways to count NewsQuant: that of the data's own `evaluate_models.py`, and a looser one.

The figures of CQE and quantulum3 that the project was given as the height to climb (.888 / .830 / .864 and
.726 / .491 / .625) are not of `evaluate_models.py`: quantulum3 run through its rules gets .728 / .442 / .535, CQE
.887 / .778 / .833, and through the looser ones .726 / .491 / .626 and .887 / .823 / .868 (29 November 2026). The looser
ones were inferred from that, not found written down, so both are printed: a bound is "=", "~", "<" or ">" (what rose
or fell is none), units are the same that share a word, and each gold quantity is paired with at most one answer of its
value, the one whose unit and bound agree if there is one.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """A quantity in the gold's terms: one value or (low, high), the unit's name, the change."""

    value: float | tuple[float, float]
    unit: str
    change: str


def score(pairs: Sequence[tuple[list[Answer], list[Answer]]]) -> dict[str, object]:
    """The counts of evaluate_models.py: precision, recall, F1 for value, value + unit, value + change."""
    hits = {"value": 0, "unit": 0, "change": 0}
    for wanted, given in pairs:
        for name, count in _matches(wanted, given).items():
            hits[name] += count
    total_gold, total_given = sum(len(g) for g, _ in pairs), sum(len(a) for _, a in pairs)
    loose = loosely(pairs)
    return {
        **{name: _prf(count, total_gold, total_given) for name, count in hits.items()},
        "loosely": {name: _prf(count, total_gold, total_given)["f1"] for name, count in loose.items()},
    }


def _matches(wanted: list[Answer], given: list[Answer]) -> dict[str, int]:
    hits = {"value": 0, "unit": 0, "change": 0}
    left, tags = len(wanted), sorted(given, key=lambda a: a.unit)
    for answer in sorted(wanted, key=lambda a: a.unit):
        for tag in list(tags):
            if not _equal(answer.value, tag.value):
                continue
            if left > 0:
                hits["value"] += 1
                left -= 1
            hits["change"] += tag.change == answer.change
            if tag.unit.lower() == answer.unit.lower():
                hits["unit"] += 1
                tags.remove(tag)
                break
    return hits


def _equal(a: float | tuple[float, float], b: float | tuple[float, float]) -> bool:
    if isinstance(a, tuple) and isinstance(b, tuple):
        return _close(a[0], b[0]) and _close(a[1], b[1])
    return not isinstance(a, tuple) and not isinstance(b, tuple) and _close(a, b)


def _close(a: float, b: float) -> bool:
    return math.isclose(a, b, rel_tol=1e-5, abs_tol=1e-8)


def _prf(hits: int, total_gold: int, total_given: int) -> dict[str, float]:
    precision, recall = hits / max(total_given, 1), hits / max(total_gold, 1)
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return {"p": round(precision, 3), "r": round(recall, 3), "f1": round(f1, 3)}


def paired(wanted: Sequence[Answer], given: Sequence[Answer]) -> Iterator[tuple[Answer, Answer]]:
    """Gold and answer of one value, one to one, those first that agree in more."""
    agreeing = sorted(
        ((2 * same_words(w.unit, g.unit) + same_bound(w.change, g.change), -i, -j), i, j)
        for i, w in enumerate(wanted)
        for j, g in enumerate(given)
        if _equal(w.value, g.value)
    )
    gold_used: set[int] = set()
    given_used: set[int] = set()
    for _, i, j in reversed(agreeing):
        if i not in gold_used and j not in given_used:
            gold_used.add(i)
            given_used.add(j)
            yield wanted[i], given[j]


def loosely(pairs: Sequence[tuple[Sequence[Answer], Sequence[Answer]]]) -> dict[str, int]:
    """How many pairs there are, how many of them share a word of their units, and how many their bound."""
    both = [pair for wanted, given in pairs for pair in paired(wanted, given)]
    return {
        "value": len(both),
        "unit": sum(same_words(w.unit, g.unit) for w, g in both),
        "bound": sum(same_bound(w.change, g.change) for w, g in both),
    }


def same_words(a: str, b: str) -> bool:
    """Whether two units are the same letters or have a word in common: "dollar" and "dollar per share"."""
    return a.lower() == b.lower() or bool(_words(a) & _words(b))


def same_bound(a: str, b: str) -> bool:
    """Whether two changes are one bound; "up" and "down" are none and count as "="."""
    return a == b or {a, b} <= {"=", "up", "down"}


def _words(unit: str) -> set[str]:
    """The words of a unit, in the singular."""
    return {w[:-1] if len(w) > 3 and w.endswith("s") else w for w in WORD.findall(unit.lower())}


WORD = re.compile(r"[^\W_]+|[$€£¥%]")
