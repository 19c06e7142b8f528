"""Which places of an event an area is asked about, and what a rough place means for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosswire.alerts.decide import decide
from crosswire.alerts.earth import share_within
from crosswire.alerts.news import Look
from crosswire.alerts.scenes import lie_of
from crosswire.alerts.watchlist import ready
from crosswire.model import Area, Fact, Picture, Place
from tests.alerts.build import NOW, fact, picture, watch

FAR_SEA = Place("into the Far Sea", "Far Sea", None, 40.0, 135.0, "into", "sea", 300.0)
STRAIT = Place("in the strait", "the strait", None, 70.3, 31.0, "in", "sea", 120.0)
OVER_SEA = replace(FAR_SEA, text="over the Far Sea", relation="over")
FLAG = Place("Portugal", "Portugal", "PT", 38.7, -9.1, None, "city", 10.0)
JAPAN = Place("outside Japan's exclusive economic zone", "the zone", "JP", 37.5, 138.0, "outside", "zone", 800.0)


def circle(lat: float, lon: float, km: float) -> Area:
    return Area(f"{km:g} km", f'{{"type":"Point","coordinates":[{lon},{lat}]}}', km)


@pytest.mark.parametrize(
    ("facts", "area", "relation", "words"),
    [
        ((), circle(70.0, 31.0, 50), "inside", "inside 50 km"),
        ((), circle(40.0, 135.0, 900), "outside", "from 900 km"),
        ((fact("landed", FAR_SEA),), circle(40.0, 135.0, 900), "inside", "landed? inside 900 km"),
        ((fact("toward", FAR_SEA),), circle(40.0, 135.0, 900), "inside", "toward? inside 900 km"),
        ((fact("landed", STRAIT), fact("toward", FAR_SEA)), circle(40.0, 135.0, 900), "outside", ""),
        (
            (fact("landed", STRAIT), fact("toward", OVER_SEA)),
            circle(40.0, 135.0, 900),
            "inside",
            "toward? inside 900 km",
        ),
        ((fact("flag", FLAG),), circle(38.7, -9.1, 50), "outside", ""),
        ((fact("bound_for", FLAG),), circle(38.7, -9.1, 50), "outside", ""),
        ((fact("where", STRAIT),), circle(70.3, 31.0, 200), "inside", ""),
        ((fact("where", STRAIT),), circle(70.3, 31.0, 60), "unknown", "told only as “in the strait”, about 25%"),
        ((fact("where", STRAIT),), circle(38.7, -9.1, 50), "outside", ""),
        ((fact("landed", FAR_SEA),), Area("the zone", country="JP", reach="zone"), "unknown", "perhaps inside"),
        (
            (fact("landed", FAR_SEA), fact("epicentre", JAPAN)),
            Area("the zone", country="JP", reach="zone"),
            "unknown",
            "but told to have been “outside Japan's exclusive economic zone”",
        ),
    ],
)
def test_which_places_are_asked(facts: tuple[Fact, ...], area: Area, relation: str, words: str) -> None:
    found = lie_of(picture(*facts), area)
    assert found.relation == relation, found.why
    assert words in found.why


def test_a_rough_place_is_told_where_enough_of_it_lies_there() -> None:
    known = picture(fact("where", STRAIT))
    asked = watch(area=circle(70.3, 31.0, 60))
    assert decide(asked, None, known, Look(now=NOW)).tell
    assert not decide(replace(asked, least_chance=0.5), None, known, Look(now=NOW)).tell
    assert not decide(replace(asked, area=circle(71.2, 31.0, 20)), None, known, Look(now=NOW)).tell


def test_a_watch_where_it_came_down_is_found_among_many() -> None:
    known = picture(fact("landed", FAR_SEA))
    watches = [replace(watch(area=circle(40.0, 135.0, 900)), id="far"), replace(watch(area=FLAG_AREA), id="flag")]
    assert [w.id for w in ready(watches).concerned(known)] == ["far"]


FLAG_AREA = circle(38.7, -9.1, 50)


def test_a_ship_is_not_where_it_came_from_and_a_launch_is() -> None:
    there = replace(FLAG, text="from Portugal", relation="from")
    for frame, relation in (("ship_attack", "unknown"), ("weapons_test", "inside")):
        known = picture(frame=frame)
        known = replace(known, event=replace(known.event, where=there))
        assert lie_of(known, FLAG_AREA).relation == relation


def test_an_event_found_to_be_elsewhere_is_told_once() -> None:
    asked = watch(area=circle(70.0, 31.0, 150))
    before = picture(fact("where", STRAIT))
    was = decide(asked, None, before, Look(now=NOW)).told
    assert was is not None
    after: Picture = picture(fact("where", FAR_SEA))
    moved = decide(asked, was, after, Look(now=NOW))
    assert moved.news[0][0] == "down"
    assert "Your area: now about" in moved.news[0][1]
    assert moved.told is not None
    assert not decide(asked, moved.told, after, Look(now=NOW)).tell


@pytest.mark.parametrize(
    ("lat", "lon", "km", "area", "share"),
    [
        (0.0, 0.0, 100, circle(0, 0, 50), 0.25),
        (0.0, 0.0, 50, circle(0, 0, 100), 1.0),
        (0.0, 0.0, 100, circle(0, 10, 50), 0.0),
        (60.0, 179.9, 100, circle(60, -179.9, 50), 0.25),
        (89.9, 0.0, 100, circle(89.9, 180, 50), 0.25),
    ],
)
def test_how_much_of_a_place_lies_in_an_area(lat: float, lon: float, km: float, area: Area, share: float) -> None:
    from crosswire.alerts.areas import shape_of  # noqa: PLC0415 - only here

    assert share_within(lat, lon, km, shape_of(area), area.within_km) == pytest.approx(share, abs=0.02)
