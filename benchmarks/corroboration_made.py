"""Sets of reports of one event whose truth is known because they were made: who knew what, who told whom, who copied.

Agencies' people attend acts done in public, or have them, without saying so, from another agency or from one who knows.

An event has some who know of it (a police force, a ministry, a hospital ...), each with its own figures, one of them
perhaps wrong. Agencies ask some of them and write a text; papers print it whole, cut, in another order, without its
credit, or take a few sentences into a text of their own; others ask officials themselves, tell it in their own voice
as hearsay, or meet somebody who was there. `corroboration.toml` has the words, `corroboration_other.toml` other words
for the same. Nothing here is used by the program.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

WORDS = Path(__file__).with_name("corroboration.toml")
OTHER = Path(__file__).with_name("corroboration_other.toml")
SIZES = (2, 2, 3, 3, 4, 4, 5, 6, 7, 8, 10, 12, 15, 20, 30)  # reports of a set
ATTENDED, ECHOED = 0.7, 0.2  # agencies that tell a public act in their own voice; of these, those that were not there
# One government's ministries are one origin (benchmarks/clusters/README.md, rule 1); the defence ministry speaks here
# for the army under it, which is its own, as are a town's police, its mayor and a province's governor.
GOVERNMENT = frozenset(("interior", "transport", "health", "justice"))
KNOWERS = (1, 1, 1, 2, 2, 2, 3, 3, 4)
SLOT = re.compile(r"\{(\w+)\}")
VERBS = "said|told|confirmed|reported|announced|denied|rejected"
OTHER_VERBS = "was|wrote|noted|stated|informed|specified|put|added|dismissed|says"
SPELLED = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}
EDITS = (
    ("told reporters", "told journalists"), ("said in a statement", "said in a written statement"),
    ("about", "some"), ("on Tuesday", "Tuesday"), ("injured", "hurt"), ("according to", "in the words of"),
)  # fmt: skip
# What means the same: one event is not told in one wording by all.
SAME = (
    ("people were killed", ("people died", "people lost their lives")),
    ("people were injured", ("people were hurt", "people suffered injuries")),
    ("in the blast", ("in the explosion", "by the explosion")),
    ("in the crash", ("in the accident", "in the collision")),
    ("in the attack", ("in the assault", "during the attack")), ("in the floods", ("in the flooding",)),
    ("wounded", ("injured", "hurt")), ("left", ("has left",)), ("the death toll", ("the toll", "the number of dead")),
)  # fmt: skip
PARTS = (("early {d}", "on {d} morning"), ("on {d} afternoon", "on {d}"), ("late on {d}", "on {d} evening"))
Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and the truth of it: which event, whose knowledge, whether the text says whose, what it answers."""

    id: int
    text: str
    event: int
    origin: str | None = None
    visible: bool = False
    answers: Mapping[str, float | str] = field(default_factory=dict)
    denies: bool = False
    way: str = ""
    seen: str | None = None  # who was there, of a public act: whose knowledge all but the numbers are


def one_origin(name: str | None) -> str | None:
    """Who knows, ministries of one government as that government."""
    return "government" if name in GOVERNMENT else name


@dataclass(frozen=True, slots=True)
class Made:
    """One report: its paragraphs of sentences, and how it is dressed."""

    outlet: str
    headline: Sentence
    paragraphs: tuple[tuple[Sentence, ...], ...]
    published: datetime | None
    opening: str = ""
    closing: str = ""

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in order."""
        return tuple(s for p in self.paragraphs for s in p)

    @property
    def text(self) -> str:
        """The text as it is published, without the headline."""
        body = "\n\n".join(" ".join(s.text for s in p) for p in self.paragraphs)
        return f"{self.opening}{body}" + (f"\n\n{self.closing}" if self.closing else "")


@dataclass(frozen=True, slots=True)
class Telling:
    """How a sentence is told, whether it tells the event from new, and on the word of which agency."""

    way: str
    lead: bool = False
    agency: str = ""


@dataclass(slots=True)
class Scene:
    """One event while it is being written about."""

    number: int
    kind: str
    table: Table
    slots: dict[str, str]
    figures: dict[str, dict[str, float]]  # origin -> what it knows
    names: dict[str, tuple[str, ...]]  # origin -> the forms of its name
    rng: random.Random
    day: datetime
    part: int = 0  # of the day
    used: Counter[str] = field(default_factory=Counter)
    there: dict[str, str] = field(default_factory=dict)  # agency -> whose knowledge its own voice is, of a public act


@dataclass(frozen=True, slots=True)
class Set:
    """The reports of a set."""

    reports: tuple[Made, ...]


class Maker:
    """Makes sets; the same seed makes the same set. Each third phrase is left out where it is dev; `other` words are
    all dev."""

    def __init__(self, seed: int, dev: bool, other: bool = False) -> None:
        table = tomllib.loads(WORDS.read_text("utf-8"))
        self.table = _without_thirds(table) if dev else table
        self.verbs = VERBS
        if other:
            self.table = _instead(self.table, tomllib.loads(OTHER.read_text("utf-8")))
            self.verbs = f"{VERBS}|{OTHER_VERBS}"
        self.seed = seed
        self.count = 0

    def make(self, number: int) -> Set:
        """The set of a number."""
        rng = random.Random(f"{self.seed} {number}")  # noqa: S311 - reproducible, no secret
        self.count = 0
        scene = self._scene(0, rng)
        size = rng.choice(SIZES)
        reports = self._reports(scene, size)
        if size > 4 and rng.random() < 0.25:  # another event of the kind, some days away
            other = self._scene(1, rng, scene)
            reports += self._reports(other, rng.randint(1, 3), {r.outlet for r in reports})
        rng.shuffle(reports)
        return Set(tuple(reports))

    # --- an event and who knows of it ---------------------------------------------------------------------------

    def _scene(self, number: int, rng: random.Random, beside: Scene | None = None) -> Scene:
        kind = beside.kind if beside else rng.choice(list(self.table["event"]))
        event = self.table["event"][kind]
        country = rng.choice(self.table["countries"]["list"])
        towns = [t for t in country["towns"] if beside is None or t != beside.slots["town"]]
        day = datetime(2026, rng.randint(1, 9), rng.randint(1, 28), tzinfo=UTC)
        if beside is not None:
            day = beside.day - timedelta(days=rng.randint(20, 60))
        site = rng.choice(event["sites"])
        slots = {
            "town": rng.choice(towns), "T": "", "C": country["adjective"], "N": f"{country['name']}'s", "site": site,
            "bare": re.sub(r"^(?:a|an|the) (?:crowded |military )?", "", site), "state": "North Korea",
            "S": country["name"], "firm": rng.choice(self.table["countries"]["firms"]),
            "accused": f"{rng.choice(country['first'])} {rng.choice(country['last'])}",
        }  # fmt: skip
        slots["T"] = slots["town"]
        slots["N"] = slots["N"].removeprefix("the ") if rng.random() < 0.5 else slots["N"]
        known = rng.sample(event["knows"], min(rng.choice(KNOWERS), len(event["knows"])))
        truth = {a: float(rng.randint(*span)) / (10 if a == "magnitude" else 1) for a, span in event["numbers"].items()}
        figures = {origin: self._knowledge(truth, rng) for origin in known}
        ministries = [origin for origin in figures if origin in GOVERNMENT]
        figures.update({origin: figures[ministries[0]] for origin in ministries})  # noqa: C420 - there may be none
        names = {o: self._forms(o, slots, country, rng) for o in [*known, *event["knows"]]}
        return Scene(number, kind, event, slots, figures, names, rng, day, rng.randrange(len(PARTS)))

    def _knowledge(self, truth: Mapping[str, float], rng: random.Random) -> dict[str, float]:
        """What one origin knows: most of it, now and then a figure wrong."""
        known = {a: v for a, v in truth.items() if rng.random() < 0.75} or dict(truth)
        for attribute in known:
            if rng.random() < 0.06:
                known[attribute] = _wrong(attribute, known[attribute], rng)
        return known

    def _forms(self, origin: str, slots: Mapping[str, str], country: Table, rng: random.Random) -> tuple[str, ...]:
        """The names of an origin in this event: each report uses some of them."""
        first, last = rng.choice(country["first"]), rng.choice(country["last"])
        filled = {**slots, "person": f"{first} {last}", "last": last}
        forms = [SLOT.sub(lambda m: filled[m[1]], form) for form in self.table["origin"][origin]["forms"]]
        rng.shuffle(forms)
        return tuple(forms)

    # --- reports ------------------------------------------------------------------------------------------------

    def _reports(self, scene: Scene, size: int, taken: set[str] | None = None) -> list[Made]:
        rng, media = scene.rng, self.table["media"]
        papers = [p for p in rng.sample(media["papers"], len(media["papers"])) if p not in (taken or ())]
        wires = [self._wire(scene, agency) for agency in rng.sample(media["agencies"], rng.choice((0, 1, 1, 2)))]
        made = [wire for wire in wires if rng.random() < 0.5][:size]
        while len(made) < size:
            paper = papers[len(made)]
            way = rng.choices(("credited", "uncredited", "partial", "own", "hearsay", "cites"), (22, 14, 16, 32, 9, 7))[
                0
            ]
            if not wires and way in ("credited", "uncredited", "partial", "cites"):
                way = "own"
            made.append(self._paper(scene, paper, way, rng.choice(wires) if wires else None))
        return made

    def _wire(self, scene: Scene, agency: str) -> Made:
        asked = scene.rng.sample(list(scene.figures), min(len(scene.figures), scene.rng.choice((1, 1, 2, 2, 3))))
        told = self._told(scene, asked, scene.rng.randint(3, 5), agency, silent=0.3)
        if scene.table.get("attended"):
            told = self._attended(scene, agency, asked[0], told)
        return self._dressed(scene, agency, told, scene.rng.randint(20, 120))

    def _paper(self, scene: Scene, paper: str, way: str, wire: Made | None) -> Made:
        if way == "credited" and wire is not None:
            return self._reprint(scene, paper, wire, credited=True)
        if way == "uncredited" and wire is not None:
            return self._reprint(scene, paper, wire, credited=False)
        asked = scene.rng.sample(list(scene.figures), min(len(scene.figures), scene.rng.choice((1, 1, 2))))
        if way == "hearsay":
            return self._dressed(
                scene, paper, self._told(scene, asked, 3, paper, silent=1.0), scene.rng.randint(60, 600)
            )
        if way == "cites" and wire is not None:
            told = [self._sentence(scene, asked[0], paper, Telling("agency", i == 0, wire.outlet)) for i in range(2)]
            told = [replace(s, seen=scene.there.get(wire.outlet)) if not s.visible else s for s in told]
            return self._dressed(scene, paper, [*told, *self._filler(scene, 3)], scene.rng.randint(60, 600))
        told = self._told(scene, asked, scene.rng.randint(2, 4), paper, silent=0.15)
        if way == "partial" and wire is not None:
            told += self._taken(scene, wire)
        if scene.rng.random() < 0.15:
            told.insert(1, self._sentence(scene, None, paper, Telling("own")))
        return self._dressed(scene, paper, told, scene.rng.randint(60, 600))

    def _told(self, scene: Scene, asked: Sequence[str], count: int, outlet: str, silent: float) -> list[Sentence]:
        """Some sentences on the word of those asked, some of them without saying so, and some that tell nothing."""
        told = []
        for i in range(count):
            origin = asked[i % len(asked)]
            quiet = scene.rng.random() < silent
            way = scene.rng.choice(("voice", "hearsay")) if quiet else "said"
            told.append(self._sentence(scene, origin, outlet, Telling(way, i == 0)))
        filler = self._filler(scene, scene.rng.randint(2, 4))
        if scene.table.get("denied") and scene.number == 0 and scene.rng.random() < 0.12:
            told.append(self._sentence(scene, "defence", outlet, Telling("denies", True)))
        return [*told[:2], *filler[:1], *told[2:], *filler[1:]]

    def _attended(self, scene: Scene, agency: str, asked: str, told: Sequence[Sentence]) -> list[Sentence]:
        """What an agency tells of a public act in its own voice: its people were there, or it has it from elsewhere."""
        heard = next(iter(scene.there.values()), asked)  # another agency's word, or that of somebody it asked
        scene.there[agency] = f"own:{agency}" if scene.rng.random() >= ECHOED else heard
        seen = [replace(s, seen=scene.there[agency]) if s.way == "voice" else s for s in told]
        if scene.rng.random() >= ATTENDED:
            return seen
        lead = self._sentence(scene, asked, agency, Telling("attended", True))
        return [replace(lead, origin=scene.there[agency], seen=scene.there[agency]), *seen]

    def _taken(self, scene: Scene, wire: Made) -> list[Sentence]:
        """Two to four sentences in a row out of a wire text."""
        count = scene.rng.randint(2, 4)
        start = scene.rng.randrange(max(1, len(wire.sentences) - count))
        return [self._edited(s, scene.rng) for s in wire.sentences[start : start + count]]

    def _reprint(self, scene: Scene, paper: str, wire: Made, credited: bool) -> Made:
        rng = scene.rng
        paragraphs = [tuple(self._edited(s, rng) for s in p) for p in wire.paragraphs]
        if rng.random() < 0.4 and len(paragraphs) > 2:
            paragraphs = paragraphs[: rng.randint(2, len(paragraphs) - 1)]
        elif rng.random() < 0.25:
            head, rest = paragraphs[0], paragraphs[1:]
            rng.shuffle(rest)
            paragraphs = [head, *rest]
        headline = self._headline(scene, wire.headline.origin) if rng.random() < 0.6 else wire.headline
        opening, closing = "", ""
        if credited:
            style = {
                "A": wire.outlet,
                "TOWN": scene.slots["town"].upper(),
                "date": f"{scene.day:%b} {scene.day.day}",
                "year": "2026",
            }
            opening, closing = ("", _fill(rng.choice(self.table["phrases"]["credits"]), style))
            if rng.random() < 0.6:
                opening, closing = _fill(rng.choice(self.table["phrases"]["datelines"]), style), ""
        at = wire.published + timedelta(minutes=rng.randint(5, 400)) if wire.published else None
        return Made(paper, headline, tuple(paragraphs), _blurred(at, rng), opening, closing)

    def _edited(self, sentence: Sentence, rng: random.Random) -> Sentence:
        """The sentence as a desk may change it; it stays the same sentence."""
        text = sentence.text
        if rng.random() < 0.15:
            text = text.replace(*rng.choice(EDITS))
        if rng.random() < 0.4:
            text = re.sub(r"(\d+) kilometers", lambda m: f"{round(int(m[1]) / 1.609)} miles", text)
        return replace(sentence, text=text)

    def _dressed(self, scene: Scene, outlet: str, told: Sequence[Sentence], minutes: int) -> Made:
        paragraphs, rest = [], list(told)
        while rest:
            n = scene.rng.randint(1, 3)
            paragraphs.append(tuple(rest[:n]))
            rest = rest[n:]
        at = scene.day + timedelta(hours=12, minutes=minutes)
        headline = self._headline(scene, told[0].origin)
        return Made(
            outlet,
            headline,
            tuple(paragraphs),
            at if outlet in self.table["media"]["agencies"] else _blurred(at, scene.rng),
        )

    # --- sentences ----------------------------------------------------------------------------------------------

    def _sentence(self, scene: Scene, origin: str | None, outlet: str, telling: Telling) -> Sentence:
        """One sentence in one way of telling; no clause is put into the same frame twice in one set."""
        known = scene.figures.get(origin or "", None)
        if known is None:
            known = next(iter(scene.figures.values()))
        way, lead, agency = telling.way, telling.lead, telling.agency
        frames = self.table["phrases"][_FRAMES[way]]
        clauses = scene.table["attended"] if way == "attended" else self._clauses(scene, known, lead)
        tries = [(scene.rng.choice(clauses), scene.rng.choice(frames)) for _ in range(12)]
        clause, frame = min(tries, key=lambda t: scene.used[f"{t[0]}|{t[1]}"] * 3 + scene.used[f"{t[0]}|{origin}"])
        scene.used.update((f"{clause}|{frame}", f"{clause}|{origin}"))
        answers: dict[str, float | str] = {a: known[a] for a in SLOT.findall(clause) if a in known}
        if "{town}" in clause:
            answers["where"] = scene.slots["town"]
        if lead:
            answers["happened"] = "yes"
        words = _clause(clause, scene, answers)
        who = scene.rng.choice(scene.names[origin]) if origin in scene.names else "officials"
        parts = {"c": words, "Cl": _capital(words), "w": who, "W": _capital(who), "A": agency, "O": outlet}
        parts["town"] = scene.slots["town"]
        for slot in ("more", "and"):
            if f"{{{slot}}}" in frame:
                parts[slot] = min(scene.rng.sample(self.table["phrases"][slot], 8), key=lambda words: scene.used[words])
                scene.used[parts[slot]] += 1
        text = _set_off(_fill(frame, parts), who, self.verbs)
        visible = way in ("said", "denies") or (way == "agency" and "{w}" in frame.lower())
        true = f"own:{outlet}" if way == "own" else origin
        self.count += 1
        return Sentence(self.count, text, scene.number, true, visible or way == "own", answers, way == "denies", way)

    def _clauses(self, scene: Scene, known: Mapping[str, float], lead: bool) -> list[str]:
        """The clauses that tell only what is known."""
        numbers = scene.table["numbers"]
        fitting = [
            c
            for c in scene.table["clauses" if lead else "later"]
            if all(s in known for s in SLOT.findall(c) if s in numbers)
        ]
        return (
            fitting
            or [c for c in scene.table["clauses"] if all(s in known for s in SLOT.findall(c) if s in numbers)]
            or ["there was {noun} in {town} {day}"]
        )

    def _filler(self, scene: Scene, count: int) -> list[Sentence]:
        parts, out = self.table["filler"], []
        for _ in range(count):
            words = [scene.rng.choice(parts[part]) for part in ("subjects", "verbs", "adjuncts")]
            if scene.rng.random() < 0.5:
                words.append("and " + scene.rng.choice(parts["verbs"]) + " " + scene.rng.choice(parts["adjuncts"]))
            self.count += 1
            out.append(Sentence(self.count, _capital(" ".join(words)) + ".", scene.number))
        return out

    def _headline(self, scene: Scene, origin: str | None) -> Sentence:
        known = scene.figures.get(origin or "") or next(iter(scene.figures.values()))
        lines = [
            h
            for h in scene.table["headlines"]
            if all(s in known for s in SLOT.findall(h) if s in scene.table["numbers"])
        ]
        line = scene.rng.choice(lines)
        answers = {a: known[a] for a in SLOT.findall(line) if a in known}
        self.count += 1
        return Sentence(self.count, _clause(line, scene, answers), scene.number, origin, False, answers)


_FRAMES = {
    "said": "said", "voice": "own_voice", "hearsay": "hearsay", "agency": "by_agency", "own": "own_reporting",
    "denies": "denies", "attended": "attended",
}  # fmt: skip


def _clause(clause: str, scene: Scene, answers: Mapping[str, float | str]) -> str:
    day = scene.rng.choice(("on {d}", *PARTS[scene.part]))
    slots = {**scene.slots, "day": day.replace("{d}", f"{scene.day:%A}"), "noun": scene.table["plain"]}
    slots.update({a: _number(v, scene.rng) for a, v in answers.items() if not isinstance(v, str)})
    text = _fill(clause, slots)
    for old, new in SAME:
        if scene.rng.random() < 0.35 and old in text and f"{old} by" not in text:
            text = text.replace(old, scene.rng.choice(new), 1)
    return text


def _number(value: float, rng: random.Random) -> str:
    if value != int(value):
        return f"{value:.1f}"
    if value in SPELLED and rng.random() < 0.5:
        return SPELLED[int(value)]
    return f"{int(value):,}"


def _wrong(attribute: str, value: float, rng: random.Random) -> float:
    if attribute == "magnitude":
        return round(value + rng.choice((-0.6, 0.7, 0.9)), 1)
    return float(int(value * rng.choice((0.5, 1.7, 2.0))) + 1)


def _fill(text: str, slots: Mapping[str, str]) -> str:
    return SLOT.sub(lambda m: slots[m[1]], text)


def _set_off(text: str, who: str, verbs: str) -> str:
    """The comma that ends an apposition: "Ana Paz, the mayor of Cusco, said"."""
    text = re.sub(r"\b([Aa]) (?=[AEIO])", r"\1n ", text)
    if ", " not in who:
        return text
    return re.sub(rf"({re.escape(who[1:])}) (?=(?:{verbs})\b)", r"\1, ", text)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _blurred(at: datetime | None, rng: random.Random) -> datetime | None:
    """A time as papers give it: to the minute, or the day only."""
    if at is None or rng.random() < 0.65:
        return at
    return at.replace(hour=0, minute=0)


def _without_thirds(value: Any) -> Any:
    """A table without each third phrase of its lists of phrases."""
    if isinstance(value, dict):
        return {
            k: v if k in ("list", "numbers", "knows", "papers", "agencies") else _without_thirds(v)
            for k, v in value.items()
        }
    if isinstance(value, list) and len(value) > 2 and isinstance(value[0], str):
        return [v for i, v in enumerate(value) if i % 3 != 2]
    return value


def _instead(value: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """A table with what another one has in the place of what is called so."""
    mine = {k: _instead(v, other[k]) if isinstance(v, dict) else other[k] for k, v in value.items() if k in other}
    return {**value, **mine}


def sets(seed: int, count: int, dev: bool) -> Iterator[Set]:
    """So many sets; of dev each second one is in the other words."""
    makers = [Maker(seed, dev, other) for other in ((False, True) if dev else (False,))]
    yield from (makers[number % len(makers)].make(number) for number in range(count))
