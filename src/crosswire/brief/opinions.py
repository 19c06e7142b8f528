"""What is only somebody's view: judgements and forecasts that nothing else on the page shows, each once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from crosswire.brief.index import Index
from crosswire.brief.sheet import Evidence, Opinion
from crosswire.model import Claim, ClaimKind, Span

KINDS: dict[str | None, ClaimKind] = {"judges": "assessment", "foresees": "expectation"}
T = TypeVar("T")
WORD = re.compile(r"\w+")
ALIKE = 0.75  # of the words of the shorter of two that say the same


def opinions(found: Index) -> tuple[Opinion, ...]:
    """Views in the order of the reports; what a copy or another outlet tells in the same words is joined to the first.

    Of words within others ("aims to consolidate its power" in a sentence that forecasts) the whole is shown.
    """
    shown = _shown(found)
    once: dict[tuple[str, int, int], Claim] = {}
    for claim in found.brief.claims:
        if claim.view in KINDS and claim.id not in found.passed_on and not _covered(claim, shown[claim.report]):
            once.setdefault((claim.report, claim.span.start, claim.span.end), claim)
    whole = [c for c in once.values() if not any(_within(c, other) for other in once.values())]
    groups = alike(whole, lambda c: c.span.exact, lambda c: c.speakers[-1].canonical if len(c.speakers) > 1 else "")
    return tuple(_opinion(group, found) for group in groups)


def alike(items: Iterable[T], words_of: Callable[[T], str], key: Callable[[T], object]) -> list[list[T]]:
    """The items in groups of those that have one key and say the same in nearly the same words, in the order given."""
    groups: list[tuple[object, frozenset[str], list[T]]] = []
    for item in items:
        own, words = key(item), frozenset(WORD.findall(words_of(item).casefold()))
        same = next((group for other, known, group in groups if other == own and _alike(words, known)), None)
        if same is None:
            groups.append((own, words, [item]))
        else:
            same.append(item)
    return [group for *_, group in groups]


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= ALIKE * max(1, min(len(one), len(other)))


def _shown(found: Index) -> dict[str, list[Span]]:
    """Where the words stand that the rest of the page shows: what was said, what is expected, answers."""
    brief = found.brief
    ids = [id_ for s in brief.statements for id_ in s.claims] + [id_ for a in brief.ahead for id_ in a.claims]
    listed = {e.id for e in brief.events if e.role == "main" or (e.shown and e.naming != "nothing")}
    ids += [id_ for fact in brief.facts if fact.event in listed for c in fact.candidates for id_ in c.claims]
    spans: dict[str, list[Span]] = defaultdict(list)
    for claim in (found.claims[id_] for id_ in ids if id_ in found.claims):
        spans[claim.report].extend(claim.parts or (claim.span,))
    return spans


def _covered(claim: Claim, shown: Sequence[Span]) -> bool:
    return any(s.covers(claim.span) or claim.span == s for s in shown)


def _within(claim: Claim, other: Claim) -> bool:
    same = claim.report == other.report and claim.span != other.span
    return same and other.span.covers(claim.span)


def _opinion(group: Sequence[Claim], found: Index) -> Opinion:
    first, *others = (found.word(claim) for claim in group)
    words: Evidence = replace(first, same=tuple(others))
    return Opinion(words.via[-1] if words.via else words.outlet, found.wording.kind[KINDS[group[0].view]], words)
