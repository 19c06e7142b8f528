"""The words around a name: directions, distances, coasts, zones; and the sphere they are laid on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.claims.places.gazetteer import Gazetteer, load_gazetteer
from crosswire.claims.places.phrases import placed
from crosswire.claims.places.sphere import distance_km, moved
from crosswire.model import Place


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def put(text: str, name: str, gazetteer: Gazetteer, kind: str = "city") -> Place:
    """The place `name`, at 40 N 20 E, as the text puts it."""
    start = text.rindex(name)
    place = Place(name, name, "XX", 40.0, 20.0, None, kind, 100.0)
    return placed(text, (start, start + len(name)), place, gazetteer)


@pytest.mark.parametrize(
    ("text", "relation", "phrase"),
    [
        ("launched from the area northeast of Korth", "northeast of", "from the area northeast of Korth"),
        ("a site north of Korth", "north of", "a site north of Korth"),
        ("clashes north-east of the city of Korth", "northeast of", "north-east of the city of Korth"),
        ("fire 30 km south of Korth", "south of", "30 km south of Korth"),
        ("some 350 km (217 miles) to the west of Korth", "west of", "some 350 km (217 miles) to the west of Korth"),
        ("struck 120 nautical miles southeast of Korth", "southeast of", "120 nautical miles southeast of Korth"),
        ("in the eastern port city of Korth", "in", "in the eastern port city of Korth"),
        ("He lives in Korth", "in", "in Korth"),
        ("outside Korth", "outside", "outside Korth"),
        ("toward the Korth", "toward", "toward the Korth"),
        ("sank off the coast of Korth", "off", "off the coast of Korth"),
        ("sank off the eastern coast of Korth", "off", "off the eastern coast of Korth"),
        ("fighting in eastern Korth", "in eastern", "in eastern Korth"),
        ("shook northern Korth", "in northern", "northern Korth"),
        ("the capital, Korth", None, "Korth"),
        ("The mayor of Korth", None, "Korth"),
        ("Korth", None, "Korth"),
        ("It rained. Korth", None, "Korth"),
    ],
)  # fmt: skip
def test_what_stands_before(text: str, relation: str | None, phrase: str, gazetteer: Gazetteer) -> None:
    place = put(text, "Korth", gazetteer)
    assert place.relation == relation
    assert place.text == phrase


@pytest.mark.parametrize(
    ("text", "km", "lat", "lon"),
    [
        ("30 km south of Korth", 30.0, 39.73, 20.0),
        ("about 1,000 kilometres north of Korth", 1000.0, 48.99, 20.0),
        ("10 miles east of Korth", 16.09, 40.0, 20.19),
        ("12 nautical miles west of Korth", 22.22, 40.0, 19.74),
        ("5,000 meters north of Korth", 5.0, 40.045, 20.0),
        ("350 kilometers (217 miles) to the south of Korth", 350.0, 36.85, 20.0),
    ],
)
def test_a_distance_moves_the_point(text: str, km: float, lat: float, lon: float, gazetteer: Gazetteer) -> None:
    place = put(text, "Korth", gazetteer)
    assert place.lat == pytest.approx(lat, abs=0.01)
    assert place.lon == pytest.approx(lon, abs=0.01)
    assert place.lat is not None
    assert place.lon is not None
    assert distance_km(40, 20, place.lat, place.lon) == pytest.approx(km, rel=0.01)


@pytest.mark.parametrize(
    "text", ["30 people south of Korth", "in 2024 south of Korth", "south of Korth", "30 km from Korth"]
)
def test_no_distance_no_move(text: str, gazetteer: Gazetteer) -> None:
    place = put(text, "Korth", gazetteer)
    assert (place.lat, place.lon) == (40.0, 20.0)


@pytest.mark.parametrize(
    ("text", "kind", "name", "relation"),
    [
        ("landed outside Korth's exclusive economic zone", "zone", "Korth's exclusive economic zone", "outside"),
        ("landed outside Korth’s EEZ", "zone", "Korth's exclusive economic zone", "outside"),
        ("entered Korth's airspace", "zone", "Korth's airspace", None),
        ("off Korth's coast", "coast", "Korth", "off"),
        ("off Korth's eastern coast", "coast", "Korth", "off"),
        ("in Korth's Coast Guard", "country", "Korth", "in"),
        ("in Korth's coastal towns", "country", "Korth", "in"),
    ],
)
def test_what_stands_behind(text: str, kind: str, name: str, relation: str | None, gazetteer: Gazetteer) -> None:
    place = put(text, "Korth", gazetteer, "country")
    assert (place.kind, place.name, place.relation) == (kind, name, relation)


@given(st.text(max_size=200), st.text(max_size=80))
def test_any_words_around_a_name(before: str, behind: str) -> None:
    text = f"{before}Korth{behind}"
    place = placed(text, (len(before), len(before) + 5), Place("Korth", "Korth", "XX", 1.0, 2.0), SHIPPED)
    assert "Korth" in place.text
    assert place.text in text


SHIPPED = load_gazetteer()


@given(st.floats(-89, 89), st.floats(-180, 180), st.floats(0, 360), st.floats(0, 5000))
def test_moving_goes_as_far_as_it_says(lat: float, lon: float, bearing: float, km: float) -> None:
    new_lat, new_lon = moved(lat, lon, bearing, km)
    assert -90 <= new_lat <= 90
    assert -180 <= new_lon <= 180
    assert distance_km(lat, lon, new_lat, new_lon) == pytest.approx(km, rel=1e-4, abs=0.01)


@pytest.mark.parametrize(
    ("a", "b", "km"), [((48.8566, 2.3522), (51.5074, -0.1278), 343.6), ((0.0, 0.0), (0.0, 180.0), 20015.1)]
)
def test_known_distances(a: tuple[float, float], b: tuple[float, float], km: float) -> None:
    assert distance_km(*a, *b) == pytest.approx(km, rel=0.001)
