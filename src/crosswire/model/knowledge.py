"""What follows from the claims of many reports: events, origins, facts, the brief."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from crosswire.model.claims import Claim, Speaker
from crosswire.model.reports import Report, Span
from crosswire.model.values import Place, Time, Value

OriginKind = Literal["official", "organisation", "agency", "outlet", "person", "document", "unnamed", "unknown"]
Role = Literal["main", "reaction", "background", "ahead"]
StandingName = Literal["corroborated", "reported", "disputed", "withdrawn"]
Naming = Literal["title", "words", "nothing"]
Verdict = Literal["consistent", "inconsistent", "unchecked"]
Direction = Literal["time", "credit", "coverage", "unknown"]
# The attributes whose answer is yes, "Did it happen?" and "Is it expected?": their values are how the event was called.
WHETHER = frozenset({"happened", "expected"})


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened or is expected, to which mentions in many reports refer; `why` tells what joined them.

    `naming` is what may stand for it beside another event: its title, only the reports' words for it, or nothing.
    `shown`: whether a brief's page lists it beside the main one; what is only named by the way is kept, and not listed.
    """

    id: str
    frame: str
    role: Role
    title: str
    when: Time | None
    where: Place | None
    mentions: tuple[str, ...]
    reports: tuple[str, ...]
    why: tuple[str, ...] = ()
    naming: Naming = "title"
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Origin:
    """The earliest independent place that claims can be traced to; `reasons` say how they were.

    `voice` is the origin that it counts as one with, itself where it stands alone; None where it counts nothing: it is
    unknown, or a medium that may only carry what the others here said.
    """

    id: str
    name: str
    kind: OriginKind
    reports: tuple[str, ...]
    reasons: tuple[str, ...]
    claims: tuple[str, ...] = ()
    voice: str | None = None


@dataclass(frozen=True, slots=True)
class Finer:
    """A more precise form of an answer, and those of its independent origins that give it (none: nobody known)."""

    value: Value
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One answer to a fact's question, with the claims that give it and the origins those rest on.

    `independent` are those origins that count, one for each group that speaks with one voice; None where not weighed.
    They all say `value` itself; who only agrees, less precisely, is among `origins`. `finer` is what fewer of them say.
    """

    value: Value
    claims: tuple[str, ...]
    origins: tuple[str, ...]
    independent: tuple[str, ...] | None = None
    finer: Finer | None = None


@dataclass(frozen=True, slots=True)
class Earlier:
    """An answer that the same origin, or a count that grew, has replaced since: what was told, when first, by whom."""

    value: Value
    replaced_by: Value
    first: datetime | None
    claims: tuple[str, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """Event x attribute: the question, its answers, and how it stands. Credibility is the Admiralty scale, 1 to 6.

    `history` are the answers that have been replaced, the earliest first; they are among the candidates too.
    """

    event: str
    attribute: str
    question: str
    standing: StandingName
    credibility: int
    value: Value | None
    candidates: tuple[Candidate, ...]
    reasons: tuple[str, ...]
    history: tuple[Earlier, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said or did what in reaction; the standing is of its having been said, not of what was said."""

    speaker: Speaker
    act: str
    event: str | None
    claims: tuple[str, ...]
    standing: StandingName


@dataclass(frozen=True, slots=True)
class Ahead:
    """What is expected, with when."""

    what: str
    when: Time | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """A consistency check on reported values, explained in words."""

    kind: str
    verdict: Verdict
    explain: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Copied:
    """One passage in two reports: where it stands in the copy, and where in what it is copied from."""

    here: Span
    there: Span


@dataclass(frozen=True, slots=True)
class Reprint:
    """One report that copies another's text: how much of the shorter one (0 to 1), and why we think so.

    `known_by` tells what shows who copied. Where it is "unknown" neither is the source, and `report` and `of` stand in
    the order of their ids: both have the words from one origin all the same.
    """

    report: str
    of: str
    share: float
    reason: str
    passages: tuple[Copied, ...] = ()
    known_by: Direction = "time"


@dataclass(frozen=True, slots=True)
class Brief:
    """What a set of reports says, for a reader. Events come most prominent first; every id in it resolves in it."""

    version: str
    rules: Mapping[str, str]
    reports: tuple[Report, ...]
    reprints: tuple[Reprint, ...]
    claims: tuple[Claim, ...]
    claim_event: Mapping[str, str]
    events: tuple[Event, ...]
    facts: tuple[Fact, ...]
    origins: tuple[Origin, ...]
    statements: tuple[Statement, ...]
    ahead: tuple[Ahead, ...]
    checks: tuple[Check, ...]
    warnings: tuple[str, ...]
