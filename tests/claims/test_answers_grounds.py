"""What somebody is arrested for, charged with and pleads to: the deed, not the suspicion, the count or the road."""

from __future__ import annotations

import pytest

from crosswire.claims.read import Reader
from tests.claims.test_frames_cases import Case, outcome, readings

COUNTS = "Dan Roe pleaded guilty to two counts of fraud and one count of theft."
ROAD = "Dan Roe was arrested early Monday on state Route 5 on suspicion of theft."
AGAIN = "For the second time in a month, Dan Roe was arrested on suspicion of theft."


@pytest.mark.parametrize(
    ("frame", "sentence", "asked", "holds"),
    [
        ("arrest", "Dan Roe was arrested on suspicion of drunken driving.", {"for": "drunken driving"}, True),
        ("arrest", "Dan Roe was arrested on suspicion of drunken driving.", {"for": "suspicion"}, False),
        ("arrest", "Dan Roe was arrested on charges of fraud and theft.", {"for": "fraud"}, True),
        ("arrest", "Dan Roe was arrested on charges of fraud and theft.", {"for": "theft"}, True),
        ("arrest", "Dan Roe was arrested on murder charges.", {"for": "murder"}, True),
        ("arrest", "Dan Roe was arrested on charges he robbed a bank.", {"for": "charges"}, False),
        ("arrest", "Dan Roe was arrested for investigation of fraud.", {"for": "fraud"}, True),
        (
            "arrest",
            "Dan Roe was arrested on suspicion of driving under the influence in Leeds.",
            {"for": "driving under the influence"},
            True,
        ),
        # where and how often it was is no suspicion
        ("arrest", ROAD, {"for": "theft"}, True),
        ("arrest", ROAD, {"for": "state Route 5"}, False),
        ("arrest", AGAIN, {"for": "theft"}, True),
        ("arrest", AGAIN, {"for": "time"}, False),
        ("charges", "Dan Roe was charged with two counts of fraud.", {"with_what": "fraud"}, True),
        ("charges", "Dan Roe was charged with two counts of fraud.", {"with_what": "counts"}, False),
        ("charges", "Dan Roe was charged with stealing a car.", {"with_what": "stealing a car"}, True),
        ("charges", "Dan Roe was charged with theft, with Lee Ash standing by.", {"with_what": "standing"}, False),
        ("plea", COUNTS, {"to_what": "fraud"}, True),
        ("plea", COUNTS, {"to_what": "theft"}, True),
        ("plea", COUNTS, {"to_what": "count"}, False),
    ],
)
def test_what_somebody_is_blamed_for(
    frame: str, sentence: str, asked: dict[str, str], holds: bool, reader: Reader
) -> None:
    case = Case(frame, sentence, True, asked)
    _, reading = next(iter(readings([case], reader)))
    assert outcome(case, reading)[1] == dict.fromkeys(asked, holds)
