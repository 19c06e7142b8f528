"""Which event a story is about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from crosswire.events.nodes import ANY_WORD, NAME, OPEN, WORD, Node
from crosswire.events.stream import Linked
from crosswire.events.told import LEADING, is_topic, led_from
from crosswire.model import Frame, Time

STALE = timedelta(days=21)  # an event this long before the reports is what they look back on, not their topic
QUARTER, THIRD, HALF = 1 / 4, 1 / 3, 1 / 2  # of the reports of a story
TOLD = 2 / 5  # as prominently as in a headline, by all reports of a story together
UNREAL = 1 / 2  # so prominent is what is to come, by what has come about
STEM = 5  # letters that the words of one stem share: "stealing", "steals"
FIRST = 1.0  # so prominent is what a headline tells, and the first sentences again
ANSWERED = 3  # questions that are answered of what is no mere word
INITIALS = re.compile(r"\b[A-Z]{3,}\b")  # the FBI is named by them
TITLED = 0.72  # how prominent what no frame knows is in a headline, or in the first paragraph where there is none
OPENING = 0.71  # in the first paragraph below a headline
DONE_TO = frozenset({"whom", "what", "to_do", "to"})
FEW = 2  # reports that may tell of one event by chance


@dataclass(frozen=True, slots=True)
class Told:
    """An event with what ranking it needs: its weight in the reports, its time and whether it is real yet.

    `nodes` are its mentions, most prominent first; `news` are the reports that are about it.
    """

    linked: Linked
    nodes: tuple[Node, ...]
    news: tuple[Node, ...]
    frame: Frame
    weight: float
    when: Time | None
    modality: str


def of_story(story: Told, events: Sequence[Told], deeds: Sequence[Told], frames: Mapping[str, Frame]) -> Told:
    """The event that a story is about: its own, if a frame knows it; else the one that most of its reports lead with,
    or that is told most prominently of those that they lead with, if their headlines are about it; else one of the
    `deeds` that no frame knows; else the story. All its reports are about it."""
    if story.nodes and story.frame.name != OPEN:
        return story
    about = {n.report for n in story.news}
    named = [one for one in events if _is_named(one, story.news)]
    best = (None if story.nodes else _in_pieces(about, named, frames)) or _led(story, about, named, frames)
    best = best if best.nodes else _told_first(story, about, events)
    return replace(best if best.nodes else _deed(story, about, deeds), news=story.news)


def _in_pieces(about: Set[str], events: Sequence[Told], frames: Mapping[str, Frame]) -> Told | None:
    """The event that most reports lead with, and at least two of them and every third, where they tell it under several
    kinds ("65 migrants drown", "a boat capsizes", "65 die"); half of them where no frame knows it."""
    for one in events:
        first = [n for n in one.nodes if n.prominence >= led_from(frames[n.frame].weight)]
        is_news = any(is_topic(n, frames[n.frame].weight) for n in first)
        leading = {n.report for n in first} & about if is_news else set()
        share = HALF if one.frame.name == OPEN else THIRD
        if one.modality == "happened" and len(leading) >= max(FEW, len(about) * share):
            return one
    return None


def _led(story: Told, about: Set[str], events: Sequence[Told], frames: Mapping[str, Frame]) -> Told:
    """The event told most prominently of those that came about or are to come, that a report leads with, and that are
    told as much as if two in five headlines had them; or that a quarter of the reports lead with, and two of them."""
    best, most = story, sum(_told(story, about, frames).values())
    for one in events:
        told = _told(one, about, frames)
        if one.modality not in ("happened", "expected") or len(told) < FEW or is_stale(one.when, one.nodes, None):
            continue
        leading, total = sum(share >= LEADING for share in told.values()), sum(told.values())
        share = THIRD if 2 * len(told) > len(about) else TOLD
        led = leading and (total >= share * len(about) or leading >= max(FEW, QUARTER * len(about)))
        known = one.modality == "happened" and all(n.telling != "told" for n in one.nodes)  # all look back on it
        led = led and (leading >= FEW or not known)
        if led and total > most:
            best, most = one, total
    return best


def _told_first(story: Told, about: Set[str], events: Sequence[Told]) -> Told:
    """Where no event is told by enough of the reports, the one told most prominently of those that one has both in its
    headline and in its first sentences: a brief of that one tells a reader more than one of none."""
    first = (one for one in events if _is_first(one, about))
    return max(first, key=lambda one: (one.weight, one.linked.id), default=story)


def _is_first(one: Told, about: Set[str]) -> bool:
    leads = any(n.prominence >= FIRST and n.modality == "happened" and n.report in about for n in one.nodes)
    real = one.modality == "happened" and not is_stale(one.when, one.nodes, None)
    return leads and real and len(_answered(one)) >= ANSWERED


def _deed(story: Told, about: Set[str], deeds: Sequence[Told]) -> Told:
    """Where no frame knows what a story is about, what the most headlines tell that somebody did to somebody or
    something, in words that half of the headlines have; of equals what is told most: a headline that stands for the
    story tells it, and a reader asks of it who, whom and when."""
    whole = (one for one in deeds if _is_whole(one) and _is_named(one, story.news))
    told = [(times, one) for one in whole if (times := _headlines(one, about))]
    return max(told, key=lambda t: (t[0], len(t[1].nodes), len(_answered(t[1])), t[1].linked.id), default=(0, story))[1]


def _headlines(one: Told, about: Set[str]) -> int:
    """How many reports have an event in their headline or first paragraph, one in a headline counting as two."""
    first = {n.report for n in one.nodes if n.prominence >= OPENING and n.modality == "happened"} & about
    return len(first) + len({n.report for n in one.nodes if n.prominence >= TITLED} & first)


def _is_whole(one: Told) -> bool:
    """Whether it is told who did it by name, or two reports tell it, and whom, what or what to do."""
    answered = _answered(one)
    known = "who" in answered or len({n.report for n in one.nodes}) >= FEW
    return known and not answered.isdisjoint(DONE_TO) and not is_stale(one.when, one.nodes, None)


def _answered(one: Told) -> set[str]:
    return {name for n in one.nodes for name, _ in n.values}


def _told(one: Told, about: Set[str], frames: Mapping[str, Frame]) -> Mapping[str, float]:
    """How prominently each of these reports tells of an event, by how prominently one of its kind can be told."""
    told: defaultdict[str, float] = defaultdict(float)
    for node in one.nodes:
        most = frames[node.frame].weight * (1.0 if node.modality == "happened" else UNREAL)
        if node.report in about and most:
            told[node.report] = max(told[node.report], min(node.prominence / most, 1.0))
    return told


def _is_named(one: Told, news: Sequence[Node]) -> bool:
    return 2 * _in_headlines(one.nodes, news) >= len({n.report for n in news})


def _in_headlines(nodes: Sequence[Node], news: Sequence[Node]) -> int:
    """How many headlines name somebody or something that is told of an event, or have a word of what it is called."""
    values = (v for n in nodes for _, told in n.values for v in told)
    told = [f"{v.text} {getattr(v, 'name', '')}" for v in values]
    names = {name.lower() for text in told for find in (NAME, INITIALS) for name in find.findall(text)}
    stems = {word[:STEM] for n in nodes for phrase in n.phrases for word in WORD.findall(phrase.lower())}
    titles = ([*ANY_WORD.findall(n.phrases[0].lower())] for n in news)
    return sum(any(word in names or word[:STEM] in stems for word in words) for words in titles)


def is_stale(when: Time | None, nodes: Sequence[Node], latest: datetime | None) -> bool:
    """Whether most of its reports look back on an event: one that is printed again weeks later makes none of it old,
    nor does who is tried for it."""
    if 2 * len({n.report for n in nodes if n.tried}) > len({n.report for n in nodes}):
        return False
    dates = sorted(n.published for n in nodes if n.published is not None)
    told = dates[len(dates) // 2] if dates else latest
    return when is not None and when.end is not None and told is not None and when.end < told - STALE
