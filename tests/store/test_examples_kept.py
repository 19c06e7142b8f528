"""The examples in a store: one by one in any order they give the facts that a brief of all gives."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crosswire.app.knowledge import Knowledge
from crosswire.claims.read import Reader
from crosswire.events.stream import nodes_of
from crosswire.model import Brief, Given, Reading, Selection
from crosswire.pipeline.read import Pipeline, load_pipeline
from crosswire.pipeline.weigh import table_of, weigh_all
from tests.golden import EXAMPLES

FOLDERS = ("launch", "earthquake", "ship_attack", "tariff")


@pytest.fixture(scope="module")
def readings(reader: Reader) -> dict[str, list[Reading]]:
    pipeline: Pipeline = replace(load_pipeline(None), reader=reader)
    return {
        name: [r for r in pipeline.read([str(EXAMPLES / name)], Given(), io.BytesIO()) if isinstance(r, Reading)]
        for name in FOLDERS
    }


@pytest.fixture
def known(tmp_path: Path) -> Iterator[Knowledge]:
    opened = Knowledge(str(tmp_path / "store.db"))
    yield opened
    opened.close()


def facts(brief: Brief) -> dict[frozenset[str], dict[str, object]]:
    """The facts of each event that is told of, by its mentions, whatever its id."""
    found: dict[frozenset[str], dict[str, object]] = {}
    for event in brief.events:
        if event.mentions:
            own = {f.attribute: replace(f, event="") for f in brief.facts if f.event == event.id}
            found[frozenset(event.mentions)] = dict(own)
    return found


@pytest.mark.parametrize("name", FOLDERS)
def test_one_by_one_in_any_order_gives_the_facts_of_a_brief(
    name: str, readings: dict[str, list[Reading]], reader: Reader, known: Knowledge
) -> None:
    of_all = facts(weigh_all(readings[name], reader, ()))
    some = list(readings[name])
    random.Random(name).shuffle(some)  # noqa: S311
    for one in some:
        known.ingest_readings([one])
    listed = known.events(Selection(), limit=500).events
    kept = {k: v for e in listed for k, v in facts(only(known.event(e.id).brief)).items()}
    assert kept.keys() == of_all.keys()
    main = max(of_all, key=len)
    assert kept[main] == of_all[main]
    differ = [m for m in of_all if kept[m] != of_all[m]]
    assert differ == []


def only(brief: Brief) -> Brief:
    """The brief with its first event alone."""
    return replace(brief, events=brief.events[:1])


@pytest.mark.parametrize("name", FOLDERS)
def test_a_brief_links_by_all_that_the_store_links_by(
    name: str, readings: dict[str, list[Reading]], pipeline: Pipeline
) -> None:
    """A brief keeps less of each reading than the store; nothing that linking looks at is among what it drops."""
    table = table_of(pipeline.reader)
    lean, _ = pipeline.read_all([str(EXAMPLES / name)], Given(), io.BytesIO(), lambda *_: None)
    whole = {r.report.id: r for r in readings[name]}
    assert {r.report.id: nodes_of(r, table) for r in lean} == {i: nodes_of(r, table) for i, r in whole.items()}


JANUARY = "SEOUL, Jan. 7 - North Korea fired a ballistic missile on Wednesday, South Korea's military said.\n"
MARCH = (
    "SEOUL, March 4 - North Korea conducted its second missile launch this year on Wednesday, South Korea's "
    "military said.\n"
)


def test_an_ordinal_is_checked_against_all_that_is_stored(known: Knowledge, tmp_path: Path) -> None:
    verdicts = []
    for name, text in (("march", MARCH), ("january", JANUARY)):
        path = tmp_path / f"{name}.txt"
        path.write_text(f"North Korea fires missile\n\n{text}", encoding="utf-8")
        published = datetime(2026, 3, 4, 12, tzinfo=UTC) if name == "march" else datetime(2026, 1, 7, 12, tzinfo=UTC)
        known.ingest([str(path)], Given(outlet=name, published=published), None, lambda *_: None)
        march = known.events(Selection(frame="weapons_test", since=datetime(2026, 3, 1, tzinfo=UTC))).events[0]
        brief = known.event(march.id).brief
        verdicts.append({c.verdict for c in brief.checks if c.kind == "ordinal"})
    assert verdicts == [{"unchecked"}, {"consistent"}]
