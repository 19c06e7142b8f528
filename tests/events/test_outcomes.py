"""An act and what came of it are one where both befell the same by name: nobody dies twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from crosswire.claims.read import Reader, read
from crosswire.events.faces import answers_as, mortal, outcomes
from crosswire.events.facets import facets
from crosswire.events.pairs import Seen
from crosswire.events.presumed import presumed, presumed_within
from crosswire.events.stream import Linked
from crosswire.events.tell import link, tell
from crosswire.events.victims import befallen, is_one_victim
from crosswire.model import Text, Time
from crosswire.pipeline.weigh import table_of, weigh_all
from tests.builders import report
from tests.events.test_link import TABLE
from tests.events.test_presumed import ONE, OTHER, pair, told

PRELL, KORT = Text("Ada Prell", "prell"), Text("Tom Kort", "kort")
MOTHER, TEENAGER = Text("a mother of two", "mother"), Text("the teenager", "teenager")
DEATH = replace(OTHER, frame="death", phrases=("death",))


@pytest.mark.parametrize(
    ("victim", "whom", "kind", "points"),
    [
        (PRELL, PRELL, "death", 1.2),
        (PRELL, KORT, "death", None),
        (MOTHER, MOTHER, "deaths", 0.4),
        (PRELL, MOTHER, "death", None),
        (PRELL, PRELL, "siege", None),
        (PRELL, PRELL, "arrest", None),
    ],
)
def test_whom_an_act_and_its_outcome_befell(victim: Text, whom: Text, kind: str, points: float | None) -> None:
    seen = befallen(pair(told(ONE, victim=victim), told(replace(DEATH, frame=kind), whom=whom)))
    assert (seen.points if seen else None) == points


def test_two_kinds_are_presumed_one_by_whom_they_befell() -> None:
    two = pair(told(ONE, victim=PRELL), told(DEATH, whom=PRELL))
    assert presumed(two, [("family", Seen(-0.7, "")), ("befallen", Seen(1.2, ""))], 0.9) is not None
    assert presumed(two, [("family", Seen(-0.7, "")), ("time", Seen(0.9, ""))], 0.9) is None
    assert presumed(two, [("befallen", Seen(1.2, "")), ("places", Seen(-0.5, ""))], 0.9) is None


@pytest.mark.parametrize(
    ("victim", "named", "beside", "is_one"),
    [
        (MOTHER, PRELL, (), True),
        (MOTHER, PRELL, (PRELL,), True),
        (MOTHER, PRELL, (KORT,), False),
        (Text("a station", "station"), PRELL, (), False),
        (KORT, PRELL, (), False),
        (MOTHER, TEENAGER, (), False),
    ],
)
def test_one_victim_by_a_word_and_by_name(victim: Text, named: Text, beside: tuple[Text, ...], is_one: bool) -> None:
    one, two = told(ONE, victim=victim), told(replace(OTHER, report="r"), victim=named)
    others = [facets(n) for n in (one, two, *(told(OTHER, victim=who) for who in beside))]
    assert is_one_victim(pair(one, two), others) is is_one


def test_what_speaks_against_one_victim() -> None:
    one, two = told(ONE, victim=MOTHER), told(replace(OTHER, report="r"), victim=PRELL)
    others = [facets(one), facets(two)]
    assert presumed_within(pair(one, two), [], 0.6, others) is not None
    assert presumed_within(pair(one, two), [("time", Seen(-1.0, ""))], 0.6, others) is None
    assert presumed_within(pair(replace(one, frame="attack"), two), [], 0.6, others) is None


@pytest.mark.parametrize(
    ("texts", "events"),
    [
        (
            (
                "Ada Prell was shot dead outside a bakery in Ostwick on Monday, police said.",
                "The shooting death of Ada Prell in Ostwick shook the town.",
            ),
            1,
        ),
        (
            (
                "Ada Prell was shot dead outside a bakery in Ostwick on Monday, police said.",
                "The shooting death of Tom Kort in Ostwick shook the town.",
            ),
            2,
        ),
    ],
)
def test_a_death_is_the_killing_of_the_same(texts: tuple[str, ...], events: int, reader: Reader) -> None:
    readings = list(read([report(f"Paper {i}", text) for i, text in enumerate(texts)], reader))
    made = [{n.frame for n in one.nodes} for one in link(readings, table_of(reader)).all()]
    assert sum(not kinds.isdisjoint(mortal()) for kinds in made) == events


def test_which_question_an_outcome_answers() -> None:
    assert answers_as("killing", "death") == {"whom": "victim"}
    assert answers_as("death", "killing") == {"victim": "whom"}
    assert answers_as("killing", "arrest") == {}
    assert ("killing", "death") in outcomes()
    assert ("death", "killing") in outcomes()
    assert ("siege", "death") not in outcomes()


@pytest.mark.parametrize("tried", [False, True])
def test_who_is_tried_for_it_does_not_make_it_old(tried: bool) -> None:
    day = datetime(2026, 12, 6, tzinfo=UTC)
    when = Time("in March", day - timedelta(days=250), day - timedelta(days=220), "month")
    nodes = tuple(replace(ONE, id=name, report=name, published=day, when=when, tried=tried) for name in "abc")
    weight = tell(Linked("event", nodes), TABLE, day).weight
    assert (weight > 1) is tried


def test_whom_a_death_befell_is_told_of_the_killing(reader: Reader) -> None:
    texts = (
        "Ada Prell was shot dead outside a bakery in Ostwick on Monday, police said.",
        "The shooting death of Ada Prell in Ostwick shook the town, the mayor said.",
    )
    readings = list(read([report(f"Paper {i}", text) for i, text in enumerate(texts)], reader))
    made = weigh_all(readings, reader, ())
    told_by = {c.id: c.report for c in made.claims}
    victims = [{told_by[i] for c in f.candidates for i in c.claims} for f in made.facts if f.attribute == "victim"]
    assert [len(reports) for reports in victims] == [2]
    assert "whom" not in {f.attribute for f in made.facts}
