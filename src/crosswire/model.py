"""The nouns of Crosswire: frozen values with content-hash ids. This module imports nothing of ours.

Recorded (append-only): `Fetched`, `Report`, `Claim`, `Mention`. Derived (rebuildable): `Event`, `Origin`, `Fact`, `Brief`.
Offsets are character offsets into `Report.text`; intervals are half-open, [start, end). The words are those
of docs/words.md.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

DateBasis = Literal["given", "metadata", "dateline", "inferred", "unknown"]
BlockKind = Literal["title", "heading", "paragraph", "bullet", "caption", "byline", "dateline", "boilerplate", "links"]
SpeakerKind = Literal["outlet", "agency", "official", "organisation", "person", "document", "unnamed"]
OriginKind = Literal["official", "organisation", "agency", "outlet", "person", "document", "unnamed", "unknown"]
ClaimKind = Literal["fact", "statement", "assessment", "expectation"]
Mode = Literal["quoted", "paraphrased", "narrated"]
Stance = Literal["states", "denies", "doubts"]
Bound = Literal["exact", "about", "at_least", "at_most", "between", "vague"]
Granularity = Literal["minute", "hour", "day", "week", "month", "quarter", "year", "decade", "vague"]
Modality = Literal["happened", "expected", "hypothetical", "negated", "general"]
Role = Literal["main", "reaction", "background", "ahead"]
StandingName = Literal["corroborated", "reported", "disputed", "withdrawn"]
Verdict = Literal["consistent", "inconsistent", "unchecked"]


def stable_id(kind: str, *parts: object) -> str:
    """A short id that depends on the content only: the same parts give the same id on every machine."""
    digest = hashlib.blake2b("\x1f".join(str(part) for part in parts).encode(), digest_size=8)
    return f"{kind}-{digest.hexdigest()}"


# --- what is read -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Span:
    """Characters [start, end) of one report's text; `exact` is that text, letter for letter."""

    start: int
    end: int
    exact: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of `text` between two offsets."""
        return cls(start, end, text[start:end])

    def covers(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Given:
    """What the user or a container (a JSON line, a feed) says about a text, over what the text says itself."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: datetime | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """Raw bytes from outside: where they came from, what they claim to be, and what was said about them."""

    where: str
    content: bytes
    media: Literal["text", "markdown", "html", "record"]
    given: Given = field(default_factory=Given)


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher as the outlet table knows it: facts only, each checkable."""

    name: str
    kind: Literal["outlet", "agency", "official"]
    country: str | None = None
    owner: str | None = None
    state: bool = False
    domains: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A run of a report's text and what it is on the page; only title, headings, bullets and paragraphs can carry claims."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Report:
    """One published text. `text` is what all spans count in; `known_by` says how each piece of metadata is known."""

    id: str
    text: str
    blocks: tuple[Block, ...]
    title: str
    outlet: str | None
    published: datetime | None
    date_basis: DateBasis
    language: str
    path: str | None = None
    url: str | None = None
    byline: str | None = None
    dateline: str | None = None
    credit: str | None = None
    known_by: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


# --- values -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something: low and high are equal where exact; None where the text gives no number ("several")."""

    text: str
    low: float | None
    high: float | None
    bound: Bound
    unit: str
    noun: str | None = None
    type: Literal["quantity"] = "quantity"


@dataclass(frozen=True, slots=True)
class Time:
    """A moment, an interval, a length or a repetition of time; start and end are aware datetimes, half-open.

    A vague past reference has no start, a vague future one no end. `duration` and `repeats` are ISO 8601.
    """

    text: str
    start: datetime | None
    end: datetime | None
    granularity: Granularity | None
    duration: str | None = None
    repeats: str | None = None
    type: Literal["time"] = "time"


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere: `relation` is how the text places the thing ("in", "off", "north of", "outside", ...);
    lat/lon in degrees (WGS 84) of the named place; `radius_km` how far its extent reaches from that point."""

    text: str
    name: str
    country: str | None
    lat: float | None
    lon: float | None
    relation: str | None = None
    kind: str | None = None
    radius_km: float | None = None
    type: Literal["place"] = "place"


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who acts: a country, body, group or person; `name` is canonical (aliases resolved)."""

    text: str
    name: str
    country: str | None
    kind: str | None = None
    type: Literal["party"] = "party"


@dataclass(frozen=True, slots=True)
class Text:
    """Words that answer a question and are none of the other values; `name` is their form for comparing."""

    text: str
    name: str
    type: Literal["text"] = "text"


Value = Quantity | Time | Place | Party | Text


@dataclass(frozen=True, slots=True)
class Recognised:
    """A value and the words it was read from."""

    span: Span
    value: Value


# --- claims -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody to whom words are attributed. `span` is where the text names the speaker: None for the outlet itself.

    `members` are the single speakers of a joint one ("Seoul and Tokyo said"); each has its own canonical name.
    """

    name: str
    canonical: str
    kind: SpeakerKind
    role: str | None = None
    span: Span | None = None
    country: str | None = None
    members: tuple[Speaker, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words given to somebody: content (one span, or several when the quotation is split), cue and speakers.

    `speakers` run from the one nearest the outlet to the one nearest the fact, the outlet itself not among them.
    `content` is empty where the act has no words ("lodged a protest"); `cue` is None for a bare agency credit.
    """

    content: tuple[Span, ...]
    cue: Span | None
    speakers: tuple[Speaker, ...]
    mode: Mode
    stance: Stance
    lemma: str = "say"


@dataclass(frozen=True, slots=True)
class Claim:
    """One assertion found in one span of one report.

    `span` is the attributed content, or the sentence where the outlet speaks itself; `words` is where the value
    stands. `parts` are all spans of a split quotation. `mention` is the event mention it is about.
    """

    id: str
    report: str
    mention: str | None
    attribute: str | None
    kind: ClaimKind
    mode: Mode
    stance: Stance
    speakers: tuple[Speaker, ...]
    value: Value | None
    span: Span
    cue: Span | None = None
    words: Span | None = None
    parts: tuple[Span, ...] = ()
    act: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in one report that tells of an event of some frame; its claims carry what is said of it."""

    id: str
    report: str
    frame: str
    trigger: Span
    sentence: Span
    modality: Modality
    prominence: float
    when: Time | None = None
    values: tuple[tuple[str, Value], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the claims step takes from one report, in the order of the text."""

    report: Report
    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...]
    values: tuple[Recognised, ...]


# --- what follows -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened or is expected, to which mentions in many reports refer; `why` tells what joined them."""

    id: str
    frame: str
    role: Role
    title: str
    when: Time | None
    where: Place | None
    mentions: tuple[str, ...]
    reports: tuple[str, ...]
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """The earliest independent place that claims can be traced to; `reasons` say how they were."""

    id: str
    name: str
    kind: OriginKind
    reports: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One answer to a fact's question, with the claims that give it and the origins those rest on."""

    value: Value
    claims: tuple[str, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """Event x attribute: the question, its answers, and how it stands. Credibility is the Admiralty scale, 1 to 6."""

    event: str
    attribute: str
    question: str
    standing: StandingName
    credibility: int
    value: Value | None
    candidates: tuple[Candidate, ...]
    reasons: tuple[str, ...]


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
class Reprint:
    """One report that copies another's text: how much of it (0 to 1), and why we think so."""

    report: str
    of: str
    share: float
    reason: str


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
