"""What an answer's line says of other words for it, and of who is told beside somebody in one breath."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from crosswire.brief.compose import compose
from crosswire.brief.sheet import Line
from crosswire.brief.wording import load_wording
from crosswire.model import Candidate, Claim, Fact, Party, Place, Text, Time, Value

from .build import launch


def line(question: str, *answers: Value, words: str = "", known: int = 0) -> Line:
    """The line of a fact, each answer told by one claim in these words; `known`: the answer that names its origin."""
    brief = launch()
    first = brief.claims[0]
    claims: list[Claim] = []
    for n, value in enumerate(answers):
        span = replace(first.span, exact=words or first.span.exact)
        claims.append(replace(first, id=f"{first.id}{n}", value=value, span=span, words=None))
    origin = brief.origins[0].id
    told = tuple(
        Candidate(v, (c.id,), (origin,) if n == known else ())
        for n, (v, c) in enumerate(zip(answers, claims, strict=True))
    )
    fact = Fact(brief.events[0].id, "who", question, "reported", 4, answers[0], told, ("told so",))
    whole = replace(brief, facts=(fact,), claims=(*brief.claims, *claims))
    return compose(whole, load_wording()).stories[0].lines[0]


def person(name: str) -> Party:
    return Party(name, name, None, "person")


POLICE = Party("Northland's police", "Northland's police", "NO", "body")
LAND = Party("Northland", "Northland", "NO", "country")


@pytest.mark.parametrize(
    ("question", "shown", "other", "also"),
    [
        ("Who was taken?", Text("passengers", "passenger"), Text("captives", "captive"), ()),
        ("Who?", person("Ada Prell"), Party("mayor", "mayor", None, "person"), ()),
        ("Who?", person("Ada Prell"), person("Ben Sild"), ("Ben Sild",)),
        ("Who?", person("Ada Prell"), person("club lineman Ada Prell"), ()),
        ("Who?", person("Ada Prell"), Text("Harbour player", "player"), ()),
        ("Who?", Text("gunmen", "gunman"), Text("Harbour fighters", "fighter"), ("Harbour fighters",)),
        ("To whom or what?", Text("Ada Prell", "Prell"), Text("letter", "letter"), ("letter",)),  # no word for her
        ("What was hit?", Text("oil depot", "depot"), Text("depots", "depot"), ()),
        ("What was hit?", Text("depot", "depot"), Text("oil depot", "depot"), ("oil depot",)),
        ("Who did it?", POLICE, LAND, ()),
        ("Who did it?", LAND, POLICE, ("Northland's police",)),
    ],
)
def test_what_tells_no_more_is_no_other_form(question: str, shown: Value, other: Value, also: tuple[str, ...]) -> None:
    assert line(question, shown, other).also == also


def test_the_year_is_no_other_form_of_its_day() -> None:
    day = Time("Monday", datetime(2026, 1, 26, tzinfo=UTC), datetime(2026, 1, 27, tzinfo=UTC), "day")
    year = Time("2026", datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC), "year")
    assert line("When?", day, year).also == ()
    assert line("When?", year, day).also != ()


def test_a_town_is_another_form_of_its_country_only() -> None:
    land = Place("in Norway", "Norway", "NO", 60.0, 10.0, "in", "country")
    town = Place("in Karsk", "Karsk", "NO", 60.0, 10.0, "in", "town")
    assert line("Where?", town, land).also == ()
    assert line("Where?", land, town).also == ("Karsk, Norway",)


def test_who_is_told_in_one_breath_is_one_answer() -> None:
    words = "A court charged Ada Prell and Ben Sild with fraud"
    both = line("Who is charged?", person("Ada Prell"), person("Ben Sild"), person("Benjamin Sild"), words=words)
    assert (both.answer, both.also) == ("Ada Prell and Ben Sild", ())
    apart = line("Who is charged?", person("Ada Prell"), person("Ben Sild"), words="A court charged Ada Prell")
    assert (apart.answer, apart.also) == ("Ada Prell", ("Ben Sild",))


def test_people_without_a_name_or_an_origin_stand_under_no_answer_of_their_own() -> None:
    told = line("Who was taken?", Text("passengers", "passenger"), Text("captives", "captive"))
    assert [side.answer for side in told.sides] == ["passengers"]
    vouched = line("Who was taken?", Text("passengers", "passenger"), Text("captives", "captive"), known=1)
    assert [side.answer for side in vouched.sides] == ["passengers", "captives"]
