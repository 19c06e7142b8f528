"""The scorer of places on a hand-computed example, and the reading of the corpora's two forms."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.places import Gold, Guess, Tally, read, same_place

from crosswire.claims.countries import load_countries

# A degree of latitude is 111 km: 1.4 degrees are 156 km, 1.5 are 167 km.
GOLD = [
    Gold(0, 5, 40.0, 20.0),  # met within 161 km
    Gold(10, 15, 40.0, 20.0),  # met, but 167 km away
    Gold(20, 25, 40.0, 20.0),  # not met
    Gold(30, 35, 36.2, 138.3, "JP"),  # a country, met by its code far from its point
    Gold(40, 45),  # without a point: not scored
]
GUESSES = [
    Guess(3, 8, 41.4, 20.0),
    Guess(10, 12, 41.5, 20.0),
    Guess(30, 35, 43.0, 142.0, "JP"),
    Guess(41, 44, 0.0, 0.0),  # overlaps only what is not scored
    Guess(50, 55, 1.0, 1.0),  # overlaps nothing: a false one
]


def test_counts_by_hand() -> None:
    tally = Tally()
    tally.add(GOLD, GUESSES)
    assert (tally.gold, tally.found, tally.right, tally.guesses, tally.right_guesses) == (4, 3, 2, 4, 2)
    assert tally.metrics() == {
        "n": 4,
        "found": 0.75,
        "of_found": 0.6667,
        "precision": 0.5,
        "recall": 0.5,
        "f1": 0.5,
    }


def test_nothing_scores_nothing() -> None:
    tally = Tally()
    tally.add([], [])
    assert tally.metrics()["f1"] == 0


@pytest.mark.parametrize(
    ("gold", "guess", "right"),
    [
        (Gold(0, 1, 40.0, 20.0), Guess(0, 1, 41.4, 20.0), True),
        (Gold(0, 1, 40.0, 20.0), Guess(0, 1, 41.5, 20.0), False),
        (Gold(0, 1, 40.0, 20.0), Guess(0, 1), False),
        (Gold(0, 1, 60.0, 100.0, "RU"), Guess(0, 1, 55.0, 37.0, "RU"), True),
        (Gold(0, 1, 60.0, 100.0, "RU"), Guess(0, 1, 55.0, 37.0, None), False),
        (Gold(0, 1, 32.75, -83.5, None), Guess(0, 1, 42.0, 43.5, "GE"), False),
        (Gold(0, 1, 0.0, 179.9), Guess(0, 1, 0.0, -179.9), True),
    ],
)
def test_right_is_near_or_the_same_country(gold: Gold, guess: Guess, right: bool) -> None:
    assert same_place(gold, guess) is right


TAGGED = """<articles><article><text>Paris and Japan</text><toponyms>
<toponym><start>0</start><end>5</end><gaztag><fcode>PPL</fcode><lat>33.66</lat><lon>-95.56</lon>
<country>United States</country></gaztag></toponym>
<toponym><start>10</start><end>15</end><gaztag><fcode>PCLI</fcode><lat>35.7</lat><lon>139.7</lon>
<country>Japan</country></gaztag></toponym>
<toponym><start>0</start><end>1</end></toponym>
</toponyms></article></articles>"""

GWN = """<articles><article><text>Georgia and Georgia</text><toponyms>
<toponym><extractedName>Georgia</extractedName><normalisedName/><start>0</start><end>7</end>
<latitude>42.0</latitude><longitude>43.5</longitude></toponym>
<toponym><extractedName>Georgia</extractedName><normalisedName/><start>12</start><end>19</end>
<latitude>32.75</latitude><longitude>-83.5</longitude></toponym>
<toponym><extractedName>Georgians</extractedName><start>0</start><end>7</end><latitude/><longitude/></toponym>
</toponyms></article></articles>"""


@pytest.mark.parametrize(
    ("name", "content", "gold"),
    [
        ("lgl.xml", TAGGED, [Gold(0, 5, 33.66, -95.56), Gold(10, 15, 35.7, 139.7, "JP"), Gold(0, 1)]),
        ("GWN.xml", GWN, [Gold(0, 7, 42.0, 43.5, "GE"), Gold(12, 19, 32.75, -83.5), Gold(0, 7)]),
    ],
)
def test_the_corpora_are_read(name: str, content: str, gold: list[Gold], tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    ((_, found),) = read(path, load_countries())
    assert found == gold
