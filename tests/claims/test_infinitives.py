"""What an infinitive tells: in pairs, what came about and what somebody only wanted, could or was to do."""

from __future__ import annotations

import pytest

from crosswire.claims.read import Reader, read
from crosswire.model import Block, Report


@pytest.mark.parametrize(
    ("text", "frame", "modality"),
    [
        ("The ferry lost power, prompting the captain to send out a distress call.", "transport_accident", "happened"),
        ("The captain failed to send out a distress call.", "transport_accident", "negated"),
        ("The blast caused a building to collapse in Beirut.", "collapse", "happened"),
        ("The threat could cause the company to recall 40,000 cars.", "product", "hypothetical"),
        ("Heavy rain led authorities to close schools in Nairobi.", "closure", "happened"),
        ("The attack will force the airline to cancel flights.", "closure", "expected"),
        ("The scandal drove the minister to resign on Friday.", "appointment", "happened"),
        ("Unions want to force the government to resign.", "appointment", "hypothetical"),
        ("Police were able to arrest three suspects in Paris.", "arrest", "happened"),
        ("Police were not able to arrest the gunmen.", "arrest", "hypothetical"),
        ("Police may be able to arrest the gunmen.", "arrest", "hypothetical"),
        ("Thousands gathered in Sofia on Sunday to protest against the law.", "demonstration", "happened"),
        ("Farmers plan to gather in Delhi to protest against the laws.", "demonstration", "hypothetical"),
        ("Firefighters worked through the night to rescue residents from their flats.", "rescue", "hypothetical"),
    ],
)
def test_an_infinitive_came_about_where_the_verb_before_it_says_so(
    text: str, frame: str, modality: str, reader: Reader
) -> None:
    report = Report("r", text, (Block("paragraph", 0, len(text)),), "", "Paper", None, "unknown", "en")
    (reading,) = read([report], reader)
    assert {m.modality for m in reading.mentions if m.frame == frame} == {modality}
