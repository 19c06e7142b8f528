"""What a title says of who, whom and where is what most reports tell, in the words of most; else it says nothing."""

from __future__ import annotations

import pytest

from crosswire.claims.frames_load import load_frames
from crosswire.events.chosen import Telling, choose, form
from crosswire.events.nodes import Node
from crosswire.events.titles import title
from crosswire.model import Party, Place, Text, Value


def place(name: str, country: str = "NO", kind: str = "city") -> Place:
    return Place(f"in {name}", name, country, 59.0, 10.0, "in", kind, 5.0)


def party(name: str, country: str | None = None) -> Party:
    return Party(name, name, country, "country" if country else "person")


def words(text: str) -> Text:
    return Text(text, text.rsplit(maxsplit=1)[-1].lower())


OSLO, NORWAY = place("Oslo"), place("Norway", kind="country")
WEST, EAST, ROE = party("Westmark", "DK"), party("Eastmark", "PL"), party("Dan Roe")


@pytest.mark.parametrize(
    ("told", "chosen"),
    [
        # a name in the form that most have, a full one before a last name; without words about it where both are told
        (["Roe", "Dan Roe", "baker Dan Roe", "Dan Roe"], "Dan Roe"),
        (["Roe", "Roe", "Dan Roe"], "Dan Roe"),
        (["Corporal Dan Roe", "Roe"], "Corporal Dan Roe"),
        (["cheerful baker Dan Roe", "Dan Roe"], "Dan Roe"),
        (["baker", "baker", "Dan Roe", "Roe"], "Dan Roe"),
        (["baker", "baker", "baker", "baker", "Dan Roe"], "baker"),  # what one of five calls him may be another man
        (["suspect", "Suspect", "man"], "suspect"),  # a headline's capital makes no name
        # anything else as precisely as every third tells it, and two
        (["missile", "ballistic missile", "ballistic missile"], "ballistic missile"),
        (["mother", "cheerful divorced mother", "mother", "mother"], "mother"),
        (["cheerful divorced mother"], "cheerful divorced mother"),
        (["church", "stone church", "town hall"], "church"),
    ],
)
def test_words_that_most_reports_have(told: list[str], chosen: str) -> None:
    given = [Telling(words(text), f"report-{i}", 0.9) for i, text in enumerate(told)]
    answer = choose(given)
    assert answer is not None
    assert answer.words == chosen


@pytest.mark.parametrize(
    ("told", "called"),
    [
        ([{"who": WEST, "target": words("bridge"), "where": OSLO}], "Attack by Westmark on bridge in Oslo"),
        ([{"who": WEST}, {"who": WEST, "where": OSLO}, {"where": OSLO}], "Attack by Westmark in Oslo"),
        ([{"who": WEST, "where": OSLO}, {"where": OSLO}], "Attack by Westmark in Oslo"),  # one of two
        ([{"who": WEST, "where": OSLO}, {"where": OSLO}, {"where": OSLO}], "Attack in Oslo"),  # one of three alone
        ([{"who": WEST}, {"who": WEST}, {"who": EAST}, {"who": EAST}, {"who": ROE, "where": OSLO}], "Attack in Oslo"),
        ([{"where": OSLO}, {"where": OSLO}, {"where": NORWAY}], "Attack in Oslo"),
        ([{"where": NORWAY}, {"where": NORWAY}, {"where": OSLO}], "Attack in Norway"),
        ([{"target": words("bridge")}, {"where": OSLO}, {"where": OSLO}], "Attack on bridge in Oslo"),
    ],
)
def test_a_part_that_is_unsure_is_left_out(told: list[dict[str, Value]], called: str) -> None:
    nodes = [
        Node(f"node-{i}", f"report-{i}", "attack", None, 0.9, values=tuple((k, (v,)) for k, v in values.items()))
        for i, values in enumerate(told)
    ]
    assert title(load_frames(None).named("attack"), nodes) == called


def test_what_one_report_tells_below_its_lead_is_left_out() -> None:
    def node(i: int, prominence: float, values: tuple[tuple[str, tuple[Value, ...]], ...] = ()) -> Node:
        return Node(f"node-{i}", f"report-{i}", "killing", None, prominence, phrases=("shooting",), values=values)

    victim = ("victim", (words("Dan Roe"),))
    frame = load_frames(None).named("killing")
    below = [node(0, 0.9, (victim,)), node(1, 0.9, (victim,)), node(2, 0.4, (("where", (OSLO,)),))]
    assert title(frame, below) == "Shooting of Dan Roe"
    leading = [*below[:2], node(2, 0.9, (("where", (OSLO,)),))]
    assert title(frame, leading) == "Shooting of Dan Roe in Oslo"
    aside = [node(i, 0.9, (("where", (OSLO,)),)) for i in range(2)]
    assert title(frame, [*aside, node(2, 0.4, (victim,))]) == "Shooting in Oslo"
    assert title(frame, [*aside[:1], node(2, 0.4, (victim,))]) == "Shooting of Dan Roe in Oslo"  # one of two


def test_verbs_of_the_reports_own_word_end_as_who_does_it_needs() -> None:
    values = (("who", (party("Ana Sild"),)), ("against", (party("Mia Lund"),)))
    node = Node("node-1", "report-1", "sport", None, 0.9, phrases=("thrashed",), values=values)
    assert title(load_frames(None).named("sport"), [node]) == "Ana Sild wins against Mia Lund"


@pytest.mark.parametrize(
    ("text", "name", "kind", "told"),
    [
        ("in the Philippines", "Philippines", "country", "the Philippines"),
        ("on the Halden", "Halden", "city", "Halden"),  # the refinery's article
        ("in Halden", "Halden", "city", "Halden"),
    ],
)
def test_a_town_has_no_article(text: str, name: str, kind: str, told: str) -> None:
    assert form(Place(text, name, None, None, None, kind=kind)) == told
