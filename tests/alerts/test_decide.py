"""What is news for a watch, and what is not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from crosswire.alerts import decide as deciding
from crosswire.alerts.news import Look
from crosswire.alerts.watchlist import quiet_until, ready
from crosswire.model import Area, Change, Decision, Fact, Picture, Quiet, Text, Told, Watch
from tests.alerts.build import DAY, NOW, change, fact, number, picture, watch


def decide(asked: Watch, was: Told | None, known: Picture, changes: Sequence[Change], now: datetime) -> Decision:
    """With these changes, at this time."""
    return deciding.decide(asked, was, known, Look(changes, now))


NEAR = Area("Karsk", '{"type":"Point","coordinates":[31.0,70.0]}', 50.0)
FAR = Area("Lisbon", '{"type":"Point","coordinates":[-9.1,38.7]}', 50.0)


@pytest.mark.parametrize(
    ("asked", "known", "tells"),
    [
        (watch(), picture(), True),
        (watch(), picture(standing="reported", origins=1), False),
        (watch(), picture(standing="disputed", origins=2), False),
        (watch(least_origins=3), picture(), False),
        (watch(least_origins=3), picture(origins=3), True),
        (watch(least_standing="reported", least_origins=1), picture(standing="reported", origins=1), True),
        (watch(least_standing="reported", least_origins=1), picture(standing="reported", origins=0), False),
        (watch(least_standing="disputed", least_origins=0), picture(standing="disputed"), True),
        (watch(frames=frozenset({"earthquake"})), picture(), True),
        (watch(frames=frozenset({"flood"})), picture(), False),
        (watch(actors=frozenset({"Northland"})), picture(), True),
        (watch(actors=frozenset({"Southland"})), picture(), False),
        (watch(words=frozenset({"karsk"})), picture(), True),
        (watch(words=frozenset({"tanker"})), picture(), False),
        (watch(area=NEAR), picture(), True),
        (watch(area=FAR), picture(), False),
        (watch(severity={"magnitude": 6}), picture(fact("magnitude", number(6.3))), True),
        (watch(severity={"magnitude": 6}), picture(fact("magnitude", number(5.9))), False),
        (watch(severity={"magnitude": 6}), picture(), False),
        (watch(severity={"magnitude": 6}), picture(fact("magnitude", number(6.3), "reported", 1)), False),
        (watch(news=frozenset({"up"})), picture(), False),
        (watch(), picture(real=False), False),
        (watch(), picture(when=NOW - 60 * DAY), False),
        (watch(recent=90 * DAY), picture(when=NOW - 60 * DAY), True),
    ],
)
def test_whether_a_new_event_is_told(asked: Watch, known: Picture, tells: bool) -> None:
    decision = decide(asked, None, known, (), NOW)
    assert decision.tell is tells, decision.reasons
    assert decision.reasons


def disputed(*numbers: float) -> Fact:
    made = fact("magnitude", number(numbers[0]), "disputed", 2)
    others = tuple(replace(made.candidates[0], value=number(n)) for n in numbers)
    return replace(made, candidates=others)


def test_a_disputed_number_is_severe_where_both_sides_are() -> None:
    asked = watch(severity={"magnitude": 6})
    assert decide(asked, None, picture(disputed(6.3, 6.9)), (), NOW).tell
    assert not decide(asked, None, picture(disputed(6.3, 5.9)), (), NOW).tell


def told(known: Picture, asked: Watch | None = None) -> Told:
    decision = decide(asked or watch(), None, known, (), NOW)
    assert decision.told is not None
    return decision.told


KILLED_2, KILLED_9, MAGNITUDE_2 = fact("killed", number(2)), fact("killed", number(9)), fact("magnitude", number(2))


@pytest.mark.parametrize(
    ("before", "after", "what", "news"),
    [
        (picture(), picture(), (), []),
        (picture(), picture(), (change("report"),), []),
        (picture(), picture(), (change("merged"), change("edited")), []),
        (picture(KILLED_2), picture(KILLED_9), (change("value", "killed"),), ["value"]),
        (picture(KILLED_2), picture(KILLED_2), (change("value", "killed"), change("value", "killed")), []),
        (picture(MAGNITUDE_2), picture(disputed(2, 9)), (change("disputed", "magnitude"),), ["disputed"]),
        (picture(), picture(disputed(2, 9)), (change("disputed", "magnitude"),), []),
        (picture(), picture(standing="withdrawn"), (change("withdrawn", "happened"),), ["withdrawn"]),
        (picture(), picture(standing="disputed"), (change("disputed", "happened"),), ["disputed"]),
        (picture(), picture(real=False), (change("gone"),), ["withdrawn"]),
        (
            picture(fact("killed", number(2), "reported", 1)),
            picture(KILLED_2),
            (change("up", "killed"),),
            ["up"],
        ),
    ],
)
def test_what_is_news_after_the_first_alert(
    before: Picture, after: Picture, what: tuple[Change, ...], news: list[str]
) -> None:
    decision = decide(watch(), told(before), after, what, NOW)
    assert [kind for kind, _ in decision.news] == news
    assert decision.tell is bool(news)


def test_a_small_change_is_no_news() -> None:
    before, after = number(6.1), number(6.3)
    small = change("value", "magnitude", before=before, after=after)
    was = told(picture(fact("magnitude", before)))
    now = picture(fact("magnitude", after))
    assert decide(watch(), was, now, (small,), NOW).tell
    assert not decide(watch(bounds={"magnitude": 0.3}), was, now, (small,), NOW).tell
    assert decide(watch(bounds={"magnitude": 0.1}), was, now, (small,), NOW).tell


def test_an_event_that_leaves_the_area_is_still_told_of() -> None:
    was = told(picture(KILLED_2), watch(area=NEAR))
    moved = decide(watch(area=FAR), was, picture(KILLED_9), (change("value", "killed"),), NOW)
    assert moved.tell
    assert moved.where is not None
    assert moved.where.relation == "outside"


def test_a_coming_event_is_told_once_more_when_it_is_near() -> None:
    asked = watch(least_standing="reported", least_origins=0)
    coming = picture(ahead=True, when=NOW + 10 * DAY)
    first = decide(asked, None, coming, (), NOW)
    assert [kind for kind, _ in first.news] == ["new"]
    assert first.told is not None
    assert not decide(asked, first.told, coming, (), NOW + 5 * DAY).tell
    near = decide(asked, first.told, coming, (), NOW + 9.5 * DAY)
    assert [kind for kind, _ in near.news] == ["ahead"]
    assert near.told is not None
    assert not decide(asked, near.told, coming, (), NOW + 9.6 * DAY).tell


def test_numbers_of_alerts_go_up_and_refer_back() -> None:
    first = told(picture(KILLED_2))
    second = decide(watch(), first, picture(KILLED_9), (change("value", "killed"),), NOW).told
    assert second is not None
    assert (first.number, second.number) == (1, 2)


@pytest.mark.parametrize(
    ("now", "until"),
    [
        (datetime(2026, 1, 28, 20, 59, tzinfo=UTC), None),
        (datetime(2026, 1, 28, 21, 0, tzinfo=UTC), datetime(2026, 1, 29, 5, 0, tzinfo=UTC)),
        (datetime(2026, 1, 29, 4, 59, 30, tzinfo=UTC), datetime(2026, 1, 29, 5, 0, tzinfo=UTC)),
        (datetime(2026, 1, 29, 5, 0, tzinfo=UTC), None),
        (datetime(2026, 1, 29, 12, 0, tzinfo=UTC), None),
    ],
)
def test_quiet_hours_are_the_users_own(now: datetime, until: datetime | None) -> None:
    """22:00 to 06:00 in Berlin is 21:00 to 05:00 UTC in winter."""
    assert quiet_until(Quiet(22 * 60, 6 * 60, "Europe/Berlin"), now) == until
    assert quiet_until(None, now) is None


def test_ten_thousand_watches_are_asked_in_no_time() -> None:
    areas = [
        Area("box", f'{{"type":"Polygon","coordinates":[[[{x},{y}],[{x + 2},{y}],[{x + 2},{y + 2}],[{x},{y}]]]}}')
        for x in range(-180, 180, 4)
        for y in range(-80, 80, 2)
    ]
    watches = [replace(watch(area=areas[i % len(areas)]), id=f"w{i}", name=f"w{i}") for i in range(10_000)]
    listed = ready(watches)
    known = picture()
    concerned = listed.concerned(known)
    assert len(concerned) < 200
    assert sum(decide(one, None, known, (), NOW).tell for one in concerned) <= len(concerned)


def test_paused_watches_are_not_asked() -> None:
    assert not ready([watch(paused=True)]).concerned(picture())


def test_text_is_no_number() -> None:
    known = picture(fact("magnitude", Text("strong", "strong")))
    assert not decide(watch(severity={"magnitude": 1}), None, known, (), NOW + timedelta(0)).tell
