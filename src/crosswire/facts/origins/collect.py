"""Traces of claims -> the origins behind them, each once, with the reports and reasons that lead to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from crosswire.facts.origins.origin import Trace
from crosswire.facts.origins.voices import independent
from crosswire.model import Claim, Origin, stable_id


def collect(traces: Iterable[tuple[Claim, Trace]]) -> tuple[Origin, ...]:
    """The origins behind all claims, each once, with the reports and reasons that lead to it."""
    held: dict[str, list[tuple[Claim, Trace]]] = defaultdict(list)
    for claim, found in traces:
        held[found.key].append((claim, found))
    groups = independent(found for pairs in held.values() for _, found in pairs)
    voices = {found.key: origin_id(group[0].key) for group in groups for found in group}
    return tuple(_origin(key, pairs, voices.get(key)) for key, pairs in sorted(held.items()))


def _origin(key: str, pairs: Sequence[tuple[Claim, Trace]], voice: str | None) -> Origin:
    first = min((found for _, found in pairs), key=_seniority)
    return Origin(
        id=origin_id(key),
        name=first.name,
        kind=first.kind,
        reports=tuple(sorted({claim.report for claim, _ in pairs})),
        reasons=tuple(sorted({found.reason for _, found in pairs})),
        claims=tuple(sorted({claim.id for claim, _ in pairs})),
        voice=voice,
    )


def _seniority(found: Trace) -> tuple[bool, str, str]:
    """Which of several traces names an origin: the copied report before its reprints, whatever came first."""
    return found.copied, found.name, found.reason


@lru_cache(maxsize=4096)  # asked for with every answer that an origin gives
def origin_id(key: str) -> str:
    """The public id of an origin's key."""
    return stable_id("origin", key)
