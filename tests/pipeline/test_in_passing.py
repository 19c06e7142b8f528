"""What every report tells in passing is not confirmed: from text to fact, sentences of our own making."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from crosswire.facts.opening import WHY
from crosswire.model import Fact, Given
from crosswire.pipeline.read import load_pipeline

BAKERY = "Ana Paz, the mayor of Lyon, opened a new bridge over the Rhone on Monday. "
SCHOOL = "The school board of Lyon presented its budget for the coming year on Monday. "
FIRE = "A fire destroyed a bakery in Lyon on Friday, {} said. "
IN_PASSING = (("", BAKERY + FIRE.format("Lyon Police")), ("", SCHOOL + FIRE.format("the Red Cross")))
TWO_OPEN = (("", FIRE.format("Lyon Police") + BAKERY), ("", FIRE.format("the Red Cross") + SCHOOL))
ONE_OPENS = (TWO_OPEN[0], IN_PASSING[1])
HEADLINE = (("Fire destroys bakery in Lyon", IN_PASSING[0][1]), IN_PASSING[1])


def fire(told: Sequence[tuple[str, str]], folder: Path) -> Fact:
    """Whether the fire happened, as these reports (headline, text) tell."""
    for n, (title, text) in enumerate(told):
        row = {"outlet": f"Paper {n}", "published": "2026-05-11", "title": title, "text": text}
        (folder / f"{n}.json").write_text(json.dumps({k: v for k, v in row.items() if v}), "utf-8")
    made = load_pipeline().brief([str(folder)], Given(), io.BytesIO(), lambda done, total: None)
    frames = {event.id: event.frame for event in made.events}
    (fact,) = (f for f in made.facts if f.attribute == "happened" and frames[f.event] == "explosion")
    return fact


@pytest.mark.parametrize("told", [IN_PASSING, ONE_OPENS])
def test_what_is_told_in_passing_is_reported_and_says_why(told: Sequence[tuple[str, str]], tmp_path: Path) -> None:
    found = fire(told, tmp_path)
    assert (found.standing, found.credibility) == ("reported", 2)
    assert any(WHY in reason for reason in found.reasons)
    assert len(found.candidates[0].independent or ()) == 2


@pytest.mark.parametrize("told", [TWO_OPEN, HEADLINE])
def test_what_two_open_with_or_one_has_in_its_headline_is_confirmed(
    told: Sequence[tuple[str, str]], tmp_path: Path
) -> None:
    found = fire(told, tmp_path)
    assert found.standing == "corroborated"
    assert not any(WHY in reason for reason in found.reasons)
