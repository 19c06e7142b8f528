"""Mentions -> nodes: what one report tells of one occurrence, its references folded in, as small as linking allows."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from crosswire.events.aside import is_a_span, is_past, is_several, is_tried
from crosswire.events.named import are_far_apart, named_apart, told_by
from crosswire.events.sentences import Sentences
from crosswire.events.words import Vector
from crosswire.model import (
    Frame,
    Mention,
    Modality,
    Order,
    Party,
    Place,
    Reading,
    Recognised,
    Span,
    Telling,
    Time,
    Value,
)

DAY = timedelta(days=1)
CLOCKS = timedelta(hours=14)  # as far as local clocks stand apart from UTC
SCENE = ("where", "from", "epicentre", "place", "at")
WHERE = ("in", "at", "on", "off", "near", "outside", "north of", "south of", "east of", "west of")
FINE = ("minute", "hour", "day", "week")
NEWS = "news"  # the frame of what a report is about, which no mention need tell
OPEN = "open"  # the frame of what no other frame knows
WORD = re.compile(r"[a-z]{4,}|\d+\.\d+")  # a figure with a point, a magnitude, is as telling as a word
DEAD = frozenset({"killed", "injured"})  # who has died has died: "Halloween crush kills 151" is not of the day to come
MEASURES = frozenset({"magnitude"})
ANY_WORD = re.compile(r"\w+")
WORDY = 8  # words of a sentence that nobody writes twice
NAME = re.compile(r"\b(?:[A-Z][a-z]{3,}|(?:[A-Z][a-z]{1,2}){1,2}[A-Z][a-z]{2,})\b")  # "McAllister" is one too
TELLINGS: tuple[Telling, ...] = ("told", "known", "aside")  # the first tells most
CALENDAR = frozenset(f"{date(2026, month, 1):%B}" for month in range(1, 13)) | frozenset(
    f"{date(2026, 6, day):%A}" for day in range(1, 8)
)


@dataclass(frozen=True, slots=True)
class Node:
    """What one report tells of one occurrence, or (frame "news") what it is about: the unit that linking compares.

    `told` stands for the sentence that it is told in first, 0 for one of few words: a reprint tells it in the same;
    `sentences` is where those of all its mentions start, but for those that tell of another event.
    `mentions` are the ids of the mentions folded in, `phrases` their words in the same order; a news node's phrase is
    its headline. `words` are the longer words of what it is called, `names` capitalised words beside who, where and
    when; `beside` the places in its sentence where no answer tells where it was; `lands` the countries of whatever its
    sentences name, but for who is quoted; `aftermath` tells that they hold a word of who looks back for weeks
    ("toll", "rubble", "mourners"); `bare` that only the harmed are counted, without a place and a time; `several` that
    it is one of no single occurrence ("a spate of robberies"), `tried` that somebody is tried for it, `back` that its
    sentence looks back on a day or year long before. `about` is a news node's: the words of the report, of its lead and
    of its headline, and the days it names.
    """

    id: str
    report: str
    frame: str
    published: datetime | None
    prominence: float
    order: int = 0
    modality: Modality = "happened"
    mentions: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    values: tuple[tuple[str, tuple[Value, ...]], ...] = ()
    when: Time | None = None
    another: bool = False
    sequence: Order | None = None
    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    about: tuple[Vector, ...] = ()
    told: int = 0
    sentences: tuple[int, ...] = ()
    beside: tuple[Place, ...] = ()
    lands: tuple[str, ...] = ()
    aftermath: bool = False
    bare: bool = False
    several: bool = False
    tried: bool = False
    back: bool = False
    telling: Telling = "told"

    def of_type(self, kind: str) -> list[tuple[str, Value]]:
        """(attribute, value) for all values of a type."""
        return [(name, v) for name, values in self.values for v in values if v.type == kind]

    def answers(self, name: str) -> tuple[Value, ...]:
        """The answers found to one question."""
        return next((values for attribute, values in self.values if attribute == name), ())

    @property
    def scene(self) -> Place | None:
        """Where it was: the answer to where or from where that has a position."""
        places = (v for name, v in self.of_type("place") if name in SCENE)
        return next((v for v in places if isinstance(v, Place) and v.lat is not None), None)

    @property
    def where(self) -> Place | None:
        """The scene, else any place told of it, one with a position first."""
        places = [v for _, v in self.of_type("place") if isinstance(v, Place)]
        return self.scene or next((p for p in places if p.lat is not None), places[0] if places else None)


def make_nodes(reading: Reading, frames: Mapping[str, Frame]) -> list[Node]:
    """The nodes of a reading's mentions in the order of the text; speech acts are statements and no events."""
    groups: dict[str, list[Mention]] = {}
    for mention in reading.mentions:
        frame = frames.get(mention.frame)
        if frame is None or not frame.speech:
            taken_up = groups.get(mention.refers or "")
            root = mention.id if taken_up is None or _is_other(mention, taken_up) else taken_up[0].id
            groups.setdefault(root, []).append(mention)
    told = Sentences.of(reading)
    nodes = [_node(reading, members, told, i) for i, members in enumerate(groups.values())]
    looking_back = (_in_aftermath(members, frames.get(members[0].frame)) for members in groups.values())
    return [replace(n, aftermath=True) if back else n for n, back in zip(nodes, looking_back, strict=True)]


def _is_other(mention: Mention, taken_up: Sequence[Mention]) -> bool:
    """Whether words that may take up an event told before name another scene than it, or others in its parts: "the mall
    attack in Nairobi" is not the strike in Somalia, nor "the shooting of Ada Prell" that of Ben Sild."""
    own, known = told_by([mention]), told_by(taken_up)
    mine, theirs = ({w for m in told for w in NAME.findall(m.sentence.exact)} for told in ([mention], taken_up))
    return are_far_apart(own, known) or named_apart(own, known, (mine, theirs)) is not None


def _in_aftermath(members: Sequence[Mention], frame: Frame | None) -> bool:
    """Whether a sentence of a node has a word of the days and weeks after an event of its kind."""
    if frame is None or not frame.aftermath:
        return False
    return any(not frame.aftermath.isdisjoint(ANY_WORD.findall(m.sentence.exact.lower())) for m in members)


def _node(reading: Reading, members: Sequence[Mention], told: Sentences, order: int) -> Node:
    head, published = members[0], reading.report.published
    values: dict[str, tuple[Value, ...]] = {}
    for mention in members:
        for name, value in mention.values:
            values[name] = (*values.get(name, ()), value)
    quoted, beside = told.quoted(members), told.recognised(members)
    told_dead = head.modality == "happened" and bool(DEAD & values.keys())
    return Node(
        id=head.id,
        report=reading.report.id,
        frame=head.frame,
        published=published,
        prominence=max(m.prominence for m in members) + 0.01 * (len(members) - 1),
        order=order,
        modality="expected" if _is_coming(head, published) and not told_dead else _modality(members),
        mentions=tuple(m.id for m in members),
        phrases=tuple(m.phrase.exact for m in members),
        values=tuple(values.items()),
        when=next((m.when for m in members if m.when and not (told_dead and _is_coming(m, published))), None),
        another=head.another and head.block != "title",  # a headline's is another one than there was before
        sequence=next((m.sequence for m in members if m.sequence is not None), None),
        words=_phrase_words(head),
        names=_name_words(members, values, quoted),
        told=_sentence(head),
        sentences=tuple(start for m in members if (start := m.sentence.start) not in told.apart),
        beside=_beside(beside, values),
        lands=_lands(beside, quoted),
        bare=head.sentence.start not in told.apart and _is_bare(head, values, beside, published),
        several=is_several(head) or is_a_span(head.when, published),
        tried=is_tried(members),
        telling=_telling(members),
        back=head.when is None and any(isinstance(r.value, Time) and is_past(r.value, published) for r in beside),
    )


def _modality(members: Sequence[Mention]) -> Modality:
    """How a node is told: as its first words have it, but what was to come and is then told as done was done ("agreed
    to release them and released them")."""
    first = members[0].modality
    came = first in ("expected", "hypothetical") and any(m.modality == "happened" for m in members[1:])
    return "happened" if came else first


def _telling(members: Sequence[Mention]) -> Telling:
    """How a node is told: as the best of what tells it as come about."""
    return min((m.telling for m in members if m.modality == "happened"), key=TELLINGS.index, default="aside")


def _is_bare(
    head: Mention, values: Mapping[str, Sequence[Value]], told: Sequence[Recognised], published: datetime | None
) -> bool:
    """Whether a mention only counts the dead or injured, without a place and a time, in a sentence that names no time
    before the news: "five people were killed and many injured", not "the quake that killed thousands in 1985".
    """
    if head.when is not None or head.modality != "happened" or head.another or head.sequence is not None:
        return False
    if not DEAD & values.keys() or any(isinstance(v, Place) for found in values.values() for v in found):
        return False
    return not any(isinstance(r.value, Time) and _is_long_ago(r.value, published) for r in told)


def _is_long_ago(time: Time, published: datetime | None) -> bool:
    """Whether a time is no day of the news: more than a week before it, a year or a month, or nothing certain."""
    if time.granularity not in FINE:
        return time.duration is None or time.start is not None
    return time.start is not None and published is not None and time.start < published - 8 * DAY


def _is_coming(mention: Mention, published: datetime | None) -> bool:
    """Whether its own time puts it after the report: "a congress looming in the coming weeks"."""
    when = mention.when
    if published is None or when is None or when.start is None:
        return False
    if mention.modality == "happened" and when.start <= published + CLOCKS:
        return False  # told at 23:10 UTC of the 3rd: it was the 4th in Seoul
    day = published.replace(hour=0, minute=0, second=0)
    if when.granularity == "vague":
        return when.start >= day and (when.end is None or when.end > day + 2 * DAY)
    return when.start >= day + DAY


def _sentence(first: Mention) -> int:
    words = ANY_WORD.findall(first.sentence.exact.lower())
    return zlib.crc32(" ".join(words).encode()) if len(words) >= WORDY else 0


def _beside(told: Sequence[Recognised], values: Mapping[str, Sequence[Value]]) -> tuple[Place, ...]:
    """Where something is in the sentences of a node, if no answer tells where its event was.

    A parser that takes "Off Split, the tanker ..." for a name leaves the event without its place.
    """
    if any(isinstance(v, Place) and v.lat is not None for name in SCENE for v in values.get(name, ())):
        return ()
    places = (r.value for r in told if isinstance(r.value, Place))
    return tuple(p for p in places if p.lat is not None and p.relation in WHERE)


def _lands(told: Sequence[Recognised], quoted: Sequence[Span]) -> tuple[str, ...]:
    """The countries of what the sentences name: "the Ukrainian capital" and "Kyiv" are of one."""
    free = (r for r in told if not any(q.start <= r.span.start < q.end for q in quoted))
    return tuple(sorted({c for r in free if (c := getattr(r.value, "country", None))}))


def _phrase_words(first: Mention) -> tuple[str, ...]:
    """The longer words of what the event is called where it is first told, but for the frame's own word and
    what all of a kind have ("magnitude")."""
    found = set(WORD.findall(first.phrase.exact.lower())) - set(WORD.findall(first.trigger.exact.lower()))
    return tuple(sorted(found - MEASURES))


def _name_words(
    members: Sequence[Mention], values: Mapping[str, Sequence[Value]], quoted: Sequence[Span]
) -> tuple[str, ...]:
    """Capitalised words inside the sentences of a node that are no part of its parties, places and times.

    Nor of who is quoted there: of all quakes the same survey tells.
    """
    known = {w for told in values.values() for v in told for w in NAME.findall(f"{v.text} {getattr(v, 'name', '')}")}
    known.update(word for span in quoted for word in NAME.findall(span.exact))
    found = {w for m in members for w in NAME.findall(m.sentence.exact[1:])}
    return tuple(sorted(found - known - CALENDAR))


def named(node: Node) -> set[str]:
    """Who, where and the words for it: what tells a node from others of its kind."""
    return {v.name for _, values in node.values for v in values if isinstance(v, Party | Place)} | set(node.words)
