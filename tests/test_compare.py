"""Values compared as values: tables of what agrees, what conflicts, and what neither supports nor excludes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.compare import Agreement, compare
from crosswire.model import Bound, Granularity, Party, Place, Quantity, Text, Time, Value

UNITS = {"km": ("length", 1000.0), "mi": ("length", 1609.344), "nmi": ("length", 1852.0), "%": ("ratio", 0.01)}


def scale(unit: str) -> tuple[str, float] | None:
    return UNITS.get(unit)


def number(low: float | None, unit: str = "1", bound: Bound = "exact", high: float | None = None) -> Quantity:
    return Quantity(f"{bound} {low} {unit}", low, low if high is None else high, bound, unit)


def people(n: float, noun: str) -> Quantity:
    return Quantity(f"{n:g} {noun}", n, n, "exact", "1", noun)


def day(iso: str, days: int = 1, granularity: Granularity = "day") -> Time:
    start = datetime.fromisoformat(iso).replace(tzinfo=UTC)
    return Time(iso, start, start + timedelta(days=days), granularity)


def place(name: str, country: str | None, lat: float | None, lon: float | None, relation: str | None = None) -> Place:
    kind = "country" if name in ("Japan", "North Korea") else "city"
    return Place(name, name, country, lat, lon, relation, kind, 20.0)


def hours(first: int, last: int) -> Time:
    """Some hours of one day."""
    midnight = datetime(2026, 1, 27, tzinfo=UTC)
    return Time(f"{first} to {last}", midnight + timedelta(hours=first), midnight + timedelta(hours=last), "hour")


def division(name: str, code: str, lat: float, lon: float, kind: str = "region") -> Place:
    return Place(name, name, "US", lat, lon, "in", kind, 276.0 if kind == "region" else 2.0, code)


FLORIDA, GEORGIA = division("Florida", "FL", 28.75, -82.5), division("Georgia", "GA", 32.75, -83.5)
SURFSIDE, EUREKA = division("Surfside", "FL", 25.88, -80.13, "city"), division("Eureka", "CA", 40.8, -124.16, "city")
PYONGYANG = place("Pyongyang", "KP", 39.03, 125.75)
SUNAN = place("Sunan", "KP", 39.2, 125.67)
TOKYO = place("Tokyo", "JP", 35.68, 139.69)

EIGHT_EAST = timezone(timedelta(hours=8))
HALF_PAST_SEVEN = datetime(2026, 1, 27, 19, 30, tzinfo=EIGHT_EAST)
LOCAL = Time("7:30 p.m. (1130 GMT)", HALF_PAST_SEVEN, HALF_PAST_SEVEN + timedelta(minutes=1), "minute")
TABLE: list[tuple[Value, Value, str]] = [
    (number(350, "km"), number(217, "mi"), "compatible"),
    (number(350, "km"), number(900, "km"), "conflict"),
    (number(10, "km"), number(7, "mi"), "compatible"),
    (number(10, "km"), number(8, "mi"), "conflict"),
    (number(350, "km", "about"), number(220, "mi"), "compatible"),
    (number(350, "km"), number(350, "%"), "apart"),
    (number(12), number(12), "same"),
    (number(12), number(13), "conflict"),
    (number(12), number(10, bound="at_least"), "compatible"),
    (number(9), number(10, bound="at_least"), "conflict"),
    (people(144, "passenger"), people(150, "person"), "apart"),
    (people(144, "passenger"), people(142, "passenger"), "conflict"),
    (Quantity("150 passengers and six crew", 156, 156, "exact", "1", "person"), people(150, "person"), "apart"),
    (Quantity("144 passengers and six crew", 150, 150, "exact", "1", "person"), people(150, "person"), "same"),
    (Quantity("144 passengers and six crew", 150, 150, "exact", "1", "person"), people(155, "person"), "conflict"),
    (people(144, "passenger"), people(100, "person"), "conflict"),
    (people(240_000, "participant"), people(1_030_000, "person"), "conflict"),
    (number(47), number(31, bound="at_least"), "apart"),
    (number(31, bound="at_least"), number(20, bound="at_least"), "compatible"),
    (number(3), number(40, bound="at_most"), "apart"),
    (number(12), number(10, bound="between", high=15), "compatible"),
    (number(None, bound="vague"), number(None, bound="vague"), "same"),
    (number(None, bound="vague"), number(2), "apart"),
    (number(None, bound="vague"), number(1), "conflict"),
    (Quantity("hundreds", 200, None, "vague", "1"), number(534), "apart"),
    (Quantity("hundreds", 200, None, "vague", "1"), number(12), "conflict"),
    (Quantity("hundreds", 200, None, "vague", "1"), number(240, bound="at_least"), "apart"),
    (number(1000, "km"), number(600, "km"), "conflict"),
    (number(0), number(3), "conflict"),
    (day("2026-01-27"), day("2026-01-27"), "same"),
    (day("2026-01-27"), day("2026-01-01", 31, "month"), "compatible"),
    (day("2026-01-27"), day("2026-01-28"), "conflict"),
    (hours(6, 12), hours(1, 2), "apart"),  # "on Thursday morning" and 1:30 a.m.
    (hours(6, 12), hours(18, 21), "conflict"),
    (hours(6, 7), hours(1, 2), "conflict"),
    (SURFSIDE, FLORIDA, "compatible"),  # 396 km from the middle of the state, which it lies in
    (SURFSIDE, GEORGIA, "conflict"),
    (SURFSIDE, EUREKA, "conflict"),
    (day("2026-01-27"), Time("recently", None, datetime(2026, 1, 28, tzinfo=UTC), "vague"), "apart"),
    (place("Japan", "JP", 36.0, 138.0, "in northern"), place("Japan", "JP", 36.0, 138.0, "in southern"), "conflict"),
    (place("Japan", "JP", 36.0, 138.0, "in northern"), place("Japan", "JP", 36.0, 138.0, "in western"), "same"),
    (Time("3 days", None, None, None, "P3D"), Time("72 hours", None, None, None, "P3D"), "same"),
    (Time("3 days", None, None, None, "P3D"), Time("4 days", None, None, None, "P4D"), "apart"),
    (PYONGYANG, SUNAN, "compatible"),
    (PYONGYANG, TOKYO, "conflict"),
    (PYONGYANG, place("North Korea", "KP", 40.1, 127.2), "compatible"),
    (TOKYO, place("North Korea", "KP", 40.1, 127.2), "conflict"),
    (PYONGYANG, place("Nowhere", None, None, None), "apart"),
    (place("Japan", "JP", 36.0, 138.0, "outside"), place("Japan", "JP", 36.0, 138.0, "in"), "conflict"),
    (place("Japan", "JP", 36.0, 138.0, "outside"), PYONGYANG, "apart"),
    (place("Sunan", "KP", 39.2, 125.67, "outside"), SUNAN, "same"),
    (Party("Seoul", "South Korea", "KR"), Party("South Korea", "South Korea", "KR"), "same"),
    (Party("the army", "South Korea's Army", "KR"), Party("South Korea", "South Korea", "KR"), "compatible"),
    (Party("Seoul", "South Korea", "KR"), Party("Pyongyang", "North Korea", "KP"), "conflict"),
    (Party("gunmen", "gunmen", None), Party("Seoul", "South Korea", "KR"), "apart"),
    (Text("ballistic missiles", "missile"), Text("Missiles", "missile"), "compatible"),
    (Text("ballistic missiles", "missile"), Text("drones", "drone"), "apart"),
    (Text("bulk carrier Astra Dawn", "carrier"), Text("Astra Dawn", "Dawn"), "compatible"),
    (Text("bulk carrier Astra Dawn", "carrier"), Text("Ocean Star", "Star"), "apart"),
    (Text("Former Prime Minister Ana Sild", "sild"), Text("Former PM Ana Sild", "sild"), "same"),
    (Text("Former Prime Minister Ana Sild", "sild"), Text("ex-PM Sild", "sild"), "compatible"),
    (Text("Former Prime Minister Ana Sild", "sild"), Text("President Sild", "sild"), "compatible"),
    (Text("Ana Sild", "sild"), Text("Maria Sild", "sild"), "apart"),
    (Text("Container Ship", "ship"), Text("oil ship", "ship"), "apart"),
    (Text("bulk carrier Astra Dawn", "carrier"), Text("bulk carrier Ocean Star", "carrier"), "apart"),
    (Text("cathedral", "cathedral"), Text("church", "church"), "compatible"),
    (Text("DUI", "dui"), Text("drunken driving", "driving"), "compatible"),
    (Text("drunk driving", "driving"), Text("drunken driving", "driving"), "compatible"),
    (Text("DUI", "dui"), Text("driving under the influence", "driving"), "compatible"),
    (Text("reckless driving", "driving"), Text("drunken driving", "driving"), "apart"),
    (Text("murder", "murder"), Text("homicide", "homicide"), "compatible"),
    (Text("theft", "theft"), Text("homicide", "homicide"), "apart"),
    (Text("church", "church"), Text("mosque", "mosque"), "apart"),
    (Text("Germanwings Airbus A320", "a320"), Text("Germanwings plane", "plane"), "compatible"),
    (Text("Germanwings Airbus A320", "a320"), Text("cargo plane", "plane"), "apart"),
    (Text("Asiana Airlines Boeing 777", "airline"), Text("Boeing", "boeing"), "compatible"),
    (Text("merchant vessel", "vessel"), Text("tanker", "tanker"), "apart"),  # nobody says that it is a merchant's
    (Text("fighter jet", "jet"), Text("train", "train"), "apart"),
    (Text("passenger train derailment", "derailment"), Text("train", "train"), "compatible"),
    (Text("train driver", "driver"), Text("train", "train"), "apart"),
    (Text("SLBMs", "slbm"), Text("ballistic missile", "missile"), "compatible"),
    (Text("SLBMs", "slbm"), Text("cruise missile", "missile"), "apart"),
    (Text("funeral hall", "hall"), Text("funeral", "funeral"), "compatible"),
    (Text("town hall", "hall"), Text("town", "town"), "apart"),
    (Text("market area", "area"), Text("market", "market"), "compatible"),
    (Text("MSF hospital", "hospital"), Text("medical facility", "facility"), "compatible"),
    (Text("school", "school"), Text("medical facility", "facility"), "apart"),
    (Text("army base", "base"), Text("military base", "base"), "compatible"),
    (Text("naval base", "base"), Text("army base", "base"), "apart"),
    (Text("President Jovenel Moïse", "moïse"), Text("Moise", "moise"), "compatible"),
    (number(3), day("2026-01-27"), "apart"),
    (LOCAL, Time("Tuesday evening", hours(18, 21).start, hours(18, 21).end, "hour"), "compatible"),
    (LOCAL, Time("Tuesday morning", hours(0, 3).start, hours(0, 3).end, "hour"), "conflict"),
    (LOCAL, Time("18:00 to 21:00 GMT", hours(18, 21).start, hours(18, 21).end, "hour"), "conflict"),
]


@pytest.mark.parametrize(("a", "b", "relation"), TABLE, ids=lambda v: getattr(v, "text", v))
def test_the_table_holds_both_ways(a: Value, b: Value, relation: str) -> None:
    assert compare(a, b, scale).relation == relation
    assert compare(b, a, scale).relation == relation


def test_a_reason_is_always_given() -> None:
    assert all(compare(a, b, scale).why for a, b, _ in TABLE)
    assert Agreement("compatible", "x").agrees
    assert not Agreement("apart", "x").agrees


numbers = st.builds(
    number,
    st.one_of(st.none(), st.floats(0, 1e9, allow_subnormal=False)),  # no text has a number that converts to nothing
    st.sampled_from(["1", "km", "mi", "%"]),
    st.sampled_from(["exact", "about", "at_least", "at_most", "vague"]),
)


@given(numbers, numbers)
def test_comparing_is_symmetric_and_total(a: Quantity, b: Quantity) -> None:
    forth, back = compare(a, b, scale), compare(b, a, scale)
    assert forth.agrees == back.agrees
    assert (forth.relation == "conflict") == (back.relation == "conflict")


@given(numbers)
def test_a_value_agrees_with_itself(a: Quantity) -> None:
    assert compare(a, a, scale).relation == "same"
