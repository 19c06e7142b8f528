"""One quotation has one speaker: the same words in quotation marks, given to Ana Paz in one paper and to her neighbour,
to nobody with a name or to another paper in the next, are no second origin.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from crosswire.facts.withheld import calls_untrue, is_misgiven
from crosswire.model import Claim, Speaker

RUN = 10  # words that no two people happen to say alike
WORD = re.compile(r"[^\W_]+")
NAMED = ("person", "official", "organisation")


def one_speaker(claims: Sequence[Claim]) -> Mapping[str, tuple[Speaker, ...]]:
    """Claim id -> those behind the outlet who said its words, where another report gives them to somebody else."""
    told = [c for c in claims if len(c.speakers) > 1 and len(c.span.exact) > RUN * 2]
    if not any(c.mode == "quoted" for c in told) or len({c.report for c in told}) < 2:
        return {}  # most events: one report gives a quotation to one speaker
    told = [c for c in told if _is_own(c)]
    by_run: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, claim in enumerate(told):
        for run in _runs(claim.span.exact):
            by_run[run].append(i)
    group = list(range(len(told)))
    for same in by_run.values():
        if len(same) > 1 and any(told[i].mode == "quoted" for i in same):
            for i in same[1:]:
                group[_root(group, i)] = _root(group, same[0])
    groups: dict[int, list[Claim]] = defaultdict(list)
    for i, claim in enumerate(told):
        groups[_root(group, i)].append(claim)
    return {key: speakers for found in groups.values() for key, speakers in _settled(found)}


def _is_own(claim: Claim) -> bool:
    """Whether somebody says the words themselves: who quotes a report to call it false did not write it."""
    return claim.stance == "states" and not calls_untrue(claim)


def as_said(claim: Claim, quoted: Mapping[str, tuple[Speaker, ...]]) -> Claim:
    """A claim as said by who said its words."""
    said = quoted.get(claim.id)
    return claim if said is None else replace(claim, speakers=(claim.speakers[0], *said))


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = [word.casefold() for word in WORD.findall(text)]
    yield from (tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1))


def _root(group: list[int], i: int) -> int:
    while group[i] != i:
        group[i] = group[group[i]]
        i = group[i]
    return i


def _settled(same: Sequence[Claim]) -> Iterator[tuple[str, tuple[Speaker, ...]]]:
    """Who said the words of claims that share them: a name before none, the name of most reports, the first by name."""
    if len({c.report for c in same}) < 2 or len({c.speakers[-1].canonical for c in same}) < 2:
        return
    reports = Counter(name for name, _ in {(c.speakers[-1].canonical, c.report) for c in same})

    def rank(claim: Claim) -> tuple[bool, bool, int, str, str]:
        speaker = claim.speakers[-1]
        return is_misgiven(claim), speaker.kind not in NAMED, -reports[speaker.canonical], speaker.canonical, claim.id

    said = min(same, key=rank)
    for claim in same:
        if claim.speakers[-1].canonical != said.speakers[-1].canonical:
            yield claim.id, said.speakers[1:]
