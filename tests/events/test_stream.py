"""The stream: the same events in any order and at once; ids that follow; a person's word."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from datetime import timedelta
from itertools import combinations
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.claims.read import Reader
from crosswire.events import grouping, keys
from crosswire.events.memory import MemoryIndex
from crosswire.events.stream import Linker, nodes_of
from crosswire.events.tell import batched, link
from crosswire.model import Given, Reading, Time, Value, judgement, news_id
from crosswire.pipeline.read import Pipeline
from crosswire.pipeline.resting import Resting
from crosswire.pipeline.weigh import table_of
from tests.builders import NOON, day, mention, reading, report
from tests.events.test_link import ISRAEL, KYIV, ODESA, RUSSIA, TABLE

WORDS = ("harbour", "minister", "tariff", "striker", "goalkeeper", "senate", "volcano", "budget")


def partition(linker: Linker) -> set[tuple[str, ...]]:
    """The events as sets of nodes, without their ids."""
    return {tuple(n.id for n in linked.nodes) for linked in linker.all()}


def streamed(readings: Sequence[Reading]) -> Linker:
    linker = Linker(TABLE, MemoryIndex())
    for one in readings:
        linker.add(one)
    return linker


def story(
    name: str, shift: int, words: Sequence[str], *told: tuple[Time | None, tuple[tuple[str, Value], ...]]
) -> Reading:
    of = report(name, f"{name} writes: {' '.join(words)}.", NOON + timedelta(days=shift))
    return reading(of, *(mention(of, "attack", when, values) for when, values in told))


PLACES, ACTORS = (KYIV, ODESA, None), (RUSSIA, ISRAEL, None)


@st.composite
def readings(draw: st.DrawFn) -> list[Reading]:
    """Reports of a few days about few things, so that many are nearly alike."""
    made = []
    for i in range(draw(st.integers(2, 12))):
        shift = draw(st.integers(0, 4))
        words = draw(st.lists(st.sampled_from(WORDS), min_size=2, max_size=4, unique=True))
        told = []
        for _ in range(draw(st.integers(0, 2))):
            when = day(f"2026-03-{draw(st.integers(2, 6)):02d}") if draw(st.booleans()) else None
            values = tuple(v for v in (draw(st.sampled_from(PLACES)), draw(st.sampled_from(ACTORS))) if v)
            told.append((when, values))
        made.append(story(f"Paper {i}", shift, words, *told))
    return made


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bounds so small that a dozen reports reach them: who is compared then changes as others come between."""
    monkeypatch.setattr(keys, "WIDE", 2)
    monkeypatch.setattr(keys, "NARROW", 1)
    monkeypatch.setattr(grouping, "LARGE", 4)


@settings(max_examples=60, deadline=None)
@given(readings(), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_events(made: list[Reading], random: Random) -> None:
    shuffled = list(made)
    random.shuffle(shuffled)
    assert partition(streamed(shuffled)) == partition(link(made, TABLE))


@pytest.mark.usefixtures("narrow")
def test_any_order_gives_the_same_events_where_the_bounds_are_reached() -> None:
    @settings(max_examples=150, deadline=None, database=None)
    @given(readings(), st.randoms(use_true_random=False))
    def check(made: list[Reading], random: Random) -> None:
        shuffled = list(made)
        random.shuffle(shuffled)
        assert partition(streamed(shuffled)) == partition(link(made, TABLE))

    check()


@pytest.mark.usefixtures("narrow")
def test_what_is_removed_was_never_there() -> None:
    @settings(max_examples=80, deadline=None, database=None)
    @given(readings(), st.integers(0, 11))
    def check(made: list[Reading], which: int) -> None:
        gone = made[which % len(made)]
        linker = streamed(made)
        linker.remove(gone.report.id)
        assert partition(linker) == partition(streamed([r for r in made if r.report.id != gone.report.id]))

    check()


@settings(max_examples=60, deadline=None)
@given(readings(), st.randoms(use_true_random=False), st.integers(1, 5))
def test_taken_in_together_or_one_by_one_is_the_same(made: list[Reading], random: Random, size: int) -> None:
    shuffled = list(made)
    random.shuffle(shuffled)
    linker = Linker(TABLE, MemoryIndex())
    for part in batched(shuffled, size):
        linker.add_many(nodes_of(one, TABLE) for one in part)
    assert partition(linker) == partition(streamed(made))


@pytest.mark.usefixtures("narrow")
def test_taken_in_together_is_the_same_where_the_bounds_are_reached() -> None:
    @settings(max_examples=100, deadline=None, database=None)
    @given(readings(), st.integers(1, 6))
    def check(made: list[Reading], size: int) -> None:
        linker = Linker(TABLE, MemoryIndex())
        for part in batched(made, size):
            linker.add_many(nodes_of(one, TABLE) for one in part)
        assert partition(linker) == partition(streamed(made))

    check()


@settings(max_examples=40, deadline=None)
@given(readings(), st.integers(0, 11))
def test_what_rests_elsewhere_changes_nothing(made: list[Reading], which: int) -> None:
    with Resting() as rest:
        linker = Linker(TABLE, MemoryIndex(rest=rest, awake=2))
        for one in made:
            linker.add(one)
        assert partition(linker) == partition(streamed(made))
        gone = made[which % len(made)]
        linker.remove(gone.report.id)
        assert partition(linker) == partition(streamed([r for r in made if r.report.id != gone.report.id]))


@settings(max_examples=60, deadline=None)
@given(readings())
def test_those_that_are_not_compared_for_their_days_would_be_judged_two(made: list[Reading]) -> None:
    every = [node for one in made for node in nodes_of(one, TABLE)]
    linker = streamed(made)
    for a, b in combinations(every, 2):
        if a.report != b.report and TABLE.family(a) == TABLE.family(b) and keys.apart(keys.days(a), keys.days(b)):
            assert linker.explain(a.id, b.id).verdict == "different"


@pytest.mark.parametrize("folder", ["launch", "earthquake", "ship_attack", "tariff"])
def test_the_examples_come_out_the_same_in_any_order(
    folder: str, example_readings: dict[str, list[Reading]], reader: Reader
) -> None:
    table = table_of(reader)
    made = example_readings[folder]
    whole = partition(link(made, table))
    for seed in range(25):
        linker = Linker(table, MemoryIndex())
        for one in Random(seed).sample(made, len(made)):  # noqa: S311 - an order, no secret
            linker.add(one)
        assert partition(linker) == whole


def test_the_same_set_at_once_gives_the_same_ids() -> None:
    made = [story(f"Paper {i}", i % 3, ["harbour", "striker"], (day("2026-03-03"), (KYIV,))) for i in range(6)]
    assert link(made, TABLE).all() == link(made[::-1], TABLE).all()


def test_reports_too_unlike_to_be_one_still_tell_how_unlike_they_are() -> None:
    """The mean over two groups is of what their words say; for 0 where two share a little it kept events apart."""
    linker = Linker(TABLE, MemoryIndex())
    texts = {
        "A": "A ferry with pilgrims sank off Zanzibar; divers search the wreck.",
        "B": "Owners of a ferry were questioned by prosecutors about lifejackets and crowding.",
        "C": "Parliament raised the duty on imported sugar after farmers marched.",
    }
    ids = {name: news_id(reading(report(name, text, NOON)).report.id) for name, text in texts.items()}
    for name, text in texts.items():
        linker.add(reading(report(name, text, NOON)))
    near, far = (linker._meeting.judged(ids["A"], ids[other]) for other in "BC")
    assert near.verdict == far.verdict == "different"
    assert near.score > far.score


def test_a_report_that_comes_again_changes_nothing() -> None:
    one = story("Paper", 0, ["harbour", "striker"])
    linker = streamed([one])
    assert not linker.add(one).history


A = story("A", 0, ["harbour", "striker"], (day("2026-03-03"), (KYIV, RUSSIA)))
B = story("B", 0, ["senate", "budget"], (day("2026-03-03"), (KYIV, RUSSIA)))
OTHER = story("C", 0, ["senate", "volcano"], (day("2026-03-03"), (ODESA, RUSSIA)))


def test_an_event_keeps_its_id_when_a_report_joins() -> None:
    linker = Linker(TABLE, MemoryIndex())
    (first,) = linker.add(A).changed
    event = next(e for e in linker.add(B).changed if len({n.report for n in e.nodes}) == 2)
    assert event.id == first.id


def test_after_a_merge_the_old_id_resolves_and_after_a_split_the_part_says_where_it_came_from() -> None:
    linker = streamed([A, OTHER])
    a, b = (linker.index.event(news_id(r.report.id)) for r in (A, OTHER))
    assert a and b and a != b
    nodes = (news_id(A.report.id), news_id(OTHER.report.id))
    merged = linker.judge(judgement(nodes, "same", "Ana", NOON))
    (gone,) = merged.gone
    kept = ({a, b} - {gone}).pop()
    found = linker.linked(gone)
    assert found is not None and found.id == kept and {n.report for n in found.nodes} == {A.report.id, OTHER.report.id}
    linker.judge(judgement(nodes, "same", "Ana", NOON + timedelta(hours=1), undone=True))
    now = {linker.index.event(node) for node in nodes}
    assert len(now) == 2 and kept in now
    part = (now - {kept}).pop()
    assert part is not None and linker.index.origin(part) == kept


def test_a_persons_word_wins_and_can_be_undone_and_may_come_first() -> None:
    nodes = (news_id(A.report.id), news_id(B.report.id))
    before = partition(streamed([A, B]))
    word = judgement(nodes, "different", "Ana", NOON)
    linker = streamed([A, B])
    linker.judge(word)
    assert len({linker.index.event(n.id) for r in (A, B) for n in nodes_of(r, TABLE)}) == 2
    early = Linker(TABLE, MemoryIndex())
    early.judge(word)
    early.add(B)
    early.add(A)
    assert partition(early) == partition(linker)
    linker.judge(judgement(nodes, "different", "Ana", NOON + timedelta(hours=1), undone=True))
    assert partition(linker) == before


def test_an_edited_report_keeps_its_event() -> None:
    linker = streamed([A, B, OTHER])
    event = linker.index.event(news_id(A.report.id))
    edited = story("A", 0, ["harbour", "striker", "minister"], (day("2026-03-03"), (KYIV, RUSSIA)))
    linker.replace(A.report.id, edited)
    assert linker.index.event(news_id(edited.report.id)) == event
    assert partition(linker) == partition(streamed([edited, B, OTHER]))


def test_the_index_can_be_put_away_and_taken_up() -> None:
    linker = streamed([A, OTHER])
    again = Linker(TABLE, pickle.loads(pickle.dumps(linker.index)))  # noqa: S301 - our own bytes
    again.add(B)
    linker.add(B)
    assert again.all() == linker.all()


@pytest.fixture(scope="module")
def example_readings(pipeline: Pipeline) -> dict[str, list[Reading]]:
    folders = ("launch", "earthquake", "ship_attack", "tariff")
    root = Path(__file__).parents[2] / "examples"
    with Path("/dev/null").open("rb") as nothing:
        return {
            f: [r for r in pipeline.read([str(root / f)], Given(), nothing) if isinstance(r, Reading)] for f in folders
        }
