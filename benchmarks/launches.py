"""Missile launches told in prose against a table of launches that others made.

Prose: stiles/data, `north-korea-provocations/north-korea-provocations-1958-2017.csv` (CSIS Beyond Parallel): each row
has a date, a label and a few sentences. Those whose label names a missile or satellite launch are read, one report
each: the sentences alone, published on the row's date. The label is not read. Table: nagix/nk-missile-tests,
`data/test.en.json` and `data/facility.en.json` (from the CNS North Korea Missile Test Database; Apache-2.0): a row a
missile, dates in UTC, only missiles that reach 300 km.

Found: `crosswire brief` of the one report has an event of the frame weapons_test (`main`: as its main event). The rest
is compared where both the table has launches within three days of the row's date and both sides say something:
the date (within a day; else it is another launch and no more is compared), the number of missiles (the rows of that
day; ours from a number, never from "several"), the distance (within a tenth or 20 km of one missile's), the site
(within 50 km of the facility, or of the extent of the place we name). `date_told` counts those whose prose gives a day
of its own; the others have only the report's date.
Every disagreement is listed with both values. All of it is dev: the set is looked at whole.
"""

from __future__ import annotations

import csv
import io
import json
import math
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from crosswire.brief.record import as_record
from crosswire.model import Given
from crosswire.pipeline.read import Pipeline, load_pipeline

PROSE = "north-korea-provocations/north-korea-provocations-1958-2017.csv"
TABLE, SITES = "data/test.en.json", "data/facility.en.json"
FRAME = "weapons_test"
LABELS = ("missile launch", "missile/short-range missile launches", "satellite launch", "missile test")
WINDOW, NEAR_KM = 3, 50.0
KM = {"km": 1.0, "m": 0.001, "mi": 1.609344, "nmi": 1.852}
Record = dict[str, Any]
Site = tuple[str, float, float, float]  # a name, degrees, how far it reaches in km


@dataclass(frozen=True, slots=True)
class Incident:
    """A row of the prose."""

    day: date
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Told:
    """What one side says of a launch; None or empty where it says nothing. Distances in km."""

    day: date | None
    number: int | None
    distances: tuple[float, ...]
    sites: tuple[Site, ...]


def run(data: Path, split: str) -> dict[str, object]:
    """How many launches are found, and on what the two sides agree."""
    table, pipeline = load_table(data), load_pipeline()
    counts: Counter[str] = Counter()
    differing: list[str] = []
    incidents = list(load_incidents(data))
    for incident in incidents:
        brief = brief_of(incident, pipeline)
        ours = told_of(brief)
        counts["found"] += ours is not None
        counts["main"] += any(e["role"] == "main" and e["frame"] == FRAME for e in brief["events"])
        theirs = nearest(incident.day, table)
        if ours is None:
            differing.append(f"{incident.day}: no launch found in {incident.text[:90]!r}")
        elif theirs is not None:
            counts["in_table"] += 1
            differing += compare(incident, ours, theirs, counts)
    return {"n": len(incidents), **counts, "differing": differing}


# --- the two data sets ------------------------------------------------------------------------------------------


def load_incidents(data: Path) -> Iterator[Incident]:
    """The launches of the prose, in its order. The file is in the Mac's encoding, with its line ends."""
    text = (data / PROSE).read_bytes().decode("mac_roman").replace("\r", "\n")
    for row in csv.DictReader(io.StringIO(text)):
        if any(label in row["event"].lower() for label in LABELS):
            yield Incident(date.fromisoformat(row["date"]), row["event"], row["description"])


def load_table(data: Path) -> dict[date, Told]:
    """The launches of the table by their day in UTC: one `Told` a day."""
    sites = json.loads((data / SITES).read_text("utf-8"))["facilities"]
    days: dict[date, list[Record]] = {}
    for bin_ in json.loads((data / TABLE).read_text("utf-8"))["timeBins"]:
        for row in bin_["data"]:
            if len(row["date"]) == len("1984-04-09"):  # some are known by their month only
                days.setdefault(date.fromisoformat(row["date"]), []).append(row)
    return {day: _day(day, rows, sites) for day, rows in days.items()}


def _day(day: date, rows: Sequence[Record], sites: Record) -> Told:
    distances = {float(row["distance"]) for row in rows if str(row["distance"]).replace(".", "").isdigit()}
    used = {row["facility"] for row in rows} - {"unknown"}
    where = [(sites[name]["name"], sites[name]["lat"], sites[name]["lon"], 0.0) for name in sorted(used)]
    return Told(day, len(rows), tuple(sorted(distances)), tuple(where))


def nearest(day: date, table: dict[date, Told]) -> Told | None:
    """The launches nearest a day, at most three days away: a morning in Korea is the day before in UTC."""
    close = [other for other in table if abs((other - day).days) <= WINDOW]
    return table[min(close, key=lambda other: (abs((other - day).days), other))] if close else None


# --- ours -------------------------------------------------------------------------------------------------------


def brief_of(incident: Incident, pipeline: Pipeline) -> Record:
    """What `crosswire brief --format json` says of the incident's sentences."""
    record = {"text": incident.text, "published": incident.day.isoformat()}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "incident.jsonl"
        path.write_text(json.dumps(record) + "\n", "utf-8")
        return as_record(pipeline.brief([str(path)], Given(), io.BytesIO(), _quiet), {})


def _quiet(done: int, total: int | None) -> None:
    """No progress is shown."""


def told_of(brief: Record) -> Told | None:
    """What the brief says of its first launch, the main event before others; None where it has none."""
    launches = [e for e in brief["events"] if e["frame"] == FRAME]
    if not launches:
        return None
    event = min(launches, key=lambda e: e["role"] != "main")
    facts = {fact["attribute"]: [c["value"] for c in fact["candidates"]] for fact in event["facts"]}
    days = [v["start"] for v in facts.get("when", []) if v["start"] and v["granularity"] in ("minute", "hour", "day")]
    counts = [v["low"] for v in facts.get("how_many", []) if v["low"] is not None and v["low"] == v["high"]]
    lengths = [KM[v["unit"]] * (v["low"] or v["high"] or 0) for v in facts.get("distance", []) if v["unit"] in KM]
    sites = [v for v in facts.get("from", []) if v["type"] == "place" and v["lat"] is not None]
    return Told(
        day=datetime.fromisoformat(days[0]).date() if days else None,
        number=int(counts[0]) if counts else None,
        distances=tuple(length for length in lengths if length),
        sites=tuple((v["text"], v["lat"], v["lon"], v["radius_km"] or 0.0) for v in sites),
    )


# --- agreement --------------------------------------------------------------------------------------------------


def compare(incident: Incident, ours: Told, theirs: Told, counts: Counter[str]) -> Iterator[str]:
    """Count what can be compared and what agrees; the disagreements in words."""
    counts["date_told"] += ours.day is not None
    day = ours.day or incident.day
    same_day = theirs.day is not None and abs(day - theirs.day) <= timedelta(days=1)
    rows: list[tuple[str, object, object, bool]] = [
        ("date", day, theirs.day, same_day),
        ("number", ours.number, theirs.number, ours.number == theirs.number),
        ("distance", ours.distances, theirs.distances, _any_distance(ours.distances, theirs.distances)),
        ("site", ours.sites, theirs.sites, _any_site(ours.sites, theirs.sites)),
    ]
    for name, own, other, agree in rows if same_day else rows[:1]:
        if own and other:
            counts[f"{name}_compared"] += 1
            counts[f"{name}_agree"] += agree
            if not agree:
                yield f"{incident.day} {name}: {_shown(own)} against {_shown(other)}"


def _any_distance(ours: Sequence[float], theirs: Sequence[float]) -> bool:
    return any(abs(a - b) <= max(20.0, 0.1 * b) for a in ours for b in theirs)


def _any_site(
    ours: Sequence[tuple[str, float, float, float]], theirs: Sequence[tuple[str, float, float, float]]
) -> bool:
    return any(_km(a[1], a[2], b[1], b[2]) <= max(NEAR_KM, a[3]) for a in ours for b in theirs)


def _km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Distance on a sphere."""
    a, b, c, d = map(math.radians, (lat, lon, other_lat, other_lon))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 12_742 * math.asin(math.sqrt(h))


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(v[0] if isinstance(v, tuple) else f"{v:g} km" for v in value)
    return str(value)
