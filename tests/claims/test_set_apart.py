"""Which mentions are set apart from those of their kind that the report has told before."""

from __future__ import annotations

import pytest

from crosswire.claims.read import Reader, read
from crosswire.model import Block, Mention, Report
from tests.claims.test_frames_cases import PUBLISHED

RULED = "The Supreme Court ruled on Monday that the maps of Norland stand. The ruling ends a long dispute. "
FREED = "President Roe granted a pardon to Ana Sild on Monday. "


def told(reader: Reader, text: str) -> tuple[Mention, ...]:
    """The mentions of a report of one paragraph."""
    report = Report("r", text, (Block("paragraph", 0, len(text)),), "", "Paper", PUBLISHED, "given", "en")
    return next(iter(read([report], reader))).mentions


@pytest.mark.parametrize(
    ("text", "word", "apart"),
    [
        (RULED + "The voters had won a lower court ruling.", "ruling", True),
        (RULED + "It puts an end to years of rulings in Karsk and Lund.", "rulings", True),
        (RULED + "The mayor of Lund welcomed the rulings.", "rulings", False),
        (FREED + "He has granted 52 pardons.", "granted", True),
        (FREED + "President Past gave 189 pardons during his eight years in office.", "gave", True),
        (FREED + "He granted two pardons.", "granted", False),
        (FREED + "The pardons of other clerks are under review.", "pardons", True),
        (FREED + "The pardon of the clerk was praised.", "pardon", False),
    ],
)
def test_what_is_counted_up_or_of_another_is_set_apart(reader: Reader, text: str, word: str, apart: bool) -> None:
    mentions = [m for m in told(reader, text) if m.trigger.exact == word]
    assert mentions
    assert mentions[-1].another is apart


def test_it_takes_up_what_its_own_verb_tells(reader: Reader) -> None:
    text = "Gunmen shot a guard in Karsk on Monday. It was a short hearing in a courtroom, starting at 11:30 a.m."
    whens = [m.when.text for m in told(reader, text) if m.when is not None]
    assert "11:30 a.m." not in whens
