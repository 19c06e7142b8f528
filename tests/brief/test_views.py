"""Opinions and what is expected: what is shown, once, and with which day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from crosswire.brief.sheet import Sheet
from crosswire.model import Ahead, Speaker, Time

from .build import Desk
from .test_order import made, sheet

ANA = Speaker("Ana Paz", "Ana Paz", "person")
BEN = Speaker("Ben Ode", "Ben Ode", "person")


def composed(desk: Desk, **more: Any) -> Sheet:
    return sheet(made(desk.reports, desk.claims, **more))


def test_a_view_told_in_the_same_words_by_another_report_is_one_line() -> None:
    desk = Desk()
    for outlet, words in (
        ("Gazette", "The strike could last for many more weeks."),
        ("Courier", "The strike could last for many weeks."),
        ("Ledger", "The talks could begin in many weeks."),
    ):
        desk.claim(desk.report(outlet, f"A title\n\n{words}"), words, kind="expectation", view="foresees")
    shown = composed(desk).opinions
    assert [(o.evidence.outlet, [e.outlet for e in o.evidence.same]) for o in shown] == [
        ("Gazette", ["Courier"]),
        ("Ledger", []),
    ]


def test_what_two_people_hold_in_the_same_words_is_two_lines() -> None:
    desk = Desk()
    words = "the strike could last for many weeks"
    for outlet, who in (("Gazette", ANA), ("Courier", BEN), ("Ledger", ANA)):
        report = desk.report(outlet, f"A title\n\nSomebody said {words}.")
        desk.claim(report, words, who, kind="expectation", view="foresees")
    shown = composed(desk).opinions
    assert [(o.evidence.via, len(o.evidence.same)) for o in shown] == [(("Ana Paz",), 1), (("Ben Ode",), 0)]


@pytest.mark.parametrize("view", [None, "announces"])
def test_an_expectation_that_foresees_nothing_is_no_opinion(view: str | None) -> None:
    desk = Desk()
    report = desk.report("Gazette", "A title\n\nThe council will meet on Friday.")
    desk.claim(report, "The council will meet on Friday.", kind="expectation", view=view)
    assert not composed(desk).opinions


@pytest.mark.parametrize(
    ("lead", "shown"), [("by", "by March 2026"), ("before", "before March 2026"), ("in", "March 2026")]
)
def test_a_deadline_is_called_one(lead: str, shown: str) -> None:
    desk = Desk()
    words = f"Members will vote {lead} March."
    report = desk.report("Gazette", f"A title\n\n{words}", datetime(2026, 2, 1, tzinfo=UTC))
    claim = desk.claim(report, words, kind="expectation", view="announces")
    start = datetime(2026, 3, 1, tzinfo=UTC)
    march = Time("March", start, start + timedelta(days=31), "month")
    ahead = (Ahead(words, march, (claim.id,)),)
    assert [note.when for note in composed(desk, ahead=ahead).ahead] == [shown]
    assert [note.when for note in composed(desk, ahead=(Ahead("Vote", march, (claim.id,)),)).ahead] == [shown]


@pytest.mark.parametrize(
    ("lead", "told", "shown"),
    [
        ("before", "the end of March", "before the end of March 2026"),
        ("by", "the end of March 2026", "by the end of March 2026"),
        ("by", "the end of the month", "by the end of the month (27 to 31 March 2026)"),
        ("at", "the end of March", "the end of March (27 to 31 March 2026)"),
    ],
)
def test_a_deadline_is_no_span_of_days(lead: str, told: str, shown: str) -> None:
    desk = Desk()
    words = f"Members will vote {lead} {told}."
    report = desk.report("Gazette", f"A title\n\n{words}", datetime(2026, 2, 1, tzinfo=UTC))
    claim = desk.claim(report, words, kind="expectation", view="announces")
    when = Time(told, datetime(2026, 3, 27, tzinfo=UTC), datetime(2026, 4, 1, tzinfo=UTC), "vague")
    assert [note.when for note in composed(desk, ahead=(Ahead(words, when, (claim.id,)),)).ahead] == [shown]


@pytest.mark.parametrize(("view", "lines"), [("announces", 1), (None, 0)])
def test_a_coming_event_without_a_day_is_told_by_somebody(view: str | None, lines: int) -> None:
    desk = Desk()
    report = desk.report("Gazette", "A title\n\nThe council will sue the firm.")
    claim = desk.claim(report, "The council will sue the firm.", kind="expectation", view=view)
    shown = composed(desk, ahead=(Ahead("Council sues firm", None, (claim.id,)),)).ahead
    assert len(shown) == lines


def test_a_forecast_of_a_day_told_by_two_in_the_same_words_is_one_line() -> None:
    desk = Desk()
    start = datetime(2026, 3, 6, tzinfo=UTC)
    friday = Time("Friday", start, start + timedelta(days=1), "day")
    ahead = []
    for outlet, words in (
        ("Gazette", "The council will vote on Friday."),
        ("Courier", "The council will vote on Friday"),
    ):
        report = desk.report(outlet, f"A title\n\n{words}", datetime(2026, 3, 1, tzinfo=UTC))
        claim = desk.claim(report, words, kind="expectation", view="announces")
        ahead.append(Ahead(words, friday, (claim.id,)))
    shown = composed(desk, ahead=tuple(ahead)).ahead
    assert [(note.when, len(note.evidence[0].same)) for note in shown] == [("Friday 6 March 2026", 1)]


def test_what_another_part_of_the_page_shows_is_no_opinion_beside_it() -> None:
    desk = Desk()
    words = "The strike could last for many weeks."
    told = desk.report("Gazette", f"A title\n\n{words}")
    again = desk.report("Courier", f"A title\n\nNews. {words}")
    first = desk.claim(told, words, kind="expectation", view="foresees")
    desk.claim(again, words, kind="expectation", view="foresees")
    assert len(composed(desk).opinions) == 1
    assert not composed(desk, ahead=(Ahead("Strike goes on", None, (first.id,)),)).opinions
