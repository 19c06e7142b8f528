"""Which events stand beside the main one, and as what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from crosswire.events.beside import beside, is_told, role_of
from crosswire.events.nodes import Node
from crosswire.events.pairs import Judged, Verdict
from crosswire.events.story import Told
from crosswire.events.stream import Linked
from crosswire.model import Frame, Party, Place, Telling, Text, Time, Value

LATEST = datetime(2026, 3, 6, tzinfo=UTC)
FRAMES = {
    "attack": Frame("attack", "", (), (), aftermath=frozenset({"rubble"})),
    "tariff": Frame("tariff", "", (), ()),
    "arrest": Frame("arrest", "", (), (), response=True),
    "open": Frame("open", "", (), ()),
}
BAKER: tuple[tuple[str, tuple[Value, ...]], ...] = (("whom", (Text("baker", "baker"),)),)


def day(iso: str, granularity: str = "day") -> Time:
    start = datetime.fromisoformat(iso).replace(tzinfo=UTC)
    length = {"day": 1, "month": 28, "year": 365}[granularity]
    return Time(iso, start, datetime.fromtimestamp(start.timestamp() + length * 86400, UTC), granularity)  # type: ignore[arg-type]


def told(  # noqa: PLR0917 - the order is how often each is given
    id_: str,
    frame: str = "arrest",
    when: Time | None = None,
    telling: Telling = "told",
    reports: Sequence[str] = ("r1",),
    values: tuple[tuple[str, tuple[Value, ...]], ...] = BAKER,
) -> Told:
    nodes = tuple(
        Node(f"{id_}{r}", r, frame, LATEST, 0.5, when=when, telling=telling, values=values, phrases=(id_,))
        for r in reports
    )
    return Told(Linked(id_, nodes), nodes, (), FRAMES[frame], 1.0, when, "happened")


MAIN = told(
    "main",
    "attack",
    day("2026-03-04"),
    reports=("r1", "r2"),
    values=(("where", (Place("Rimford", "Rimford", None, None, None),)),),
)


def shown(*others: Told, verdict: Verdict = "unsure", main: Told = MAIN) -> list[tuple[str, str]]:
    judged = Judged(verdict, 0.0, ())
    found = beside(main, others, LATEST, (lambda a, b: a.frame == b.frame, lambda a, b: judged))
    return [(one.linked.id, role) for one, role, is_shown in found if is_shown]


@pytest.mark.parametrize(
    ("one", "is_shown"),
    [
        (told("one"), True),
        (told("one", telling="known"), False),
        (told("one", telling="known", when=day("2024-01-01", "year")), True),
        (told("one", telling="aside", when=day("2024-01-01", "year")), False),
        (told("one", telling="aside", reports=("r1", "r2")), True),  # two reports need no verb of their own
        (told("one", values=()), False),  # "died": nobody knows who
        (replace(told("one"), modality="hypothetical"), False),
        (replace(told("one"), modality="negated"), True),
        (told("one", "open", reports=("r1", "r2")), False),
        (told("one", "open", day("1923-04-22"), reports=("r1", "r2")), True),
    ],
)
def test_what_is_told_is_shown(one: Told, is_shown: bool) -> None:
    assert is_told(one) is is_shown
    assert bool(shown(one)) is is_shown


def test_what_cannot_be_told_from_the_main_event_is_no_other() -> None:
    again = told("again", "attack")
    assert shown(again) == []
    assert shown(again, verdict="different") == [("again", "background")]
    earlier = told("earlier", "attack", day("2019-01-01", "year"))
    assert shown(earlier) == [("earlier", "background")]
    elsewhere = told("elsewhere", "attack", values=(("where", (Place("Osk", "Osk", None, None, None),)),))
    assert shown(elsewhere) == [("elsewhere", "background")]


def test_a_day_of_the_news_tells_no_event_from_one_without_a_day() -> None:
    undated = told("main", "attack", reports=("r1", "r2"))
    assert shown(told("again", "attack", day("2026-03-04")), main=undated) == []
    weeks_before = told("before", "attack", day("2026-02-04"))
    assert shown(weeks_before, main=undated) == [("before", "background")]


def test_what_is_to_come_is_shown_once_and_with_a_report_that_puts_it_ahead() -> None:
    coming = replace(told("coming"), modality="expected")
    assert shown(coming, replace(told("too"), modality="expected")) == [("coming", "ahead")]
    only_before = told("vote", telling="known")
    nodes = tuple(replace(n, sequence="after") for n in only_before.nodes)
    assert shown(replace(only_before, nodes=nodes)) == []  # "shortly before the vote"
    assert shown(replace(told("again", "attack"), modality="expected")) == []  # the main event, as it was planned


def test_an_event_is_shown_once() -> None:
    assert shown(told("one"), told("two")) == [("one", "reaction")]
    other = told("two", values=(("whom", (Party("Ana Roe", "Ana Roe", None, "person"),)),))
    assert len(shown(told("one"), other)) == 2


@pytest.mark.parametrize(
    ("when", "main", "role"),
    [
        (day("2026-03-05"), "attack", "reaction"),
        (day("2026-03-03"), "attack", "background"),
        (day("2010-01-01", "year"), "attack", "background"),
        (None, "attack", "reaction"),  # what befell somebody is answered
        (None, "tariff", "background"),  # nobody knows which came first
    ],
)
def test_a_reaction_is_of_its_day_or_of_what_befell_somebody(when: Time | None, main: str, role: str) -> None:
    first = told("main", main, day("2026-03-04"), reports=("r1", "r2"))
    assert role_of(told("one", when=when), first, LATEST) == role


def test_a_year_is_no_day_of_what_came_of_an_undated_event() -> None:
    first = told("main", "attack", reports=("r1", "r2"))
    assert role_of(told("one", when=day("2010-01-01", "year")), first, LATEST) == "background"
