"""The annotation of real clusters (benchmarks/clusters/*.toml) as nouns, and whether a value is the one annotated."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from crosswire.model import Place, Quantity, Text, Time, Value

KM = {"km": 1.0, "m": 0.001, "mi": 1.609344, "nmi": 1.852, "ft": 0.0003048}
WITHIN = 0.02  # one number written twice: 1,700 miles and 2,700 km
UNKNOWN = "unknown"

Texts = Mapping[str, tuple[str, int]]  # by report: the text, and how many of its characters are the title


@dataclass(frozen=True, slots=True)
class Located:
    """Where one report tells something: characters [at, end) of its text; `origin` is empty for other events."""

    report: str
    at: int
    exact: str
    origin: str = ""

    @property
    def end(self) -> int:
        """The offset behind the last character."""
        return self.at + len(self.exact)

    def placed(self, texts: Texts) -> Located:
        """The nearest place where the report's whole text holds the words; where none does, that after its title."""
        text, head = texts.get(self.report, ("", 0))
        near = self.at + head
        found = [m.start() for m in re.finditer(re.escape(self.exact), text)]
        return replace(self, at=min(found, key=lambda at: abs(at - near), default=near))


@dataclass(frozen=True, slots=True)
class Answer:
    """One value as annotated: a number, a day, words one of which it holds, or that it happened (or did not)."""

    claims: tuple[Located, ...]
    number: float | None = None
    day: date | None = None
    words: tuple[str, ...] = ()
    happened: bool | None = None

    @property
    def origins(self) -> frozenset[str]:
        """The independent origins it rests on."""
        return frozenset(c.origin for c in self.claims) - {UNKNOWN}

    def fits(self, value: Value | None) -> bool:
        """Whether a value of the program is this answer."""
        if self.happened is not None:
            return self.happened
        if isinstance(value, Quantity) and not self.words:
            return self.number is not None and _is_number(value, self.number)
        if isinstance(value, Time):
            return self.day is not None and _is_day(value, self.day)
        return value is not None and _has_word(value, self.words)


def _is_number(value: Quantity, wanted: float) -> bool:
    factors = (1.0, KM.get(value.unit, 1.0))
    ends = [end * factor for end in (value.low, value.high) if end is not None for factor in factors]
    if value.low is not None and value.high is not None and value.bound == "between":
        ends.append((value.low + value.high) / 2)
    return any(abs(end - wanted) <= WITHIN * wanted for end in ends)


def _is_day(value: Time, wanted: date) -> bool:
    if value.start is None or value.granularity not in ("minute", "hour", "day"):
        return False
    noon = datetime(wanted.year, wanted.month, wanted.day, 12, tzinfo=UTC)
    return value.start.date() == wanted or (value.start <= noon and value.end is not None and noon < value.end)


def _has_word(value: Value, words: tuple[str, ...]) -> bool:
    said = value.text.lower() + " " + (value.name.lower() if not isinstance(value, Quantity | Time) else "")
    if isinstance(value, Place | Text) and not said.strip():
        return False
    return any(re.search(rf"\b{re.escape(word)}", said) for word in words)


@dataclass(frozen=True, slots=True)
class Asked:
    """One question about the main event: under which attributes, how it stands, and its answers."""

    attributes: tuple[str, ...]
    standing: str
    also_right: tuple[str, ...]
    answers: tuple[Answer, ...]

    @property
    def has_to_be_found(self) -> bool:
        """Whether an editor could call it nothing but corroborated."""
        return self.standing == "corroborated" and not self.also_right


@dataclass(frozen=True, slots=True)
class Cluster:
    """Reports of one real event, annotated; `urls` gives each report's id by its address."""

    event: str
    split: str
    urls: Mapping[str, str]
    asked: tuple[Asked, ...]
    others: tuple[tuple[Located, ...], ...]

    def placed(self, texts: Texts) -> Cluster:
        """The same annotation, every place where these texts (by report id) hold its words."""
        asked = tuple(
            replace(a, answers=tuple(replace(v, claims=_placed(v.claims, texts)) for v in a.answers))
            for a in self.asked
        )
        return replace(self, asked=asked, others=tuple(_placed(other, texts) for other in self.others))


def _placed(places: tuple[Located, ...], texts: Texts) -> tuple[Located, ...]:
    return tuple(place.placed(texts) for place in places)


def load(folder: Path) -> Iterator[Cluster]:
    """The clusters annotated in a folder, in the order of their names."""
    for path in sorted(folder.glob("*.toml")):
        yield read(path.read_text("utf-8"))


def read(text: str) -> Cluster:
    """One cluster from its TOML."""
    row = tomllib.loads(text)
    return Cluster(
        event=row["event"],
        split=row["split"],
        urls={r["url"]: r["id"] for r in row["report"]},
        asked=tuple(_asked(f) for f in row["fact"]),
        others=tuple(tuple(_located(c) for c in o["claims"]) for o in row.get("other", [])),
    )


def _asked(row: dict[str, Any]) -> Asked:
    answers = tuple(_answer(a) for a in row["answer"])
    return Asked(tuple(row["attributes"]), row["standing"], tuple(row.get("also_right", ())), answers)


def _located(row: dict[str, Any]) -> Located:
    return Located(row["report"], row["at"], row["exact"], row.get("origin", ""))


def _answer(row: dict[str, Any]) -> Answer:
    claims = tuple(_located(c) for c in row["claims"])
    return Answer(claims, row.get("number"), row.get("day"), tuple(row.get("words", ())), row.get("happened"))
