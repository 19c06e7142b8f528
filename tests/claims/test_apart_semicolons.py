"""Two that are set side by side by a semicolon are told each by itself; a row of names is one."""

from __future__ import annotations

import pytest

from crosswire.claims.read import Reader, read
from crosswire.model import Block, Report


@pytest.mark.parametrize(
    ("text", "frame", "modality"),
    [
        ("India launches airstrike in Pakistan; Islamabad denies militant camp hit", "attack", "happened"),
        ("Plane crashes in Iran; Tehran denies it was shot down", "transport_accident", "happened"),
        ("Iran denies that a plane crashed in Kerman", "transport_accident", "negated"),
    ],
)
def test_a_denial_behind_a_semicolon_denies_what_it_is_about(
    text: str, frame: str, modality: str, reader: Reader
) -> None:
    report = Report("r", text, (Block("title", 0, len(text)),), text, "Paper", None, "unknown", "en")
    (reading,) = read([report], reader)
    assert {m.modality for m in reading.mentions if m.frame == frame} == {modality}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "Li Wei was arrested in Vancouver on Saturday, Canada's Justice Department said.",
            "Canada's Justice Ministry",
        ),
        ("Li Wei was arrested in Boston on Saturday, the Justice Department said.", "U.S. Department of Justice"),
    ],
)
def test_a_department_is_that_of_the_country_named_with_it(text: str, body: str, reader: Reader) -> None:
    report = Report("r", text, (Block("paragraph", 0, len(text)),), "", "Paper", None, "unknown", "en")
    (reading,) = read([report], reader)
    assert {c.speakers[-1].canonical for c in reading.claims if len(c.speakers) > 1} == {body}
