"""A crime that a court finds somebody guilty of rests on the court; one that is charged, on nobody."""

from __future__ import annotations

import pytest

from crosswire.claims.read import Reader, read
from crosswire.facts.origins import trace
from crosswire.pipeline.origins import ties_of
from tests.builders import report

COURT = "those of the court"


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("A jury convicted Karl Dorn of murdering Ada Prell in Riva.", COURT),
        ("Karl Dorn was convicted on Monday of fatally shooting Ada Prell.", COURT),
        ("Karl Dorn was found guilty of the murder of Ada Prell.", COURT),
        ("A Riva jury has returned a guilty verdict for Karl Dorn for the murder of Ada Prell.", COURT),
        ("Judge Luis Gil convicted Karl Dorn of murdering Ada Prell.", "Luis Gil"),
        ("Karl Dorn pleaded guilty to killing Ada Prell.", "Karl Dorn"),
        # told by the way, undone, not yet done, or done by no court
        ("Karl Dorn, who was convicted of murdering Ada Prell, has moved to Riva.", None),
        ("A jury convicted a man charged with killing Ada Prell.", None),
        ("Karl Dorn was wrongfully convicted of murdering Ada Prell.", None),
        ("Karl Dorn faces life in prison if convicted of murdering Ada Prell.", None),
        ("Karl Dorn pleaded not guilty to killing Ada Prell.", None),
        ("Karl Dorn was found dead after killing Ada Prell.", None),
        ("Karl Dorn has been charged with the murder of Ada Prell.", None),
        ("Police arrested Karl Dorn on suspicion of killing Ada Prell.", None),
    ],
)
def test_whose_word_a_crime_is_that_a_court_judges(text: str, teller: str | None, reader: Reader) -> None:
    (reading,) = read([report(text=text)], reader)
    ties = ties_of((), {reading.report.id: reading.report}, reading.claims)
    victims = [c for c in reading.claims if c.attribute == "victim" and c.stance == "states"]
    found = {t.key.removeprefix("named:") for c in victims for t in trace(c, reading.report, ties) if t.known}
    assert found == ({teller} if teller else set())


def test_a_ruling_is_told_by_who_attends_it(reader: Reader) -> None:
    (reading,) = read([report(text="A jury convicted Karl Dorn of murdering Ada Prell in Riva.")], reader)
    ruled = {m.id for m in reading.mentions if m.frame == "ruling"}
    assert all(len(c.speakers) == 1 for c in reading.claims if c.mention in ruled)
