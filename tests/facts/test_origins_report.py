"""Whose report somebody is cited from."""

from __future__ import annotations

import pytest

from crosswire.facts.origins import Ties, trace
from crosswire.facts.origins.report import reporting
from crosswire.facts.origins.voices import load_offices
from crosswire.model import Speaker
from tests.builders import claim, count, report

MEDIA = {"lakeside herald": "Lakeside Herald", "xelat": "Xelat", "orbit": "Orbit", "meridian": "The Meridian"}
TIES = Ties(offices=load_offices({}), media=MEDIA)


def document(canonical: str, called: str) -> Speaker:
    return Speaker(called, canonical, "document")


@pytest.mark.parametrize(
    ("canonical", "called", "origin"),
    [
        ("Lakeside Herald's report", "a Lakeside Herald report", "Lakeside Herald"),
        ("Lakeside Herald's report", "a report in the Lakeside Herald", "Lakeside Herald"),
        ("Lakeside Herald's story", "a story on the website Lakeside Herald", "Lakeside Herald"),
        ("The Meridian's report", "a new report in The Meridian", "The Meridian"),
        ("Turkey's government's report", "a report in the Kurdish newspaper Xelat", "Xelat"),
        ("Halden Oil's report", "a report by Halden Oil blog 8oilers", "8oilers"),
        ("Orbit's report", "a report from Orbit magazine", "Orbit"),
    ],
)
def test_a_mediums_report_is_the_medium(canonical: str, called: str, origin: str) -> None:
    of = report("Paper", "It burned.")
    (found,) = trace(claim(of, count(1), document(canonical, called)), of, TIES)
    assert (found.name, found.kind) == (origin, "outlet")


@pytest.mark.parametrize(
    ("canonical", "called", "known"),
    [
        ("Halden Institute's report", "a report by the Halden Institute", True),
        ("Ana Paz's report", "his report", True),
        ("Ana Paz's report", "Paz's latest report", True),
        ("Peru's government's report", "the Peruvian government's report", True),
        ("Ana Paz's report", "a report on Paz's health", False),
        ("Peru's government's report", "a report Tuesday in Peru's The Andean", False),
        ("Lakeside Herald's article", "an article from a fake Lakeside Herald site", False),
        ("Peru's White House's report", "Inspector general's report on the White House", False),
        ("Lakeside Herald's reports", "several reports, including the Lakeside Herald's", False),
    ],
)
def test_a_report_is_somebodys_where_its_words_say_so(canonical: str, called: str, known: bool) -> None:
    of = report("Paper", "It burned.")
    (found,) = trace(claim(of, count(1), document(canonical, called)), of, TIES)
    assert found.known is known


def test_a_report_told_of_before_stays_whose_it_is() -> None:
    told = document("Halden Institute's report", "it")
    assert reporting(told) == told
