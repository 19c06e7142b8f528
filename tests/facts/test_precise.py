"""Who gives one value also says another only where it is no vaguer."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from crosswire.compare import compare
from crosswire.facts.precise import says
from crosswire.model import Bound, Party, Place, Quantity, Text, Time, Value

UNITS = {"km": ("length", 1000.0), "mi": ("length", 1609.344)}


def _km(low: float | None, bound: Bound = "exact", unit: str = "km") -> Quantity:
    return Quantity(
        f"{bound} {low} {unit}", None if bound == "at_most" else low, None if bound == "at_least" else low, bound, unit
    )


def _time(hour: int, length: timedelta) -> Time:
    start = datetime(2026, 5, 20, hour, tzinfo=UTC)
    return Time("then", start, start + length, "day")


DAY, MINUTE, PART = _time(0, timedelta(days=1)), _time(7, timedelta(minutes=1)), _time(6, timedelta(hours=6))
TOWN = Place("Hodeidah", "Hodeidah", "YE", 14.8, 42.95, kind="city", radius_km=8)
SEA = Place("the Red Sea", "Red Sea", None, 20.0, 38.5, kind="sea", radius_km=1000)
NEAR = Place("near Hodeidah", "Hodeidah", "YE", 14.8, 42.95, "near", "city", 8)
INSIDE = Place("in Hodeidah", "Hodeidah", "YE", 14.8, 42.95, "in", "city", 8)
NEXT = Place("in Bajil", "Bajil", "YE", 15.0, 43.25, "in", "city", 4)  # 40 km away
LAND = Place("Yemen", "Yemen", "YE", 15.5, 48.0, kind="country", radius_km=500)
SPAIN = Place("in Spain", "Spain", "ES", 40.2, -3.6, "in", "country", 507)
NORTH = Place("in northern Spain", "Spain", "ES", 40.2, -3.6, "in northern", "country", 507)
CORNER = Place("in northwestern Spain", "Spain", "ES", 40.2, -3.6, "in northwestern", "country", 507)
SOUTH = Place("in the south of Spain", "Spain", "ES", 40.2, -3.6, "in southern", "country", 507)
MIDDLE = Place("in central Spain", "Spain", "ES", 40.2, -3.6, "in central", "country", 507)
SANTIAGO = Place("in Santiago", "Santiago de Compostela", "ES", 42.88, -8.55, "in", "city", 3)
MADRID = Place("in Madrid", "Madrid", "ES", 40.42, -3.7, "in", "city", 20)
QUARTER_PAST, SEVENTEEN, ONE = (
    Time(words, datetime(2026, 5, 20, 13, at, tzinfo=UTC), datetime(2026, 5, 20, 13, at + 1, tzinfo=UTC), "minute")
    for words, at in (("1:15 p.m.", 15), ("1:17 p.m.", 17), ("1 p.m.", 0))
)
ARMY = Party("the JCS", "South Korea's Joint Chiefs of Staff", "KR", "body")
POLICE = Party("the police", "South Korea's police", "KR", "body")
STATE = Party("South Korea", "South Korea", "KR", "country")
UNION = Party("the EU", "European Union", "EU", "country")
COMMISSION = Party("the European Commission", "European Commission", "EU", "body")


@pytest.mark.parametrize(
    ("finer", "vaguer"),
    [
        (Text("intermediate-range ballistic missile", "missile"), Text("ballistic missiles", "missile")),
        (Text("ballistic missiles", "missile"), Text("missile", "missile")),
        (Text("bulk carrier Astra Dawn", "carrier"), Text("Astra Dawn", "Dawn")),
        (Text("cathedral", "cathedral"), Text("church", "church")),
        (Text("Airbus A320", "a320"), Text("plane", "plane")),
        (Text("oil tanker", "tanker"), Text("ship", "ship")),
        (Text("Halden grandmother", "grandmother"), Text("woman", "woman")),
        (Text("unarmed father", "father"), Text("man", "man")),
        (Text("bribery", "bribery"), Text("corruption charges", "charge")),
        (MINUTE, DAY),
        (MINUTE, PART),
        (PART, DAY),
        (TOWN, SEA),
        (TOWN, LAND),
        (INSIDE, NEAR),
        (NEXT, NEAR),
        (NORTH, SPAIN),
        (CORNER, NORTH),
        (SANTIAGO, CORNER),
        (SANTIAGO, NORTH),
        (MADRID, MIDDLE),
        (SEVENTEEN, QUARTER_PAST),
        (SEVENTEEN, ONE),
        (ARMY, STATE),
        (Party("gunmen", "gunmen", None, "group"), Party("the attackers", "attackers", None, "group")),
        (COMMISSION, UNION),
        (_km(12), _km(10, "at_least")),
        (_km(12), _km(12, "about")),
        (_km(12, "at_least"), _km(10, "at_least")),
        (_km(9), _km(10, "at_most")),
        (_km(7, unit="mi"), _km(11, "at_least")),
    ],
)
def test_the_finer_says_the_vaguer_and_not_the_other_way(finer: Value, vaguer: Value) -> None:
    assert says(finer, vaguer, UNITS.get)
    assert not says(vaguer, finer, UNITS.get)


def test_who_puts_it_near_a_region_puts_it_in_no_town() -> None:
    coast = Place("near the Tihama", "Tihama", "YE", 14.8, 42.9, "near", "region", 5)
    assert compare(coast, INSIDE, UNITS.get).agrees
    assert not says(coast, INSIDE, UNITS.get)
    assert says(INSIDE, coast, UNITS.get)
    assert says(coast, LAND, UNITS.get)


def test_two_rounded_counts_are_one_only_where_they_are_near() -> None:
    """About 65 of the dead and about 60 may be one event, but neither confirms the other; 350 and 340 do."""
    some = [Quantity(f"about {n}", n, n, "about", "1", "people") for n in (65.0, 60.0, 350.0, 340.0)]
    assert not says(some[0], some[1], UNITS.get)
    assert not says(some[1], some[0], UNITS.get)
    assert says(some[2], some[3], UNITS.get)


def test_nearly_so_many_are_not_at_least_so_many() -> None:
    least = Quantity("at least 23", 23, None, "at_least", "1", "person")
    nearly, about = (Quantity(f"{word} 23", 23, 23, "about", "1", "person") for word in ("nearly", "about"))
    assert not says(nearly, least, UNITS.get)
    assert says(about, least, UNITS.get)
    exact = Quantity("23", 23, 23, "exact", "1", "person")
    assert not says(exact, nearly, UNITS.get)
    assert says(exact, about, UNITS.get)
    assert says(Quantity("nearly 25", 25, 25, "about", "1", "person"), least, UNITS.get)


def test_a_smaller_count_is_no_word_for_as_many_as() -> None:
    """22 found says nothing of "as many as 24"; of a length at most 10 km, 9 do."""
    most = Quantity("as many as 24", None, 24, "at_most", "1", "body")
    fewer, same = (Quantity(f"{n}", n, n, "exact", "1", "body") for n in (22.0, 24.0))
    assert not says(fewer, most, UNITS.get)
    assert says(same, most, UNITS.get)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (_km(1094, "about"), _km(1150, "about")),
        (_km(7, unit="mi"), _km(11)),
        (Text("ballistic missiles", "missile"), Text("ballistic missile", "missile")),
        (Text("", ""), Text("launch", "")),
        (Time("two and a half years", None, None, None, "P2Y6M"), Time("30 months", None, None, None, "P30M")),
        (Time("two days", None, None, None, "P2D"), Time("48 hours", None, None, None, "PT48H")),
        (Text("Former UN chief Kofi Annan", "annan"), Text("Nobel laureate Kofi Annan", "annan")),
        (Text("lorry", "lorry"), Text("truck", "truck")),
        (Text("life", "life"), Text("life imprisonment", "imprisonment")),
        (Party("gunmen", "gunmen", None, "group"), Party("armed men", "armed men", None, "group")),
        (Quantity("several", None, None, "vague", "1"), Quantity("multiple", None, None, "vague", "1")),
    ],
)
def test_two_of_one_grain_say_each_other(one: Value, two: Value) -> None:
    assert says(one, two, UNITS.get)
    assert says(two, one, UNITS.get)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (ARMY, POLICE),
        (Party("gunmen", "gunmen", None, "group"), Party("police", "police", None, "group")),
        (NEXT, INSIDE),
        (SANTIAGO, SOUTH),
        (SANTIAGO, MIDDLE),
        (NORTH, SOUTH),
        (Time("two years", None, None, None, "P2Y"), Time("20 months", None, None, None, "P20M")),
        (_km(10), _km(900)),
        (MINUTE, _time(15, timedelta(hours=1))),
        (Text("ballistic missile", "missile"), Text("cruise missile", "missile")),
        (Text("church", "church"), Text("mosque", "mosque")),
        (Text("merchant vessel", "vessel"), Text("tanker", "tanker")),
        (_km(12), MINUTE),
    ],
)
def test_what_differs_says_nothing(one: Value, two: Value) -> None:
    assert not says(one, two, UNITS.get)
    assert not says(two, one, UNITS.get)


@pytest.mark.parametrize(
    ("number", "told", "whether"),
    [
        (33, 30, True),
        (28, 30, True),
        (36, 30, False),
        (44, 50, False),
        (149, 100, False),
        (12, 11, False),
    ],
)
def test_a_count_is_told_as_the_round_number_that_it_comes_to(number: float, told: float, whether: bool) -> None:
    exact, about = (
        Quantity(f"{number}", number, number, "exact", "1", "people"),
        Quantity(f"around {told}", told, told, "about", "1", "people"),
    )
    assert says(exact, about, UNITS.get) is whether
    assert not says(about, exact, UNITS.get)
