"""What a page shows at once is what is known of the event, however many reports tell of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from benchmarks.readings_made import reading, readings

from crosswire.model import Arrival, Fact, Reading, Selection
from crosswire.pipeline.dossier import dossier
from crosswire.pipeline.glance import MOST, glance
from crosswire.pipeline.live import Live
from crosswire.pipeline.tables import Tables, load_tables
from crosswire.store.store import SqlStore

NOW = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def tables() -> Tables:
    return load_tables()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = SqlStore(str(tmp_path / "store.db"))
    yield found
    found.close()


def kept(store: SqlStore, tables: Tables, some: list[Reading]) -> list[str]:
    """The ids of the events that some readings tell, those of most reports first."""
    live = Live(store, tables)
    live.record([(r, Arrival(NOW)) for r in some])
    live.catch_up(NOW)
    listed, _ = store.listings(Selection(), (None, 500))
    return [e.id for e in sorted(listed, key=lambda e: -e.reports)]


def bare(fact: Fact) -> tuple[object, ...]:
    """A fact without the claims behind it."""
    return fact.attribute, fact.standing, fact.value, fact.reasons, [c.origins for c in fact.candidates]


def test_an_event_of_some_reports_is_shown_whole(store: SqlStore, tables: Tables) -> None:
    event = kept(store, tables, list(readings(40)))[0]
    whole, (brief, beside) = dossier(store, event, tables), glance(store, event, tables)
    own = set(brief.events[0].reports)
    assert {r.id for r in brief.reports} == own
    assert [f for f in whole.facts if f.event == event] == list(brief.facts)
    assert {c for c in whole.claims if c.report in own} == set(brief.claims)
    assert {e.id: e.role for e in brief.events[1:]} == {e.id: e.role for e in whole.events if e.id in beside}
    assert set(beside) == {e.id for e in brief.events[1:]} != set()


def test_of_very_many_reports_each_answer_has_its_words(store: SqlStore, tables: Tables) -> None:
    event = kept(store, tables, [reading(i, 7) for i in range(3 * MOST)])[0]
    brief, _ = glance(store, event, tables)
    whole = dossier(store, event, tables)
    assert len(brief.reports) == MOST < len(brief.events[0].reports)
    facts = [f for f in whole.facts if f.event == event]
    assert [bare(f) for f in brief.facts] == [bare(f) for f in facts]
    known = {c.id for c in brief.claims}
    for fact in brief.facts:
        for answer in fact.candidates:
            assert answer.claims
            assert set(answer.claims) <= known
    assert {o for f in facts for c in f.candidates for o in c.origins} <= {o.id for o in brief.origins}
