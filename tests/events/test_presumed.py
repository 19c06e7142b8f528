"""What a reader presumes of reports of one story, and what tells otherwise: a row, a trial, a day, a victim."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from crosswire.claims.read import Reader, read
from crosswire.events.aside import is_past
from crosswire.events.beside import is_ahead
from crosswire.events.facets import facets
from crosswire.events.features.kind import kind_of_telling
from crosswire.events.features.story import together
from crosswire.events.features.telling import sentence
from crosswire.events.features.time import called_days, news_interval, own_interval, time
from crosswire.events.nodes import OPEN, Node, make_nodes
from crosswire.events.pairs import Judged, Pair, Seen, Verdict, Weighing
from crosswire.events.people import are_apart, are_two, people
from crosswire.events.presumed import may_be_presumed, presumed, weighing
from crosswire.events.recall import Weighed
from crosswire.events.score import SAME_AT
from crosswire.events.settle import Component, settle
from crosswire.events.stream import Linked
from crosswire.events.tell import link, tell
from crosswire.model import Block, Frame, Report, Text, Time, Value
from crosswire.pipeline.weigh import table_of
from tests.builders import report
from tests.events.test_link import TABLE

KILLING = Frame("killing", "{called}", (), (), same_if={"victim": "overlap"}, family="violence", repeats=True)
ONE = Node("one", "r", "killing", None, 0.7, phrases=("killed",))
OTHER = replace(ONE, id="other", report="s", prominence=0.3)
FRIDAY, SUNDAY = (Time(day, None, None, "day") for day in ("Friday night", "Sunday"))
SIXTH = Time("Dec. 6", datetime(2026, 12, 6, tzinfo=UTC), datetime(2026, 12, 7, tzinfo=UTC), "day")  # a Sunday


def pair(a: Node, b: Node) -> Pair:
    return Pair(a, b, facets(a), facets(b), KILLING, TABLE.scale)


def told(node: Node, **answers: Value) -> Node:
    return replace(node, values=tuple((name, (value,)) for name, value in answers.items()))


def whom(head: str, words: str | None = None) -> Text:
    return Text(words or head, head)


@pytest.mark.parametrize(
    ("a", "b", "seen", "is_presumed"),
    [
        (ONE, OTHER, [("undated", -0.6), ("actors", 0.9)], True),
        (ONE, OTHER, [("undated", -0.6), ("strangers", -0.8), ("places", 0.6)], True),
        (ONE, OTHER, [("undated", -0.6)], False),
        (ONE, OTHER, [("names", 0.6)], False),
        (ONE, OTHER, [("places", -0.5)], False),
        (replace(ONE, prominence=0.6), OTHER, [], False),
        (ONE, replace(OTHER, frame="theft"), [], False),
        (ONE, replace(OTHER, another=True), [], False),
        (ONE, replace(OTHER, several=True), [], False),
        (replace(ONE, several=True), replace(OTHER, several=True), [("places", 0.9)], True),
        (ONE, replace(OTHER, back=True), [], False),
        (ONE, replace(OTHER, modality="negated"), [], False),
        (told(ONE, victim=whom("teenager")), told(OTHER, victim=whom("worker")), [("time", 0.9)], False),
        (told(ONE, victim=whom("teenager")), told(OTHER, victim=whom("boy")), [("time", 0.9)], True),
        (replace(ONE, frame=OPEN), replace(OTHER, frame=OPEN), [("deed", 0.5), ("actors", 0.9)], True),
        (replace(ONE, frame=OPEN), replace(OTHER, frame=OPEN), [("deed", 0.5)], False),
        (replace(ONE, frame=OPEN), replace(OTHER, frame=OPEN), [("actors", 0.9)], False),
    ],
)
def test_two_mentions_are_presumed_to_be_one(
    a: Node, b: Node, seen: list[tuple[str, float]], is_presumed: bool
) -> None:
    told_so = [(name, Seen(points, "")) for name, points in seen]
    found = presumed(pair(a, b), told_so, 1.2) if may_be_presumed(a, b) else None
    assert (found is not None) == is_presumed
    assert found is None or found.points == 1.2


@pytest.mark.parametrize(
    ("verdict", "seen", "weighs"),
    [
        ("unsure", [("undated", -0.6), ("numbers", -0.3)], "unsure"),
        ("unsure", [("undated", -0.6), ("objects", -1.0)], "unlike"),
        ("different", [("objects", -1.0)], "different"),
        ("same", [("objects", 1.2), ("story", 0.8)], "same"),
        ("same", [("story", 0.8), ("presumed", 1.2)], "presumed"),
    ],
)
def test_what_a_judgement_counts_for_between_groups(
    verdict: Verdict, seen: list[tuple[str, float]], weighs: Weighing
) -> None:
    assert weighing(Judged(verdict, 2.0, tuple((name, Seen(points, "")) for name, points in seen))) == weighs


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("Thieves robbed a jeweller in Nerola, the latest in a spate of daring robberies.", [False, True]),
        ("The robbery follows a string of thefts in Cadria.", [False, True]),
        ("The robbery at a bank in Nerola was filmed.", [False]),
        ("A number of men robbed a bank in Nerola.", [False]),
    ],
)
def test_a_row_is_no_single_occurrence(text: str, several: list[bool], reader: Reader) -> None:
    (reading,) = read([report(text=text)], reader)
    nodes = [n for n in make_nodes(reading, table_of(reader).frames) if n.frame == "theft"]
    assert [n.several for n in nodes] == several


@pytest.mark.parametrize("same_report", [True, False])
def test_a_row_is_not_one_of_it(same_report: bool) -> None:
    row = replace(OTHER, several=True, report="r" if same_report else "s")
    found = kind_of_telling(pair(ONE, row))
    assert found is not None
    assert found.points <= (-99.0 if same_report else -1.2)


@pytest.mark.parametrize(
    ("text", "tried"),
    [
        ("Two men went on trial on Tuesday for killing a nurse in Ostwick.", True),
        ("Gunmen killed a nurse in Ostwick on Tuesday.", False),
    ],
)
def test_what_somebody_is_tried_for_is_no_news(text: str, tried: bool, reader: Reader) -> None:
    (reading,) = read([report(text=text)], reader)
    (node,) = [n for n in make_nodes(reading, table_of(reader).frames) if n.frame == "killing"]
    assert node.tried is tried
    undated = replace(node, when=None, prominence=1.0)
    assert (news_interval(undated) is None) is tried


def test_a_sentence_that_names_a_year_long_ago_looks_back(reader: Reader) -> None:
    text = "Riots broke out in Averro. It was the worst violence to hit the town since rioting in 2008."
    (reading,) = read([report(text=text)], reader)
    nodes = [n for n in make_nodes(reading, table_of(reader).frames) if n.frame == "demonstration"]
    assert not nodes[0].back
    published = datetime(2026, 3, 4, tzinfo=UTC)
    start, end = datetime(2008, 1, 1, tzinfo=UTC), datetime(2009, 1, 1, tzinfo=UTC)
    assert is_past(Time("2008", start, end, "year"), published)
    assert not is_past(Time("2008", start, end, "year"), None)
    assert not is_past(Time("the past", start, end, "vague"), published)


@pytest.mark.parametrize(
    ("one", "other", "points"),
    [
        (FRIDAY, Time("late Friday", None, None, "day"), 0.9),
        (FRIDAY, SUNDAY, -1.45),
        (SUNDAY, SIXTH, 0.9),
        (FRIDAY, SIXTH, -1.45),
        (Time("December 6", None, None, "day"), SIXTH, 0.9),
        (FRIDAY, Time("December 6", None, None, "day"), None),
    ],
)
def test_a_day_that_has_only_a_name(one: Time, other: Time, points: float | None) -> None:
    a = told(ONE, when=one)
    b = replace(told(OTHER, when=other), when=other if other.start else None)
    found = time(pair(a, b))
    assert (found.points if found else None) == points


def test_days_by_name_in_one_report_are_two() -> None:
    found = time(pair(told(ONE, when=FRIDAY), told(replace(OTHER, report="r"), when=SUNDAY)))
    assert found is not None
    assert found.points <= -99.0
    assert called_days(replace(ONE, when=SIXTH)) == {"sunday", "dec 6"}


def test_a_reprinted_sentence_may_tell_of_two() -> None:
    one, other = replace(ONE, told=7), replace(OTHER, told=7)
    assert sentence(pair(one, other)) is not None
    assert sentence(pair(one, replace(other, phrases=("a spate of killings",)))) is None


def test_one_sentence_tells_of_one_unless_it_befalls_two() -> None:
    one, other = replace(ONE, sentences=(5,)), replace(OTHER, report="r", sentences=(5,))
    beside = replace(other, sentences=(90,))
    points = [found.points for b in (other, beside) if (found := together(pair(one, b))) is not None]
    assert points == [1.5, 0.9]
    guard, driver = told(one, victim=whom("guard")), told(other, victim=whom("driver"))
    found = together(pair(guard, driver))
    assert found is not None
    assert found.points == 0.9


@pytest.mark.parametrize(
    ("words", "head", "called"),
    [
        ("the Hawks player", "player", set()),
        ("a man from Elm Street", "man", set()),
        ("defender Jon McAllister", "mcallister", {"McAllister"}),
        ("the tanker Mercer Street", "tanker", {"Mercer", "Street"}),
    ],
)
def test_whose_somebody_is_is_not_his_name(words: str, head: str, called: set[str]) -> None:
    assert facets(told(ONE, victim=whom(head, words))).called.get("victim", frozenset()) == called


def test_words_that_are_never_said_of_one() -> None:
    assert are_two("teenager", "worker") and are_two("woman", "boy")
    assert not are_two("teenager", "girl") and not are_two("man", "worker")
    assert are_apart("man", "woman") and not are_apart("teenager", "worker")
    assert {"man", "teenager", "deputy"} <= people()


def _of(against: Mapping[tuple[str, str], Weighed]) -> Component:
    """Two groups of three, sure in themselves, that one presumed pair would join."""
    names = [f"{side}{i}" for side in "ab" for i in range(3)]
    nodes = {n: Node(n, n, "killing", None, 0.6) for n in names}
    sure = {(a, b): SAME_AT + 1 for a in names for b in names if a < b and a[0] == b[0]}

    def judge(a: str, b: str) -> Weighed:
        pair = (a, b) if a < b else (b, a)
        return against.get(pair, ("presumed", SAME_AT) if pair == ("a0", "b0") else ("unsure", 0.2))

    return Component(nodes, {**sure, ("a0", "b0"): SAME_AT}, {}, judge)


@pytest.mark.parametrize(("unlike", "groups"), [(0, 1), (2, 1), (4, 2)])
def test_presuming_joins_no_groups_that_much_speaks_against(unlike: int, groups: int) -> None:
    pairs = [(f"a{i}", f"b{j}") for i in range(3) for j in range(3)][1 : 1 + unlike]
    found, _ = settle(_of(dict.fromkeys(pairs, ("unlike", -0.6))))
    assert len(found) == groups


def _report(outlet: str, title: str, *paragraphs: str) -> Report:
    text = "\n\n".join((title, *paragraphs))
    told = (Block("paragraph", text.index(p), text.index(p) + len(p)) for p in paragraphs)
    blocks = (Block("title", 0, len(title)), *told)
    return Report(outlet, text, blocks, title, outlet, datetime(2026, 3, 4, 12, tzinfo=UTC), "given", "en")


LEAD = "Four men rammed a van into a jewellery shop in central Bergen on Tuesday and stole watches worth $2 million."
COURIER = _report(
    "Courier",
    "Thieves steal $2 million in watches in Bergen",
    LEAD,
    "In January an armed man robbed a hotel in Stavanger, making off with diamonds.",
)
HERALD = _report(
    "Herald",
    "Watches worth $2 million stolen in Bergen",
    "Watches worth $2 million were stolen from a jewellery shop in central Bergen on Tuesday, police said.",
    "The robbery took minutes.",
    "It is the latest in a spate of high-profile robberies. In January a hotel in Stavanger was robbed of diamonds.",
)


def test_the_news_the_row_and_what_was_before_are_three(reader: Reader) -> None:
    readings = list(read([COURIER, HERALD], reader))
    index = link(readings, table_of(reader)).index
    nodes = [n for r in readings for n in make_nodes(r, table_of(reader).frames) if n.frame == "theft"]
    rows = {index.event(n.id) for n in nodes if n.several}
    before = [n for n in nodes if n.back or (n.when is not None and n.when.text == "January")]
    back = {index.event(n.id) for n in before}
    news = {index.event(n.id) for n in nodes if not n.several and n not in before}
    assert [len(found) for found in (news, rows, back)] == [1, 1, 1]
    assert len(news | rows | back) == 3


DIED = Time("Saturday", datetime(2026, 2, 21, tzinfo=UTC), datetime(2026, 2, 22, tzinfo=UTC), "day")
NEWS_OF_IT = replace(ONE, prominence=1.0, published=datetime(2026, 3, 1, 12, tzinfo=UTC))


@pytest.mark.parametrize(
    ("kind", "name", "apart"),
    [("death", "Roscoe Hartwell", False), ("death", "Edna Pickard", True), ("arrest", "Roscoe Hartwell", True)],
)
def test_nobody_dies_twice_but_may_be_arrested_again(kind: str, name: str, apart: bool) -> None:
    late = told(replace(NEWS_OF_IT, frame=kind), whom=whom("hartwell", "Roscoe Hartwell"))
    dated = replace(told(OTHER, whom=whom(name.split()[1].lower(), name)), frame=kind, when=DIED)
    found = time(pair(late, dated))
    assert (found is not None and found.points <= -99.0) is apart


@pytest.mark.parametrize(("words", "kind", "early"), [("found", "death", True), ("died", "death", False)])
def test_who_is_found_dead_may_have_died_before(words: str, kind: str, early: bool) -> None:
    start = (own_interval(replace(ONE, frame=kind, phrases=(words,), when=DIED)) or (None,))[0]
    assert (start is not None and start < datetime(2026, 2, 21, tzinfo=UTC)) is early


@pytest.mark.parametrize(("after", "ahead"), [(1, False), (2, True)])
def test_one_of_many_that_only_comes_after_another_puts_none_ahead(after: int, ahead: bool) -> None:
    nodes = [replace(ONE, id=str(i), sequence="after" if i < after else None) for i in range(3)]
    found = tell(Linked("event", tuple(nodes)), TABLE, None)
    assert is_ahead(found, None) is ahead
