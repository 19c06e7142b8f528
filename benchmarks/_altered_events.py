"""Seeded events for `altered`: their reports, true sentences on them, altered ones. The wordings are altered.toml."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from string import Formatter
from typing import Any, Literal

KINDS = Path(__file__).parent / "altered.toml"
PUBLISHED = datetime(2026, 3, 19, 18, tzinfo=UTC)  # a Thursday
DATA = tomllib.loads(KINDS.read_text("utf-8"))
COUNTRIES: Mapping[str, str] = DATA["names"]["countries"]
TOWNS: Sequence[str] = DATA["names"]["towns"]
SEAS: Sequence[str] = DATA["names"]["seas"]
PEOPLE: Sequence[str] = DATA["names"]["people"]
BODIES = ("Defense Ministry", "Interior Ministry", "Foreign Ministry", "Health Ministry")
OUTLETS = ("Harbour Gazette", "Coastal Courier", "Northern Post", "Evening Ledger")
SYMMETRIC = ("meeting", "agreement", "exercise")
Change = Literal["true", "number", "date", "place", "actor", "attribution", "swapped", "polarity", "invented", "turned"]


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence to check: whether it is true, and else what was changed in it."""

    text: str
    change: Change
    template: str


@dataclass(frozen=True, slots=True)
class Happening:
    """An invented event with its reports (outlet, text, publication) and the sentences on it."""

    kind: str
    reports: tuple[tuple[str, str, datetime], ...]
    sentences: tuple[Told, ...]


def happenings(seed: int, each: int, split: str) -> Iterator[Happening]:
    """`each` events of every kind; `split` tells which wordings the sentences have: dev or held."""
    kinds = DATA["kind"]
    for number in range(each):
        for kind in kinds:
            yield happening(kind, random.Random(f"{seed} {split} {number} {kind['name']}"), split)  # noqa: S311 - no secret


def happening(kind: Mapping[str, Any], chance: random.Random, split: str) -> Happening:
    """One event of a kind."""
    values = _values(kind, chance)
    reports = []
    for number, outlet in enumerate(chance.sample(OUTLETS, chance.randint(2, 4))):
        template = kind["report"][number % len(kind["report"])]
        reports.append((outlet, _sentence(template, values), PUBLISHED - timedelta(hours=chance.randint(0, 9))))
    told = [Told(_sentence(t, values), "true", t) for t in kind[split]]
    for template in kind[split]:
        told += _altered(template, kind, values, chance)
    for change, key in (("polarity", "not"), ("invented", "invented"), ("turned", "turned")):
        told += [Told(_sentence(t, values), change, t) for t in kind.get(key, ())]  # type: ignore[arg-type]
    return Happening(kind["name"], tuple(reports), tuple(told))


def _values(kind: Mapping[str, Any], chance: random.Random) -> dict[str, Any]:
    countries = chance.sample(sorted(COUNTRIES), 3)
    values: dict[str, Any] = dict(zip(("country", "country2", "country3"), countries, strict=True))
    values |= zip(("town", "town2", "town3"), chance.sample(TOWNS, 3), strict=True)
    values |= zip(("person", "person2", "person3"), chance.sample(PEOPLE, 3), strict=True)
    values |= zip(("sea", "sea2"), chance.sample(SEAS, 2), strict=True)
    values["ministry"] = chance.choice(BODIES)
    values["day"] = PUBLISHED - timedelta(days=chance.randint(1, 5))
    values["ahead"] = PUBLISHED + timedelta(days=chance.randint(20, 60))
    for name, (low, high) in kind.get("numbers", {}).items():
        values[name] = _drawn(low, high, chance)
    return values


def _drawn(low: float, high: float, chance: random.Random) -> float | int:
    if isinstance(low, float):
        return round(chance.uniform(low, high), 1 if high < 8 else 2)
    step = 10 if high >= 800 else 1
    return chance.randint(low // step, int(high) // step) * step


def _sentence(template: str, values: Mapping[str, Any]) -> str:
    day: datetime = values["day"]
    words = {
        **values,
        "capital": COUNTRIES[values["country"]],
        "capital2": COUNTRIES[values["country2"]],
        "body": f"{values['country']}'s {values['ministry']}",
        "body2": f"{values['country2']}'s {values['ministry']}",
        "date": f"{day:%B} {day.day}, {day.year}",
        "weekday": f"{day:%A}",
        "date_ahead": f"{values['ahead']:%B} {values['ahead'].day}",
    }
    if "distance" in values:
        words["distance_miles"] = round(values["distance"] * 0.621371)
    text = template.format(**{k: f"{v:,}" if isinstance(v, int) and v >= 10000 else v for k, v in words.items()})
    return text[0].upper() + text[1:]


def _altered(template: str, kind: Mapping[str, Any], values: dict[str, Any], chance: random.Random) -> Iterator[Told]:
    """The sentence with one of its slots changed, once for each slot."""
    slots = {name for _, name, _, _ in Formatter().parse(template) if name}
    for slot in sorted(slots):
        lower = f"at least {{{slot}}}" not in template  # "at least 27" is true of 36
        for change, other in _others(slot, values, chance, lower):
            text = _sentence(template, {**values, **other})
            if text != _sentence(template, values):
                yield Told(text, change, template)
    if {"country", "country2"} <= slots and kind["name"] not in SYMMETRIC and "body" not in slots:
        swapped = {"country": values["country2"], "country2": values["country"]}
        yield Told(_sentence(template, {**values, **swapped}), "swapped", template)


def _others(
    slot: str, values: Mapping[str, Any], chance: random.Random, lower: bool
) -> Iterator[tuple[Change, dict[str, Any]]]:
    name = slot.removesuffix("_miles")
    if isinstance(values.get(name), int | float):
        factor = chance.choice((0.4, 0.6, 0.75, 1.25, 1.5, 2, 3) if lower else (1.25, 1.5, 2, 3))
        changed = values[name] * factor
        exact = isinstance(values[name], int)
        yield (
            "number",
            {name: max(round(changed), 1) + (round(changed) == values[name]) if exact else round(changed, 2)},
        )
    elif slot in ("date", "weekday"):
        shift = chance.choice((-3, -2, -1, 1, 2, 3))
        yield "date", {"day": values["day"] + timedelta(days=shift)}
    elif slot in ("town", "town2"):
        yield "place", {slot: values["town3"]}
    elif slot == "sea":
        yield "place", {"sea": values["sea2"]}
    elif slot in ("country", "country2"):
        yield "actor", {slot: values["country3"]}
    elif slot in ("capital", "capital2"):
        yield "actor", {slot.replace("capital", "country"): values["country3"]}
    elif slot in ("person", "person2"):
        yield "actor", {slot: values["person3"]}
    elif slot in ("body", "body2"):
        yield "attribution", {slot.replace("body", "country"): values["country3"]}
