"""What is only somebody's view: judgements and forecasts that nothing else on the page shows, each once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from crosswire.brief.index import Index
from crosswire.brief.sheet import Evidence, Opinion
from crosswire.model import Claim, ClaimKind

KINDS: dict[str | None, ClaimKind] = {"judges": "assessment", "foresees": "expectation"}
T = TypeVar("T")
WORD = re.compile(r"\w+")
ALIKE = 0.75  # of the words of the shorter of two that say the same


def opinions(found: Index, shown: Iterable[Evidence]) -> tuple[Opinion, ...]:
    """Views in the order of the reports that the page does not show elsewhere (`shown`); what a copy or another outlet
    tells in the same words is joined to the first.

    Of words within others ("aims to consolidate its power" in a sentence that forecasts) the whole is shown.
    """
    told = [(e, _words("".join(p.text for p in e.pieces))) for one in shown for e in (one, *one.same)]
    once: dict[tuple[str, int, int], Claim] = {}
    for claim in found.brief.claims:
        if claim.view in KINDS and claim.id not in found.passed_on and not _is_shown(claim, told, found):
            once.setdefault((claim.report, claim.span.start, claim.span.end), claim)
    whole = [c for c in once.values() if not any(_within(c, other) for other in once.values())]
    groups = alike(whole, lambda c: c.span.exact, lambda c: c.speakers[-1].canonical if len(c.speakers) > 1 else "")
    return tuple(_opinion(group, found) for group in groups)


def alike(items: Iterable[T], words_of: Callable[[T], str], key: Callable[[T], object]) -> list[list[T]]:
    """The items in groups of those that have one key and say the same in nearly the same words, in the order given."""
    groups: list[tuple[object, frozenset[str], list[T]]] = []
    for item in items:
        own, words = key(item), _words(words_of(item))
        same = next((group for other, known, group in groups if other == own and _alike(words, known)), None)
        if same is None:
            groups.append((own, words, [item]))
        else:
            same.append(item)
    return [group for *_, group in groups]


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= ALIKE * max(1, min(len(one), len(other)))


def _words(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(text.casefold()))


def _is_shown(claim: Claim, told: Iterable[tuple[Evidence, frozenset[str]]], found: Index) -> bool:
    """Whether the rest of the page shows the words: in their place, or nearly all of them in another report's."""
    number, words = found.numbers.get(claim.report), _words(claim.span.exact)
    for item, known in told:
        if item.report == number and any(span.covers(claim.span) for span in item.around):
            return True
        if len(words & known) >= ALIKE * len(words):
            return True
    return False


def _within(claim: Claim, other: Claim) -> bool:
    same = claim.report == other.report and claim.span != other.span
    return same and other.span.covers(claim.span)


def _opinion(group: Sequence[Claim], found: Index) -> Opinion:
    first, *others = (found.word(claim) for claim in group)
    words: Evidence = replace(first, same=tuple(others))
    return Opinion(words.via[-1] if words.via else words.outlet, found.wording.kind[KINDS[group[0].view]], words)
