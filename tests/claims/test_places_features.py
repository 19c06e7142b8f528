"""Lakes, mountains and straits that no table holds, and towns that only look like them."""

from __future__ import annotations

import pytest

from crosswire.claims.parse import parse
from crosswire.claims.places.find import find_places
from crosswire.claims.read import Reader
from crosswire.model import Block, Place, Report


def named(text: str, reader: Reader) -> dict[str, Place]:
    report = Report("r", text, (Block("paragraph", 0, len(text)),), "", "P", None, "unknown", "en")
    ((_, passages),) = parse([report], reader.parser)
    found = find_places(text, passages, reader.gazetteer)
    return {one.span.exact: one.value for one in found if isinstance(one.value, Place)}


@pytest.mark.parametrize(
    ("text", "name", "country", "kind"),
    [
        ("A ferry sank on Indonesia's Lake Toba on Monday.", "Lake Toba", "ID", "lake"),
        ("A ferry sank in Lake Toba, North Sumatra, on Monday.", "Lake Toba", "ID", "lake"),
        ("Ash rose over Mount Lewotobi in Indonesia.", "Mount Lewotobi", "ID", "mountain"),
        ("The ship was hit off Cape Zanpa in Japan.", "Cape Zanpa", "JP", "coast"),
        ("Ash rose over Mount Agung on the Indonesian resort island of Bali.", "Mount Agung", "ID", "mountain"),
        ("Australian officials saw Mount Agung on Indonesia's Bali.", "Mount Agung", "ID", "mountain"),
        ("Indonesia mourned. The boat sank in Tapin district.", "Tapin district", "ID", "district"),
        ("Mud buried the village of Pianpo, in China.", "Pianpo", "CN", "village"),
    ],
)
def test_a_feature_is_a_place_of_its_own(text: str, name: str, country: str | None, kind: str, reader: Reader) -> None:
    place = named(text, reader)[name]
    assert (place.country, place.kind) == (country, kind)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A storm hit Cape Town on Monday.", "Cape Town"),
        ("A refinery burned in Lake Charles, Louisiana.", "Lake Charles"),
        ("The ferry crossed Lake Victoria in Uganda.", "Lake Victoria"),
    ],
)
def test_what_a_table_holds_stays_what_it_is(text: str, name: str, reader: Reader) -> None:
    place = named(text, reader)[name]
    assert place.lat is not None
    assert "Cape" not in (place.kind or "")


@pytest.mark.parametrize(
    "text", ["He teaches in the School district.", "Crime fell in Northern district.", "It is of the village of old."]
)
def test_no_district(text: str, reader: Reader) -> None:
    assert not {"district", "village"} & {place.kind for place in named(text, reader).values()}


def test_a_lake_is_no_county(reader: Reader) -> None:
    assert "Lake" not in named("Divers searched Lake Toba on Indonesia's Sumatra island.", reader)
