"""Claims -> statements (who said or did what in reaction) and what is expected; "said" is weighed apart."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from crosswire.facts.origins.people import Person
from crosswire.model import Ahead, Claim, Event, Speaker, StandingName, Statement, Time

RULES = "said.v1"
TELLING = frozenset({"say", "report", "announce", "confirm", "comment"})  # all that an agency does itself
WORD = re.compile(r"\w+")
ENOUGH = 40  # letters that two do not write alike by chance
STRONG = 2  # tellers that have it neither from one another nor from one agency: "that it was said" is corroborated


def statements(
    claims: Sequence[Claim],
    event_of: Mapping[str, str],
    main: Event | None,
    teller: Callable[[Claim], str],
    known: Mapping[str, Person | None] = MappingProxyType({}),
) -> tuple[Statement, ...]:
    """Each named speaker's acts, in the order of the text; one act told by several reports is one statement.

    `teller` names who tells a claim: those of one name are one; `known` tells which names are one person's.
    """
    groups: dict[tuple[str, str], list[tuple[Speaker, Claim]]] = defaultdict(list)
    names = _names(claims, known)
    for claim in claims:
        if claim.act is None or len(claim.speakers) < 2:
            continue
        nearest = claim.speakers[-1]
        if nearest.kind == "agency" and claim.act not in TELLING:
            continue  # "a dynasty accused of theft" in an agency's text: somebody did, not the agency
        for speaker in (_by_one_name(one, known, names) for one in nearest.members or (nearest,)):
            if speaker.kind != "unnamed":
                groups[(speaker.canonical, claim.act)].append((speaker, claim))
    return tuple(_statement(key[1], group, event_of, (main, teller)) for key, group in groups.items())


def _names(claims: Sequence[Claim], known: Mapping[str, Person | None]) -> Mapping[str, str]:
    """The name under which each person is shown: the one of most words, and of these the one told most."""
    told = (s for c in claims for one in c.speakers[1:] for s in one.members or (one,))
    often = Counter(s.canonical for s in told if s.kind == "person")
    forms = sorted(often, key=lambda form: (len(form.split()), often[form], form))
    return {person.name: form for form in forms if (person := known.get(form)) is not None}


def _by_one_name(speaker: Speaker, known: Mapping[str, Person | None], names: Mapping[str, str]) -> Speaker:
    """A speaker under the fullest name that any report gives the person: "Paz" is Ana Paz, where nobody else is."""
    person = known.get(speaker.canonical) if speaker.kind in ("person", "organisation") else None
    name = None if person is None else names.get(person.name, person.name)
    if person is None or name is None or name == speaker.canonical:
        return speaker
    return replace(speaker, canonical=name, kind="person", role=speaker.role or person.role)


def _statement(
    act: str,
    group: Sequence[tuple[Speaker, Claim]],
    event_of: Mapping[str, str],
    known: tuple[Event | None, Callable[[Claim], str]],
) -> Statement:
    main, teller = known
    speaker = _presented(group)
    events = [event_of[c.id] for _, c in group if c.id in event_of]
    event = events[0] if events else None
    if event is None and main is not None and not {c.report for _, c in group}.isdisjoint(main.reports):
        event = main.id
    tellers = {teller(c) for _, c in group}
    standing: StandingName = "corroborated" if len(tellers) >= STRONG else "reported"
    ids = tuple(dict.fromkeys(c.id for _, c in group))
    return Statement(speaker, act, event, ids, standing)


def _presented(group: Sequence[tuple[Speaker, Claim]]) -> Speaker:
    """The speaker under the role that most reports give, of two the one told most fully."""
    reports: dict[str | None, set[str]] = defaultdict(set)
    for speaker, claim in group:
        reports[speaker.role].add(claim.report)
    return max((s for s, _ in group), key=lambda s: (bool(s.role), len(reports[s.role]), len(s.name), s.name))


def ahead(
    events: Sequence[Event],
    claims_of: Mapping[str, Sequence[Claim]],
    loose: Sequence[Claim],
) -> tuple[Ahead, ...]:
    """What is expected: coming events first, then what is to come at a time that is named and that no event takes."""
    named = [e for e in events if e.role == "ahead" and e.shown and e.naming != "nothing" and claims_of.get(e.id)]
    coming = [Ahead(e.title, e.when, tuple(c.id for c in claims_of[e.id])) for e in named]
    told = [c for e in named for c in claims_of[e.id]]
    rest = [c for c in loose if not any(t.report == c.report and c.span.overlaps(t.words or t.span) for t in told)]
    return (*coming, *_forecasts([(c, c.value) for c in rest if isinstance(c.value, Time)]))


def _forecasts(dated: Sequence[tuple[Claim, Time]]) -> Iterator[Ahead]:
    """What is forecast; the same words in several reports are one, of the day that most of these give it."""
    letters = {claim.id: "".join(WORD.findall(claim.span.exact.lower())) for claim, _ in dated}
    longest = sorted(letters.values(), key=len, reverse=True)
    groups: dict[str, list[tuple[Claim, Time]]] = {}
    for claim, when in dated:
        words = letters[claim.id]
        whole = next((known for known in longest if words in known), words) if len(words) >= ENOUGH else claim.id
        groups.setdefault(whole, []).append((claim, when))
    for group in groups.values():
        often = Counter((when.start, when.end) for _, when in group)
        first, when = max(group, key=lambda pair: often[pair[1].start, pair[1].end])
        yield Ahead(" ".join(first.span.exact.split()), when, tuple(claim.id for claim, _ in group))
