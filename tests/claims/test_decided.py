"""What is done by announcing it, beside what only may be, is asked for or depends."""

from __future__ import annotations

import pytest

from crosswire.claims.read import Reader, read
from crosswire.model import Block, Report


@pytest.mark.parametrize(
    ("text", "frame", "modality", "kind"),
    [
        ("Nordbank will cut 18,000 jobs.", "layoffs", "happened", "fact"),
        ("Nordbank said it would cut 18,000 jobs.", "layoffs", "happened", "fact"),
        ("Nordbank plans to cut 18,000 jobs.", "layoffs", "happened", "fact"),
        ("Nordbank could cut 18,000 jobs.", "layoffs", "hypothetical", "expectation"),
        ("Nordbank is considering cutting 18,000 jobs.", "layoffs", "hypothetical", "statement"),
        ("Analysts expect Nordbank to cut 18,000 jobs.", "layoffs", "expected", "expectation"),
        ("Nordbank will cut 18,000 jobs if sales fall.", "layoffs", "hypothetical", "expectation"),
        ("Nordbank will not cut jobs.", "layoffs", "hypothetical", "expectation"),
        ("Poland will expel five Belarusian diplomats.", "expulsion", "happened", "fact"),
        ("Poland to expel five Belarusian diplomats", "expulsion", "happened", "fact"),
        ("Airline to slash 12,000 jobs", "layoffs", "happened", "fact"),
        ("Poland may expel five Belarusian diplomats.", "expulsion", "hypothetical", "expectation"),
        ("Lawmakers urged Poland to expel five diplomats.", "expulsion", "hypothetical", "statement"),
        ("The European Union will impose sanctions on Belarus.", "sanction", "expected", "expectation"),
        ("Lawmakers voted to impeach President Moreno on Friday.", "appointment", "happened", "fact"),
        ("Lawmakers will vote to impeach President Moreno on Friday.", "appointment", "expected", "expectation"),
        ("Lawmakers did not vote to impeach President Moreno.", "appointment", "hypothetical", "expectation"),
        # nobody was hurt in it, and it came about; nobody was killed, and no killing did
        ("No one was injured in the fire.", "explosion", "happened", "fact"),
        ("No one was killed by the rebels.", "killing", "negated", "fact"),
        # what is excepted came about
        ("None other than the general killed the guards.", "killing", "happened", "fact"),
        ("The rebels killed nobody but the guards.", "killing", "happened", "fact"),
        ("None of the other rebels killed the guards.", "killing", "hypothetical", "statement"),
        ("The central bank decided to raise rates by half a point.", "rate_decision", "happened", "fact"),
    ],
)
def test_what_is_decided_is_told_as_fact(text: str, frame: str, modality: str, kind: str, reader: Reader) -> None:
    report = Report("r", text, (Block("paragraph", 0, len(text)),), "", "Paper", None, "unknown", "en")
    (reading,) = read([report], reader)
    mention = next(m for m in reading.mentions if m.frame == frame)
    claims = [c for c in reading.claims if c.mention == mention.id and c.attribute == "happened"]
    assert (mention.modality, claims[0].kind) == (modality, kind)
