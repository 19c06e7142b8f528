"""What keeps two acts of one report apart: other means, another country, what did not happen, no tie but a name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosswire.claims.read import Reader, read
from crosswire.events.features.kind import kind_of_telling
from crosswire.events.features.places import places
from crosswire.events.features.telling import names, numbers
from crosswire.events.means import means
from crosswire.events.nodes import NEWS, make_nodes
from crosswire.events.tell import link
from crosswire.model import Place, Quantity
from crosswire.pipeline.weigh import table_of
from tests.builders import report
from tests.events.test_presumed import ONE, OTHER, pair, told


def kinds_of_events(text: str, reader: Reader) -> list[list[str]]:
    """The kinds of the mentions of each event of one report, but for those that no frame knows."""
    (reading,) = read([report(text=text)], reader)
    linked = link([reading], table_of(reader)).all()
    events = [[n.frame for n in one.nodes if n.frame not in (NEWS, "open")] for one in linked]
    return sorted(kinds for kinds in events if kinds)


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "A militant blamed for the beheadings of four hostages was wounded in an air strike, officials said.",
            [["attack"], ["killing"]],
        ),
        ("An air strike near Tessara killed four fighters, officials said.", [["attack"]]),
        ("Gunmen opened fire on a market in Tessara, killing 12 people, police said.", [["attack"]]),
        ("A blast at a market in Tessara killed 12 people.", [["explosion"]]),
    ],
)
def test_two_acts_of_one_sentence(text: str, events: list[list[str]], reader: Reader) -> None:
    assert [sorted(kinds) for kinds in kinds_of_events(text, reader)] == events


@pytest.mark.parametrize(
    ("one", "two", "points"),
    [
        ("beheading", "air strike", -1.2),
        ("shot the guard", "bus bombing", -1.2),
        ("rammed the crowd and stabbed", "stabbing", None),
        ("attack", "air strike", None),
        ("bombing raid", "airstrike", None),
    ],
)
def test_with_what_it_was_done(one: str, two: str, points: float | None) -> None:
    seen = means(pair(replace(ONE, phrases=(one,)), replace(OTHER, phrases=(two,))))
    assert (seen.points if seen else None) == points


def place(name: str, country: str, lat: float, lon: float, radius: float = 15.0) -> Place:
    return Place(name, name, country, lat, lon, "in", "city", radius)


@pytest.mark.parametrize(
    ("a", "b", "points"),
    [
        (place("Tel Aviv", "IL", 32.08, 34.78), place("Gaza", "PS", 31.5, 34.47), 0.0),
        (place("Tel Aviv", "IL", 32.08, 34.78), place("Ashdod", "IL", 31.8, 34.65), 0.9),
        (place("Kehl", "DE", 48.57, 7.81), place("Strasbourg", "FR", 48.58, 7.75), 0.9),
    ],
)
def test_towns_of_two_countries_that_only_lie_near(a: Place, b: Place, points: float) -> None:
    seen = places(pair(told(ONE, where=a), told(OTHER, where=b)))
    assert seen is not None
    assert seen.points == points


def test_names_of_one_sentence_tell_nothing() -> None:
    one = replace(ONE, names=("Orlin",), sentences=(40,))
    two = replace(one, id="two")
    assert names(pair(one, two)) is None
    assert names(pair(one, replace(two, sentences=(90,)))) is not None
    assert names(pair(one, replace(two, report="s"))) is not None


def test_words_without_a_number_are_no_equal_numbers() -> None:
    dozens, several = (Quantity(text, None, None, "about", "1", "person") for text in ("dozens", "several"))
    assert numbers(pair(told(ONE, killed=dozens), told(OTHER, killed=several))) is None


@pytest.mark.parametrize(("prominence", "points"), [(0.3, -1.2), (0.9, None)])
def test_a_report_that_leads_with_it_does_not_deny_it_below(prominence: float, points: float | None) -> None:
    denied = replace(OTHER, report="r", modality="negated", prominence=prominence, phrases=("killing",))
    seen = kind_of_telling(pair(replace(ONE, phrases=("killing",)), denied))
    assert (seen.points if seen else None) == points


def test_words_that_name_another_country_take_up_nothing_told_before(reader: Reader) -> None:
    text = (
        "An air strike in Somalia killed the leader of the rebels on Monday. "
        "He had claimed the mall attack in Nairobi, Kenya. The attack was confirmed by the army."
    )
    (reading,) = read([report(text=text)], reader)
    nodes = [n for n in make_nodes(reading, table_of(reader).frames) if n.frame == "attack"]
    assert [[p.name for p in (n.scene,) if p] for n in nodes] == [["Somalia"], ["Nairobi"]]
