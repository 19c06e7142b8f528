"""Windows of days put together: one event over all days, and only open days held."""

from __future__ import annotations

from typing import Any

from crosswire.pipeline.backfill.link import Assigned


def row(event: str, node: str, day: int, *why: str) -> dict[str, Any]:
    """A node of an event as a window tells it."""
    told = {"event": event, "node": node, "report": f"r-{node}", "day": f"2026-01-0{day}", "mentions": [node]}
    return {**told, "late": False, "why": list(why)}


def late(event: str, node: str, day: int) -> dict[str, Any]:
    """A node of a report far behind the window, which looks back on its day."""
    return {**row(event, node, day), "late": True}


def put(*windows: tuple[int, list[dict[str, Any]]]) -> dict[str, list[tuple[str, str, str]]]:
    """Day -> (event, node, the event's first day), as the windows of these days come in order."""
    assigned, found = Assigned(), {}
    for day, rows in windows:
        assigned.take(rows)
        for done, own in assigned.finished(f"2026-01-0{day}"):
            found[done[-1]] = [(str(r["event"]), str(r["node"]), str(r["event_day"])[-1]) for r in own]
        assert all(d > f"2026-01-0{day}" for d in assigned.rows), "finished days are held no longer"
        assert len(assigned.home) == sum(map(len, assigned.rows.values()))
        assert assigned.late <= set(assigned.home)
    for done, own in assigned.finished():
        found[done[-1]] = [(str(r["event"]), str(r["node"]), str(r["event_day"])[-1]) for r in own]
    return found


def test_an_event_goes_on_over_windows() -> None:
    found = put(
        (1, [row("e", "a", 1), row("e", "b", 2)]),
        (2, [row("f", "b", 2), row("f", "c", 4)]),
        (4, [row("g", "c", 4), row("g", "d", 5)]),
    )
    assert found == {"1": [("e", "a", "1")], "2": [("e", "b", "1")], "4": [("e", "c", "1")], "5": [("e", "d", "1")]}


def test_a_node_stays_where_it_came_first() -> None:
    found = put((1, [row("e", "a", 1), row("e", "b", 2)]), (2, [row("f", "b", 2), row("f", "c", 2), row("h", "d", 2)]))
    assert found["2"] == [("e", "b", "1"), ("e", "c", "1"), ("h", "d", "2")]


def test_the_most_shared_event_goes_on_and_two_never_grow_into_one() -> None:
    found = put(
        (1, [row("e", "a", 2), row("f", "b", 2), row("f", "c", 3)]),
        (2, [row("x", "a", 2), row("x", "b", 2), row("x", "c", 3), row("x", "d", 4)]),
    )
    assert found["2"] == [("e", "a", "2"), ("f", "b", "2")]
    assert found["4"] == [("f", "d", "2")]


def test_a_name_used_before_is_not_used_again() -> None:
    found = put((1, [row("e", "a", 1)]), (2, [row("e", "b", 2)]))
    assert found["1"] == [("e", "a", "1")]
    assert found["2"][0][0] != "e"


def test_reasons_of_one_node_are_put_together() -> None:
    assigned = Assigned()
    assigned.take([row("e", "a", 2, "same place")])
    assigned.take([row("e", "a", 2, "same place", "same number")])
    assert [r["why"] for _, rows in assigned.finished() for r in rows] == [["same place", "same number"]]


def test_a_look_back_is_of_the_old_event() -> None:
    found = put(
        (1, [row("e", "a", 1), late("e", "z", 8)]),
        (8, [row("g", "z", 8), row("g", "news", 8)]),
    )
    assert found == {"1": [("e", "a", "1")], "8": [("e", "news", "1"), ("e", "z", "1")]}


def test_a_look_back_takes_no_crowd_with_it() -> None:
    found = put(
        (1, [row("e", "a", 1), late("e", "z", 8)]),
        (8, [row("g", "z", 8), row("g", "b", 8), row("g", "c", 8)]),
    )
    assert found["8"] == [("e", "z", "1"), ("g", "b", "8"), ("g", "c", "8")]
