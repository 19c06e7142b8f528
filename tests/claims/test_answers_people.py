"""Whom a number counts: those something befell, and nobody else."""

from __future__ import annotations

import pytest

from crosswire.claims.read import Reader
from tests.claims.test_frames_cases import Case, outcome, readings

CROSSFIRE = "A gunman killed a mother of five on Monday."
BANK = "An explosion at a bank in Salem killed a guard and a bomb technician on Friday."


@pytest.mark.parametrize(
    ("frame", "sentence", "asked", "holds"),
    [
        # how many children somebody had, of what calibre a bullet was
        ("killing", CROSSFIRE, {"killed": "five"}, False),
        ("killing", "A gunman killed five on Monday.", {"killed": "five"}, True),
        ("killing", "A crew of five was killed by gunmen.", {"killed": "five"}, True),
        ("killing", "The boy was killed by a .45-caliber bullet.", {"killed": ".45-caliber"}, False),
        # who does it, and what it befell them in
        (
            "killing",
            "A boy was shot dead by two plainclothes officers.",
            {"killed": "two plainclothes officers"},
            False,
        ),
        ("killing", "Two plainclothes officers were shot dead.", {"killed": "Two plainclothes officers"}, True),
        ("killing", "He killed the boy during a clash with 30 youths.", {"killed": "30 youths"}, False),
        ("killing", "He killed 30 youths during a clash.", {"killed": "30 youths"}, True),
        # how old they were
        ("killing", "The women killed, who were 61 and 48 years old, were not named.", {"killed": "61"}, False),
        ("demonstration", "Two brothers, 17 and 22, were arrested at the riot.", {"arrested": "17"}, False),
        ("demonstration", "Police arrested 17 and 22 were hurt at the riot.", {"arrested": "17"}, True),
        # other arrests, and other things than people
        ("demonstration", "He has four prior arrests, police said after the riot.", {"arrested": "four prior"}, False),
        ("demonstration", "There were four arrests after the riot, police said.", {"arrested": "four arrests"}, True),
        ("demonstration", "There was one arrest at the riot, with no injuries.", {"injured": "one arrest"}, False),
        ("demonstration", "There was one arrest at the riot, with no injuries.", {"injured": "no injuries"}, True),
        ("demonstration", "He was held in the killing of two women at the riot.", {"arrested": "two women"}, False),
        # each of whom is told alone
        ("explosion", BANK, {"killed": "a guard and a bomb technician"}, True),
        ("explosion", BANK.replace("a bomb technician", "bystanders"), {"killed": "a guard and bystanders"}, False),
        ("killing", "He murdered his mother and sister in Leeds.", {"killed": "his mother and sister"}, True),
        ("killing", "The murder of Ann Poe and her sister shocked Leeds.", {"killed": "Ann Poe and her sister"}, True),
        ("killing", "He murdered a loving wife and mother in Leeds.", {"killed": "a loving wife and mother"}, False),
        ("killing", "He murdered his mother and her dog in Leeds.", {"killed": "his mother and her dog"}, False),
        ("killing", "He murdered a baker in Leeds.", {"killed": "a baker"}, False),
        # and who they were
        ("killing", "He murdered his mother and sister in Leeds.", {"victim": "sister"}, True),
        ("killing", "He murdered his mother, and his sister fled.", {"victim": "sister"}, False),
        # what burns is no firefighter
        ("explosion", "The fire destroyed a couple of fire engines.", {"firefighters": "a couple"}, False),
        ("explosion", "About 40 firefighters fought the fire.", {"firefighters": "40 firefighters"}, True),
    ],
)
def test_whom_a_number_counts(frame: str, sentence: str, asked: dict[str, str], holds: bool, reader: Reader) -> None:
    case = Case(frame, sentence, True, asked)
    _, reading = next(iter(readings([case], reader)))
    assert outcome(case, reading)[1] == dict.fromkeys(asked, holds)
