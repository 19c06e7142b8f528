"""The gazetteer: folding, namesakes, what is kept from the towns, size and soundness of the shipped tables."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.claims.places.gazetteer import Gazetteer, bucket_of, fold, load_gazetteer
from crosswire.claims.places.names import meanings


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("St. Louis", "saint louis"),
        ("Mt. Vernon", "mount vernon"),
        ("Bosnia-Herzegovina", "bosnia herzegovina"),
        ("São Paulo", "sao paulo"),
        ("N’Djamena", "ndjamena"),
        ("W.Va.", "wva"),
        ("St.", "st"),
        ("", ""),
    ],
)
def test_fold(name: str, folded: str) -> None:
    assert fold(name) == folded


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(name: str) -> None:
    once = fold(name)
    assert fold(once) == once or not once.isascii()
    assert 0 <= bucket_of(once) < 65_536


@given(st.text(max_size=60))
def test_any_name_can_be_looked_up(name: str) -> None:
    gazetteer = SHIPPED
    for spot in gazetteer.towns(fold(name).replace("\n", " ").replace("\t", " ")):
        assert spot.lat is not None
        assert -90 <= spot.lat <= 90


SHIPPED = load_gazetteer()


@pytest.mark.parametrize(
    ("name", "country", "lat", "lon"),
    [
        ("Springfield", "US", 37.2, -93.3),
        ("Kyiv", "UA", 50.45, 30.52),
        ("Kiev", "UA", 50.45, 30.52),
        ("Tokyo", "JP", 35.7, 139.7),
        ("Pyongyang", "KP", 39.0, 125.75),
        ("Rapides Parish", "US", 31.2, -92.4),
        ("Bavaria", "DE", 49.0, 11.5),
    ],
)
def test_the_first_namesake_is_the_largest(
    gazetteer: Gazetteer, name: str, country: str, lat: float, lon: float
) -> None:
    spot = meanings(name, fold(name), True, gazetteer)[0]
    assert spot.country == country
    assert spot.lat == pytest.approx(lat, abs=0.4)
    assert spot.lon == pytest.approx(lon, abs=0.4)


@pytest.mark.parametrize("name", ["Kashmir", "Red Sea", "Strait of Hormuz", "East Sea", "Bab el-Mandeb", "Donbas"])
def test_towns_never_answer_for_seas_and_regions(gazetteer: Gazetteer, name: str) -> None:
    spots = meanings(name, fold(name), True, gazetteer)
    assert spots
    assert all(spot.kind != "city" for spot in spots)


def test_a_country_keeps_its_towns_as_namesakes(gazetteer: Gazetteer) -> None:
    kinds = {(spot.kind, spot.country) for spot in meanings("Lebanon", "lebanon", True, gazetteer)}
    assert ("country", "LB") in kinds
    assert ("city", "US") in kinds


@pytest.mark.parametrize(("name", "found"), [("SWAT", False), ("Swat", True), ("DMZ", True)])
def test_capitals_alone_are_an_acronym(gazetteer: Gazetteer, name: str, found: bool) -> None:
    features = [s for s in meanings(name, fold(name), True, gazetteer) if s.kind in ("zone", "region") and s.radius_km]
    assert any(s.name in ("Demilitarized Zone", "Swat Valley") for s in features) is found


def test_unknown_names_mean_nothing(gazetteer: Gazetteer) -> None:
    assert gazetteer.towns("nosuchplaceanywhere") == ()
    assert meanings("Nosuchplaceanywhere", "nosuchplaceanywhere", True, gazetteer) == ()


def test_the_tables_are_sound(gazetteer: Gazetteer) -> None:
    for spots in (*gazetteer.features.values(), [*gazetteer.divisions.values()]):
        for spot in spots:
            assert spot.lat is None or -90 <= spot.lat <= 90
            assert spot.lon is None or -180 <= spot.lon <= 180
            assert spot.country is None or gazetteer.countries.by_code(spot.country) is not None
    assert len(gazetteer.features) > 800


def test_every_bucket_holds_only_its_own_names(gazetteer: Gazetteer) -> None:
    for bucket in range(0, 65_536, 997):
        block = gazetteer.text[gazetteer.offsets[bucket] : gazetteer.offsets[bucket + 1]].decode()
        for line in filter(None, block.split("\n")):
            assert bucket_of(line.partition("\t")[0]) == bucket


def test_the_file_is_small() -> None:
    assert len(files("crosswire.claims").joinpath("data/gazetteer.z").read_bytes()) < 8_000_000
