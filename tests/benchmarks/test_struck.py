"""What editors struck out: the lines of a brief that can be judged, and the table of those that were."""

from __future__ import annotations

import tomllib

import pytest
from benchmarks.struck import SECTIONS, TABLE, digest, lines_of
from benchmarks.written import written

BRIEF = """Fire in Halden
Halden, Norway

  Did it happen?   yes   one origin

REPORTED: on the word of one origin, or as the reports tell it
  Did it happen? yes, as reported
    [1] The Courier: a *fire* in Halden

ONLY OPINION
  forecast: [1] The Courier: It will burn for days

THE REPORTS
  [1] The Courier: Fire
"""


def test_every_line_has_its_section_and_evidence_its_heading() -> None:
    assert list(lines_of(BRIEF)) == [
        ("title", "Fire in Halden"),
        ("title", "Halden, Norway"),
        ("title", "Did it happen?   yes   one origin"),
        ("fact", "Did it happen? yes, as reported"),
        ("fact", "Did it happen? yes, as reported | [1] The Courier: a *fire* in Halden"),
        ("opinion", "forecast: [1] The Courier: It will burn for days"),
    ]


@pytest.mark.parametrize("name", [name for name, _ in written("dev")])
def test_no_line_was_both_struck_and_left_standing(name: str) -> None:
    judged = tomllib.loads(TABLE.read_text("utf-8"))[name]
    struck = {digest(row["line"]) for row in judged["struck"]}
    assert struck.isdisjoint(key for keys in judged["stood"].values() for key in keys)
    for row in judged["struck"]:
        assert row["mark"] in ("wrong", "poor")
        assert row["section"] in {"title", *SECTIONS.values()}
        assert row["why"]
