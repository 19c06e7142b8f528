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
