"""Readings made from templates with a known answer: a year of news, without the parser.

Events come in the order of their days, told of by 1 to 25 reports each, four and a half in the mean; a report tells of
one event in five sentences and looks back on an earlier one. Ten claims and five mentions a report, as many as short
reports give. Every span quotes its text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random

from crosswire.model import (
    Block,
    Claim,
    Mention,
    Party,
    Place,
    Quantity,
    Reading,
    Recognised,
    Report,
    Span,
    Speaker,
    Text,
    Time,
    Value,
    stable_id,
)

START = datetime(2026, 1, 1, tzinfo=UTC)
A_DAY = 80  # events of one day
SIZES = (1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 6, 8, 25)  # reports of an event; now and then one that all tell
FRAMES = ("attack", "earthquake", "weapons_test", "demonstration", "explosion")
SYLLABLES = ("ka", "lo", "mir", "ten", "vo", "sha", "dun", "bel", "ra", "qu", "nis", "tor", "ha", "wen", "ost", "pe")
ACTS = {"attack": "attacked", "earthquake": "shook", "weapons_test": "tested", "demonstration": "rallied"}
# Words so common that they tell no story from another; what tells it are an event's own (made) words.
EVERYWHERE = (
    "people said after there which their about other first would could before where while since until because against "
    "between under through during without within again still never always often later early today against another "
    "many most more less some every each both such same very much little great small long short high large good "
    "number part place time year week month world country state government public group office work made took came "
    "went told gave found called used asked left kept held began set put showed"
)
COMMON = tuple(EVERYWHERE.split())
OWN = 10  # words of its own that a story has


@dataclass(frozen=True, slots=True)
class Made:
    """An event of the made news."""

    number: int
    frame: str
    day: datetime
    who: Party
    where: Place
    killed: int
    words: tuple[str, ...]


def event(number: int) -> Made:
    """The event of that number, always the same."""
    rng = Random(f"event {number}")  # noqa: S311 - news, no secrets
    name, actor, *words = (_name(rng) for _ in range(2 + OWN))
    lat, lon = rng.uniform(-50, 60), rng.uniform(-179, 179)
    place = Place(f"in {name}", name, rng.choice(["JP", "KR", "UA", "TR", "YE"]), lat, lon)
    day = START + timedelta(days=number // A_DAY)
    who = Party(actor, actor, None, "group")
    return Made(number, rng.choice(FRAMES), day, who, place, rng.randint(2, 90), tuple(words))


def _name(rng: Random) -> str:
    return "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(4, 5))).capitalize()


def tellings(seed: int = 1) -> Iterator[int]:
    """Which event each report tells of, without end: those of one event a little apart from one another."""
    rng, number, queue = Random(seed), 0, list[int]()  # noqa: S311
    while True:
        while len(queue) < 300:
            queue += [number] * rng.choice(SIZES)
            number += 1
        yield queue.pop(min(len(queue) - 1, int(rng.expovariate(1 / 60))))


def readings(count: int, seed: int = 1, start: int = 0) -> Iterator[Reading]:
    """Readings number `start` to `count`."""
    for i, number in enumerate(tellings(seed)):
        if i >= count:
            return
        if i >= start:
            yield reading(i, number)


def reading(i: int, number: int) -> Reading:
    """Report number `i`, which tells of an event."""
    rng = Random(f"report {i}")  # noqa: S311
    return _Writer(i, event(number), rng).write()


class _Writer:
    """Sentences, and what is read from them, growing together."""

    def __init__(self, i: int, of: Made, rng: Random) -> None:
        self.i, self.of, self.rng = i, of, rng
        self.outlet = Speaker(f"The Paper {i % 300}", f"The Paper {i % 300}", "outlet")
        self.text = f"{of.who.name}, {of.where.name}: {' '.join(rng.sample(of.words, 3))}\n\n"
        self.title = self.text.strip()
        self.id = stable_id("report", "made", i)
        self.claims: list[Claim] = []
        self.mentions: list[Mention] = []
        self.values: list[Recognised] = []

    def write(self) -> Reading:
        of, official = self.of, Speaker("police", f"Police of {self.of.where.name}", "official", country="JP")
        when = Time("on that day", of.day, of.day + timedelta(days=1), "day")
        killed = Quantity(str(of.killed), of.killed, of.killed, "exact", "1", "person")
        happened = ("happened", Text(ACTS.get(of.frame, "struck"), ""))
        main: list[tuple[str, Value]] = [happened, ("who", of.who), ("where", of.where), ("when", when)]
        self._sentence(of.frame, 0.95, main, ())
        self._sentence(of.frame, 0.6, [("killed", killed), ("where", of.where)], (official,))
        old = event(of.number - self.rng.randint(50, 4000))
        then = Time("earlier", old.day, old.day + timedelta(days=1), "day")
        self._sentence(old.frame, 0.3, [("who", old.who), ("where", old.where), ("when", then)], ())
        self._sentence("say", 0.1, [], (Speaker("a minister", f"Minister {self.i % 90}", "person"),))
        for _ in range(4):
            words = [*self.rng.choices(COMMON, k=14), *self.rng.sample(of.words, 4)]
            self.text += f"{' '.join(words).capitalize()}.\n\n"
        published = of.day + timedelta(hours=self.rng.randint(1, 40), minutes=self.i % 60)
        blocks = (Block("title", 0, len(self.title)), Block("paragraph", len(self.title) + 2, len(self.text)))
        url = f"https://paper{self.i % 300}.example/{self.i}"
        named = (self.outlet.name, published, "given", "en")
        report = Report(self.id, self.text, blocks, self.title, *named, url=url)  # type: ignore[arg-type]
        return Reading(report, tuple(self.claims), tuple(self.mentions), tuple(self.values))

    def _sentence(
        self, frame: str, prominence: float, told: Sequence[tuple[str, Value]], by: tuple[Speaker, ...]
    ) -> None:
        start = len(self.text)
        # A common word here and there, never the same: no six words in a row stand in two reports, which copy nothing.
        words = " ".join(f"{self._any()} {name} {self._any()} {value.text}," for name, value in told)
        filler = " ".join(self.rng.choices(COMMON, k=6))
        self.text += f"Reporters told {words} {frame} {filler}.\n\n"
        sentence = Span(start, len(self.text) - 2, self.text[start:-2])
        at = self.text.index(frame, start)
        trigger = Span(at, at + len(frame), frame)
        mid = stable_id("mention", self.id, len(self.mentions))
        when = next((v for _, v in told if isinstance(v, Time)), None)
        named = tuple((name, value) for name, value in told if name != "happened")
        here = (trigger, trigger, sentence)
        self.mentions.append(Mention(mid, self.id, frame, *here, "happened", prominence, when=when, values=named))
        for name, value in told:
            self._claim(mid, name, value, sentence, by)
        if not told:
            self._claim(mid, None, None, sentence, by)

    def _any(self) -> str:
        return self.rng.choice(COMMON)

    def _claim(
        self, mention: str, attribute: str | None, value: Value | None, span: Span, by: tuple[Speaker, ...]
    ) -> None:
        cid = stable_id("claim", self.id, len(self.claims))
        at = self.text.index(value.text, span.start) if value and value.text in span.exact else span.start
        words = Span(at, at + len(value.text), value.text) if value and value.text in span.exact else None
        kind, mode = ("fact" if attribute else "assessment"), ("paraphrased" if by else "narrated")
        about = (cid, self.id, mention, attribute, kind, mode, "states")
        chain = (self.outlet, *by)
        self.claims.append(Claim(*about, chain, value, span, None, words, act=None if attribute else "say"))  # type: ignore[arg-type]
        if words is not None and value is not None:
            self.values.append(Recognised(words, value))
