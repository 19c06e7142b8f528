"""When and where by what stands beside an event's words, and what only stands near them."""

from __future__ import annotations

import pytest

from crosswire.claims.read import Reader
from tests.claims.test_frames_cases import Case, outcome, readings


@pytest.mark.parametrize(
    ("frame", "sentence", "asked", "holds"),
    [
        # a past day is none of a verb in the present
        (
            "explosion",
            "Police are looking into the blast at a mosque near Kirkuk on Saturday.",
            {"when": "Saturday"},
            True,
        ),
        ("explosion", "The death toll of the blast in Kirkuk on Saturday has risen to 12.", {"when": "Saturday"}, True),
        ("explosion", "The mayor spoke of the blast in Kirkuk on Saturday.", {"when": "Saturday"}, False),
        # between an event's noun and its verb
        (
            "explosion",
            "The toll from the blast outside a mosque near Kirkuk has risen to 12.",
            {"where": "Kirkuk"},
            True,
        ),
        ("explosion", "The blast, officials in Paris said on Monday, was an accident.", {"where": "Paris"}, False),
        # before the clause that tells what it did
        (
            "attack",
            "Flags were lowered after the attack on a base on Saturday, which killed 18.",
            {"when": "Saturday"},
            True,
        ),
        # what opens the sentence is the scene of its first event
        ("seizure", "Near Antwerp, two tonnes of cocaine were seized by customs officers.", {"where": "Antwerp"}, True),
        ("seizure", "In Brussels, a minister said that cocaine was seized.", {"where": "Brussels"}, False),
        # brackets that were closed
        ("volcano", "A volcano erupted near Padang (see map) on Saturday night.", {"when": "Saturday night"}, True),
        # a bare day right behind the place
        ("volcano", "A volcano that erupted in Padang Saturday had been quiet.", {"when": "Saturday"}, True),
        ("volcano", "A volcano that erupted in Padang was on Saturday calm again.", {"when": "Saturday"}, False),
        # what the event is called
        ("explosion", "The Kirkuk blast killed 12 people.", {"where": "Kirkuk"}, True),
        ("attack", "The Israel airstrike killed 12 people.", {"where": "Israel"}, False),
        # the smaller place
        ("transport_accident", "A train derailed in Turkey's Izmir on Saturday.", {"where": "Izmir"}, True),
        ("transport_accident", "A train derailed in Izmir, Turkey, on Saturday.", {"where": "Izmir"}, True),
        # outside, off and on the outskirts where something may be in
        ("closure", "On Saturday, the authorities closed a border crossing outside Edirne.", {"where": "Edirne"}, True),
        ("agreement", "The two signed a deal on the outskirts of Doha.", {"where": "Doha"}, True),
        # whom it befell, behind what it made of him; lives lost
        ("killing", "A masked man shot dead a radio journalist in Recife.", {"victim": "radio journalist"}, True),
        ("explosion", "Six people lost their lives when a gas pipeline exploded.", {"killed": "Six"}, True),
        ("explosion", "Six people lost their homes when a gas pipeline exploded.", {"killed": "Six"}, False),
    ],
)
def test_beside(frame: str, sentence: str, asked: dict[str, str], holds: bool, reader: Reader) -> None:
    case = Case(frame, sentence, True, asked)
    _, reading = next(iter(readings([case], reader)))
    assert outcome(case, reading) == (True, dict.fromkeys(asked, holds))


@pytest.mark.parametrize(
    ("frame", "sentence", "told"),
    [
        ("seizure", "Police announced the seizure of two tonnes of cocaine.", True),
        ("seizure", "Police announced the seizure of two tonnes of potatoes.", False),
        ("transport_accident", "Police opened an inquiry into the sinking of a ferry.", True),
        ("transport_accident", "The sinking of the economy worries Europe.", False),
        ("explosion", "Police are looking into the fire at a hotel.", True),
        ("execution", "The execution of a convicted spy was condemned.", True),
        ("execution", "The execution of the plan was condemned.", False),
        ("cyber_attack", "Hackers attacked the computer systems of a hospital.", True),
        ("flood", "At least 13 people were killed in a landslide.", True),
        ("flood", "The party won in a landslide.", False),
    ],
)
def test_told_by_its_noun(frame: str, sentence: str, told: bool, reader: Reader) -> None:
    _, reading = next(iter(readings([Case(frame, sentence, told, {})], reader)))
    assert any(m.frame == frame for m in reading.mentions) is told
