"""A stream of made reports with a known answer: what happened in invented towns, each told by one to twelve outlets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random

from crosswire.model import Block, Mention, Party, Place, Quantity, Reading, Report, Span, Time, Value, stable_id

A_DAY = 1_500  # reports
START = datetime(2015, 1, 1, tzinfo=UTC)
DAY = timedelta(days=1)
SYLLABLES = """
ba ke lo mi nu ra so ti va zen dor mar pel quin ros tal ver wis yor lan gri fos hul jat
"""
COMMON = """
the of and to in that was for it on as with by at from this have are after said people local
officials two days new year government million house road city police south north old group week man
women water work family hours more
"""
KINDS = ("attack", "earthquake", "weapons_test", None, None, None)  # half the news is of no kind that a frame takes


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of the known answer: when and where it was, who did it, and the words it is told in."""

    name: str
    kind: str | None
    day: int
    place: Place
    actor: Party
    number: int
    words: tuple[str, ...]


def reports(seed: int = 7) -> Iterator[tuple[str, Reading]]:
    """(The event that it is about, reading), day after day without end; within a day in no order."""
    random = Random(seed)  # noqa: S311 - a stream, no secret
    towns = [_town(random) for _ in range(3_000)]
    actors = [Party(name, name, None, "group") for name in (_name(random, 2) for _ in range(400))]
    waiting: list[tuple[str, Reading]] = []
    before: list[Happening] = []
    day = 0
    while True:
        today, later = waiting, []
        while len(today) < A_DAY:
            event = _happening(random, day, random.choice(towns), random.choice(actors))
            told = [_told(random, event, i, before) for i in range(random.choice((1, 1, 2, 3, 4, 6, 9, 12)))]
            cut = random.randint(1, len(told))
            today += told[:cut]
            later += told[cut:]
            before = [*before[-300:], event]
        random.shuffle(today)
        yield from today
        waiting, day = later, day + 1


def _name(random: Random, syllables: int) -> str:
    return "".join(random.choice(SYLLABLES.split()) for _ in range(syllables)).capitalize()


def _town(random: Random) -> Place:
    name = _name(random, 3)
    return Place(name, name, "XX", random.uniform(-50, 60), random.uniform(-170, 170), "in", "city", 8.0)


def _happening(random: Random, day: int, place: Place, actor: Party) -> Happening:
    words = tuple(_name(random, 2 + i % 2).lower() for i in range(14))
    name = f"{day}-{random.getrandbits(48):x}"
    return Happening(name, random.choice(KINDS), day, place, actor, random.randint(1, 60), words)


def _told(random: Random, of: Happening, nth: int, before: list[Happening]) -> tuple[str, Reading]:
    """One report: ten of the event's fourteen words, its town and actor, words of its own, common ones."""
    own = [_name(random, 3).lower() for _ in range(6)]
    telling = [*random.sample(of.words, 10), of.place.name, of.actor.name, str(of.number)]
    body = [*telling, *own, *random.choices(COMMON.split(), k=40)]
    random.shuffle(body)
    title = " ".join(["News of", of.place.name, *random.sample(of.words, 2)])
    text = f"{title}\n\n{' '.join(body)}."
    published = START + DAY * (of.day + (nth > 4)) + timedelta(minutes=random.randrange(1440))
    blocks = (Block("title", 0, len(title)), Block("paragraph", len(title) + 2, len(text)))
    report = Report(stable_id("report", of.name, nth), text, blocks, title, f"Outlet {nth}", published, "given", "en")
    mentions = [_mention(report, of, 0.9, nth)] if of.kind else []
    if before and random.random() < 0.2:  # a look back
        past = random.choice(before)
        mentions += [_mention(report, past, 0.3, nth + 100)] if past.kind else []
    return of.name, Reading(report, (), tuple(mentions), ())


def _mention(report: Report, of: Happening, prominence: float, nth: int) -> Mention:
    start = START + DAY * of.day
    when = Time("that day", start, start + DAY, "day")
    who: tuple[tuple[str, Value], ...] = (("who", of.actor),) if of.kind != "earthquake" else ()
    count = Quantity(str(of.number), of.number, of.number, "exact", "1", "person")
    span = Span(0, 8, "shelling")
    values = (*who, ("where", of.place), ("killed", count), ("when", when))
    mid = stable_id("mention", report.id, nth)
    return Mention(mid, report.id, of.kind or "", span, span, span, "happened", prominence, when=when, values=values)
