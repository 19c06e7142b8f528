"""What is an answer to a question about an event, and what only looks like one."""

from __future__ import annotations

import pytest

from crosswire.claims.read import Reader
from tests.claims.test_frames_cases import Case, outcome, readings


@pytest.mark.parametrize(
    ("sentence", "place", "holds"),
    [
        ("The rocket was launched at 07:06 local time (01:06 Moscow time).", "Moscow", False),
        ("The rocket was launched at 07:06 local time in Moscow.", "Moscow", True),
        ("Iran fired two missiles from Semnan at 5 a.m. Tehran time.", "Tehran", False),
        ("Iran fired two missiles from Semnan at 5 a.m. Tehran time.", "Semnan", True),
        ("Russia launched a rocket from Plesetsk for the third time.", "Plesetsk", True),
    ],
)
def test_whose_clock_it_is_is_no_place(sentence: str, place: str, holds: bool, reader: Reader) -> None:
    case = Case("weapons_test", sentence, True, {"from": place})
    _, reading = next(iter(readings([case], reader)))
    assert outcome(case, reading) == (True, {"from": holds})


@pytest.mark.parametrize(
    ("frame", "sentence", "asked", "holds"),
    [
        # who acts, or is fought, is no place and no weapon
        ("weapons_test", "It was the fifth weapons test by Pyongyang in two months.", {"from": "Pyongyang"}, False),
        ("weapons_test", "It was the fifth weapons test in Sinpo in two months.", {"from": "Sinpo"}, True),
        ("killing", "An officer was killed in a scuffle with the Chinese army.", {"weapon": "Chinese army"}, False),
        ("killing", "An officer was killed with a knife.", {"weapon": "knife"}, True),
        # behind "by": of a noun that is an object or a subject; what stands there may be no actor
        ("attack", "The president condemned the airstrike on Friday by Saudi forces.", {"who": "Saudi forces"}, True),
        ("attack", "An airstrike by Saudi forces hit a bus.", {"who": "Saudi forces"}, True),
        ("attack", "A missile fired by the Houthis hit a bus.", {"who": "Houthis"}, True),
        ("attack", "A missile found by the Houthis hit a bus.", {"who": "Houthis"}, False),
        # whom it befell is no doer, also where only a pronoun tells whom
        ("appointment", "She claimed that Dan Holt had fired her.", {"whom": "Dan Holt"}, False),
        ("appointment", "She claimed that Dan Holt had fired her.", {"by_whom": "Dan Holt"}, True),
        ("appointment", "Dan Holt quit his post on Monday.", {"whom": "Dan Holt"}, True),
        # what they are believed to have suffered
        ("explosion", "A blast hit a mill. Two people are believed to be hurt.", {"injured": "Two people"}, True),
        ("explosion", "A blast hit a mill. Two people are believed to be at sea.", {"injured": "Two people"}, False),
        # joined to a passive: its subject is that of both
        ("charges", "Anna Berg was arrested and charged with fraud.", {"who": "Anna Berg"}, False),
        ("charges", "Anna Berg was arrested and charged with fraud.", {"whom": "Anna Berg"}, True),
        ("killing", "Two men were caught and shot by soldiers.", {"who": "soldiers"}, True),
        # gunmen are no missiles
        ("attack", "At least two gunmen opened fire in a mosque.", {"how_many": "two"}, False),
        ("attack", "Russia fired 12 missiles at Kyiv.", {"how_many": "12"}, True),
        # who is left aboard, or whom something befell, is not all there were
        (
            "ship_attack",
            "Pirates who attacked the tanker left when three crew remained aboard.",
            {"crew": "three"},
            False,
        ),
        ("ship_attack", "Pirates attacked the tanker with 22 crew aboard.", {"crew": "22"}, True),
        # who does it in the clause right before
        (
            "abduction",
            "Turkey sought to save a crew after pirates attacked a ship off Benin, killing one and kidnapping 15.",
            {"who": "Turkey"},
            False,
        ),
        (
            "abduction",
            "Turkey sought to save a crew after pirates attacked a ship off Benin, killing one and kidnapping 15.",
            {"who": "pirates"},
            True,
        ),
        ("abduction", "Pirates attacked a ship off Benin, kidnapping 15 sailors.", {"who": "pirates"}, True),
        # some of those meant, how old they are, how far it drifted
        (
            "transport_accident",
            "The plane crashed on Saturday; one of two passengers killed in the crash was run over.",
            {"aboard": "one of two passengers"},
            False,
        ),
        ("transport_accident", "The plane crashed with two passengers aboard.", {"aboard": "two passengers"}, True),
        (
            "transport_accident",
            "More than 400 people, most of them tourists aged from 50 to 80, are missing after a ferry capsized.",
            {"missing": "aged from 50 to 80"},
            False,
        ),
        (
            "killing",
            "Nine people were killed on Monday. The ages of those who were killed there ranged from 19 to 64.",
            {"killed": "from 19 to 64"},
            False,
        ),
        # how many live in a town
        (
            "storm",
            "The injured were flown from the coast, which the storm hit, to Duala, a city of 300,000 people.",
            {"injured": "300,000 people"},
            False,
        ),
        ("storm", "A storm hit Duala, injuring 300 people.", {"injured": "300 people"}, True),
        ("flood", "Floods hit Duala on Friday. Troops evacuated a town of 3,000 people.", {"displaced": "3,000"}, True),
        # of a row of three and more each is an answer; who is second of two acts with the first
        ("relations", "Bahrain, Egypt and Yemen cut diplomatic ties with Qatar.", {"who": "Egypt"}, True),
        ("relations", "Bahrain, Egypt and Yemen cut diplomatic ties with Qatar.", {"who": "Yemen"}, True),
        ("relations", "Bahrain, Egypt and Yemen cut diplomatic ties with Qatar.", {"with_whom": "Egypt"}, False),
        ("agreement", "Israel and Hezbollah signed a truce on Friday.", {"who": "Hezbollah"}, False),
        # when a thing was found out is not when it was; what is before "breach" suffered it
        ("cyber_attack", "Equifax discovered a massive data breach on July 29.", {"when": "July 29"}, False),
        ("cyber_attack", "The data breach at Equifax occurred on July 29.", {"when": "July 29"}, True),
        ("cyber_attack", "The Equifax data breach was huge.", {"who": "Equifax"}, False),
        ("cyber_attack", "The Equifax data breach was huge.", {"target": "Equifax"}, True),
        ("cyber_attack", "A giant cybersecurity breach was disclosed.", {"target": "cybersecurity"}, False),
        # a planet is no town
        ("spaceflight", "The Insight lander touched down on Mars on Monday to cheers.", {"to": "cheers"}, False),
        ("spaceflight", "The Insight lander touched down on Mars on Monday to cheers.", {"to": "Mars"}, True),
        ("volcano", "The volcano erupted and clouds of ash blew 100 km north.", {"ash_height": "100 km"}, False),
        ("volcano", "The volcano erupted, sending ash 9 km into the air.", {"ash_height": "9 km"}, True),
    ],
)
def test_what_only_looks_like_an_answer(
    frame: str, sentence: str, asked: dict[str, str], holds: bool, reader: Reader
) -> None:
    case = Case(frame, sentence, True, asked)
    _, reading = next(iter(readings([case], reader)))
    assert outcome(case, reading) == (True, dict.fromkeys(asked, holds))


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        (
            "The North fired short-range missiles on March 14, and test-fired cruise missiles on Feb. 2.",
            "short-range missiles",
        ),
        ("North Korea fired two short-range ballistic missiles on Tuesday.", "short-range ballistic missiles"),
    ],
)
def test_an_events_own_verb_is_no_part_of_what_it_is_done_to(sentence: str, what: str, reader: Reader) -> None:
    _, reading = next(iter(readings([Case("weapons_test", sentence, True, {})], reader)))
    assert what in {c.value.text for c in reading.claims if c.attribute == "what" and c.value is not None}
