"""Countries by name, people, abbreviation, capital and seat; near misses stay unknown."""

from __future__ import annotations

import pickle

import pytest

from crosswire.claims.countries import Countries, load_countries


@pytest.fixture(scope="module")
def countries() -> Countries:
    return load_countries()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("U.S.", "US"),
        ("the United States", "US"),
        ("US", "US"),
        ("UK", "GB"),
        ("Britain", "GB"),
        ("DPRK", "KP"),
        ("ROK", "KR"),
        ("North Korean", "KP"),
        ("South Koreans", "KR"),
        ("Emirati", "AE"),
        ("Niger", "NE"),
        ("Nigerien", "NE"),
        ("Nigerian", "NG"),
        ("the Philippines", "PH"),
        ("Filipino", "PH"),
        ("Côte d’Ivoire", "CI"),
        ("Republic of the Congo", "CG"),
        ("Congo", "CD"),
        ("Taiwanese", "TW"),
        ("Kosovo", "XK"),
        ("Puerto Rico", "PR"),
        ("Dominican", "DO"),
        ("Dominica", "DM"),
        ("Burma", "MM"),
        ("Soviet Union", "RU"),
    ],
)
def test_a_form_names_its_country(countries: Countries, words: str, code: str) -> None:
    found = countries.by_form(words)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    "words", ["us", "Hamas", "Korea's", "china", "the", "", "UNITED", "Nig", "South", "Turkeys", "polish"]
)
def test_what_is_no_form_names_none(countries: Countries, words: str) -> None:
    assert countries.by_form(words) is None


def test_a_name_is_no_people(countries: Countries) -> None:
    assert countries.by_name("Japanese") is None
    assert countries.by_demonym("Japan") is None
    assert countries.by_demonym("Japanese") == countries.by_name("Japan")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Seoul", "KR"),
        ("Pyongyang", "KP"),
        ("Beijing", "CN"),
        ("Washington", "US"),
        ("the Kremlin", "RU"),
        ("Kremlin", "RU"),
        ("White House", "US"),
        ("Downing Street", "GB"),
        ("Kingston", "JM"),
        ("The Hague", "NL"),
        ("Kiev", "UA"),
    ],
)
def test_a_capital_or_seat_stands_for_a_government(countries: Countries, name: str, code: str) -> None:
    found = countries.by_capital(name)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("name", ["Osaka", "Busan", "New York", "white house", ""])
def test_other_cities_stand_for_none(countries: Countries, name: str) -> None:
    assert countries.by_capital(name) is None


def test_every_row_is_sound(countries: Countries) -> None:
    assert len(countries.all) > 240
    for country in countries.all:
        assert countries.by_code(country.code) is country
        assert countries.by_name(country.name) is country
        assert len(country.code) == 2
        assert country.code.isupper()
        assert -90 <= country.lat <= 90
        assert -180 <= country.lon <= 180
        assert country.radius_km >= 1
        assert len(set(country.demonyms)) == len(country.demonyms)


def test_the_table_goes_to_other_processes(countries: Countries) -> None:
    assert pickle.loads(pickle.dumps(countries)) == countries  # noqa: S301 - our own value
