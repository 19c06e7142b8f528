"""The living picture: the same facts in any order, all at once or one by one, and after a rebuild."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from benchmarks.readings_made import readings

from crosswire.app.gone import gone
from crosswire.events.memory import MemoryIndex
from crosswire.events.stream import Linker
from crosswire.model import Arrival, Picture, Reading, Selection
from crosswire.pipeline.live import Live
from crosswire.pipeline.tables import Tables, load_tables
from crosswire.store.store import SqlStore
from tests.builders import mention, reading, report

NOW = datetime(2026, 11, 1, tzinfo=UTC)
MADE = list(readings(30))


@pytest.fixture(scope="module")
def tables() -> Tables:
    return load_tables()


@pytest.fixture
def live(tmp_path: Path, tables: Tables) -> Iterator[Live]:
    store = SqlStore(str(tmp_path / "store.db"))
    yield Live(store, tables)
    store.close()


def take(live: Live, some: Iterable[Reading]) -> None:
    """Record and derive some readings."""
    live.record([(r, Arrival(NOW)) for r in some])
    live.catch_up(NOW)


def all_pictures(live: Live) -> dict[frozenset[str], Picture]:
    """Every picture by its mentions, listed or not."""
    with live.store.turn() as turn:
        ids = turn.all_events()
    found = live.store.pictures(sorted(ids))
    return {frozenset(p.event.mentions): p for p in found.values()}


def told(live: Live) -> dict[frozenset[str], tuple[object, ...]]:
    """What is known of every event, whatever its id."""
    return {
        mentions: (p.event.title, p.event.when, p.event.where, tuple(replace(f, event="") for f in p.facts), p.outlets)
        for mentions, p in all_pictures(live).items()
    }


@pytest.mark.parametrize("seed", range(2))
def test_the_order_and_the_parts_of_arrival_are_no_matter(seed: int, tmp_path: Path, tables: Tables) -> None:
    some = list(MADE)
    random.Random(seed).shuffle(some)  # noqa: S311
    one, other = (Live(SqlStore(str(tmp_path / name)), tables) for name in ("one.db", "other.db"))
    take(one, MADE)
    size = 7 + 6 * seed
    for start in range(0, len(some), size):
        take(other, some[start : start + size])
    assert told(other) == told(one)
    one.store.close()
    other.store.close()


def test_the_stored_index_groups_as_that_in_memory(live: Live, tables: Tables) -> None:
    for start in range(0, len(MADE), 3):
        take(live, MADE[start : start + 3])
    linker = Linker(tables.linking, MemoryIndex())
    for one in MADE:
        linker.add(one)
    with live.store.turn() as turn:
        held = turn.links.all_held()
    assert {frozenset(nodes) for nodes in held.values()} == {frozenset(n.id for n in e.nodes) for e in linker.all()}


def test_another_program_in_between_is_no_matter(live: Live, tables: Tables) -> None:
    other = Live(live.store, tables)
    for start in range(0, len(MADE), 10):
        take(live if start % 20 else other, MADE[start : start + 10])
    alone = told(live)
    live.rebuild(NOW)
    assert told(live) == alone


def test_ingesting_again_changes_nothing(live: Live) -> None:
    take(live, MADE)
    before, tally = all_pictures(live), live.store.tally()
    take(live, MADE)
    assert (all_pictures(live), live.store.tally()) == (before, tally)


def test_a_rebuild_keeps_every_id_and_logs_nothing(live: Live) -> None:
    for start in range(0, len(MADE), 9):
        take(live, MADE[start : start + 9])
    before, tally = all_pictures(live), live.store.tally()
    for _ in range(2):
        live.rebuild(NOW)
        assert all_pictures(live) == before
        assert live.store.tally() == tally
    take(live, readings(36, start=30))  # and it goes on from there
    assert live.store.tally().reports == 36


def test_changes_tell_what_became_of_an_event(live: Live) -> None:
    take(live, MADE[:1])
    take(live, MADE[1:])
    found = live.store.changes(0, 10_000)
    assert [c.token for c in found] == sorted({c.token for c in found})
    kinds = {c.kind for c in found}
    assert "new" in kinds
    assert kinds & {"up", "report"}
    listed, _ = live.store.listings(Selection(), (None, 500))
    assert {e.id for e in listed} <= {c.event for c in found if c.kind == "new"}


def edited(of: Reading, hours: int) -> Reading:
    """A later version of a report: the same address, other words in its last paragraph."""
    first = of.report
    text = first.text[:-9] + "edited.\n\n"
    assert first.published is not None
    again = replace(first, id=first.id + "e", text=text, published=first.published + timedelta(hours=hours))
    claims = tuple(replace(c, id=c.id + "e", report=again.id, mention=c.mention and c.mention + "e") for c in of.claims)
    mentions = tuple(replace(m, id=m.id + "e", report=again.id) for m in of.mentions)
    return Reading(again, claims, mentions, of.values)


def test_an_edited_report_takes_the_place_of_its_older_version(live: Live) -> None:
    take(live, MADE[:20])
    first = MADE[0]
    before = live.store.homes_of([first.report.id])
    assert before
    take(live, [edited(first, 2)])
    assert live.store.homes_of([first.report.id]) == {}
    after = live.store.homes_of([first.report.id + "e"])
    assert {m.removesuffix("e"): e for m, e in after.items()} == before
    versions = live.store.versions(first.report.id)
    assert [(v.number, v.current) for v in versions] == [(1, False), (2, True)]
    assert {e.kind for e in versions[1].edits} == {"published", "replaced"}


def test_an_older_version_that_comes_late_changes_no_picture(live: Live) -> None:
    take(live, [edited(MADE[0], 2), *MADE[1:20]])
    before = all_pictures(live)
    take(live, [MADE[0]])
    assert all_pictures(live) == before


def test_a_turn_that_fails_leaves_all_waiting(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    take(live, MADE[:10])
    before = all_pictures(live)
    live.record([(r, Arrival(NOW)) for r in MADE[10:]])
    with monkeypatch.context() as patched:
        patched.setattr("crosswire.pipeline.deriving.publish", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            live.catch_up(NOW)
    assert all_pictures(live) == before
    assert live.store.tally().waiting == 20
    live.catch_up(NOW)
    assert live.store.tally().waiting == 0
    again = told(live)
    live.rebuild(NOW)
    assert told(live) == again


def test_news_that_no_kind_of_event_takes_is_listed_as_what_it_is(live: Live) -> None:
    words = "The old harbour clock of Eskeport strikes again after forty silent years."
    take(live, [reading(replace(report(o, f"{words} {o} was there."), title=words)) for o in ("Gazette", "Herald")])
    listed, _ = live.store.listings(Selection(frame="news"), (None, 9))
    assert sum(e.reports for e in listed) == 2
    assert all(e.title == words and not e.standings for e in listed)
    hits, _ = live.store.search("Eskeport", (None, 9))
    assert {i for hit in hits for i in hit.events} == {e.id for e in listed}


def test_news_that_leads_with_an_event_is_that_event(live: Live) -> None:
    of = report("Gazette", "Rebels attacked the harbour of Eskeport.")
    take(live, [reading(of, mention(of))])
    listed, _ = live.store.listings(Selection(), (None, 9))
    assert [e.frame for e in listed] == ["attack"]


def test_an_event_that_is_no_more_is_told_of(live: Live) -> None:
    """Its only report is edited, and tells of something else: the id still leads to a word on it."""
    first = MADE[0]
    take(live, [first])
    before = {e.id for e in live.store.listings(Selection(), (None, 99))[0]}
    line = {"url": first.report.url, "published": NOW}
    other = replace(report("Paper", "The mayor opened a bridge in Eskeport.", NOW), **line)  # type: ignore[arg-type]
    take(live, [reading(other)])
    for event in before:
        if live.store.resolve(event) is None:
            error = gone(live.store, event)
            assert error is not None
            assert "no event of its own any more" in str(error)
            assert set(error.now) == {e.id for e in live.store.listings(Selection(), (None, 99))[0]} or not error.now
    assert any(live.store.resolve(event) is None for event in before)
    assert gone(live.store, "event-never") is None
