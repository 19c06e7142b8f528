"""A capital told as a town: its police, mayor and hospitals are no nation's."""

import pytest

from crosswire.claims.countries import load_countries
from crosswire.claims.read import Reader
from crosswire.claims.speakers.names import Names, load_names
from crosswire.sources.outlets import load_outlets
from tests.claims.test_speakers import resolved


@pytest.fixture(scope="module")
def names() -> Names:
    return load_names(load_countries(), load_outlets().all)


TOWNS = [
    ("Ottawa police said so.", "Ottawa police", "Ottawa police"),
    ("Police in Ottawa said so.", "Police in Ottawa", "Ottawa police"),
    ("A police spokesman in Seoul said so.", "A police spokesman in Seoul", "Seoul police"),
    ("The Paris prosecutor's office said so.", "The Paris prosecutor's office", "Paris prosecutor's office"),
    ("A Kabul hospital said so.", "A Kabul hospital", "unnamed hospital"),
    ("The Archbishop of Paris said so.", "The Archbishop of Paris", "unnamed archbishops"),
    ("The mayor of Ottawa said so.", "The mayor of Ottawa", "unnamed mayor"),
    ("Kabul's largest hospital said so.", "Kabul's largest hospital", "unnamed hospital"),
]
NATIONS = [
    ("Ottawa said so.", "Ottawa", "Canada's government"),
    ("Canadian police said so.", "Canadian police", "Royal Canadian Mounted Police"),
    ("Seoul's military said so.", "Seoul's military", "South Korea's Joint Chiefs of Staff"),
    ("Moscow's foreign ministry said so.", "Moscow's foreign ministry", "Russia's Foreign Ministry"),
    ("The government in Paris said so.", "The government in Paris", "France's government"),
    ("The Moscow government's police adviser said so.", "The Moscow government", "Russia's government"),
]


@pytest.mark.parametrize("case", TOWNS + NATIONS, ids=lambda case: case[1])
def test_a_capital_is_a_town_before_what_a_town_has(case: tuple[str, str, str], reader: Reader, names: Names) -> None:
    text, words, canonical = case
    assert resolved(text, words, reader, names).canonical == canonical


def test_who_is_named_keeps_the_country(reader: Reader, names: Names) -> None:
    found = resolved("Ottawa Police Chief Ann Roy said so.", "Ottawa Police Chief Ann Roy", reader, names)
    assert (found.canonical, found.country) == ("Ann Roy", "CA")
