"""What comparing keeps at hand is what it would find anew, and is found once."""

from __future__ import annotations

from dataclasses import replace

from crosswire.events.facets import facets
from crosswire.events.nodes import NEWS, Node
from crosswire.events.pairs import Judged, Seen
from crosswire.events.recall import Recall
from crosswire.events.told import told_of
from crosswire.model import Place

NODE = Node("one", "r", "killing", None, 0.7, phrases=("killed",))
LIMA = Place("in Lima", "Lima", "PE", -12.0, -77.0)
HERE = (
    replace(NODE, id="about", frame=NEWS),
    NODE,
    replace(NODE, id="two"),
    replace(NODE, id="three"),
    replace(NODE, id="other", frame="arrest"),
)


def at(place: Place) -> Node:
    return replace(NODE, values=(("where", (place,)),))


def test_equal_places_are_one_spot() -> None:
    one, two = (facets(at(replace(LIMA))).places["where"][0] for _ in range(2))
    assert one is two
    assert one.place == LIMA


def test_a_place_told_otherwise_is_another_spot() -> None:
    one, two = (facets(at(place)).places["where"][0] for place in (LIMA, replace(LIMA, relation="north of")))
    assert one is not two


def test_the_rivals_of_a_mention_are_those_of_its_kind_that_exclude_it() -> None:
    told = told_of(HERE)
    asked: list[tuple[str, str]] = []

    def exclude(one: Node, two: Node) -> bool:
        asked.append((one.id, two.id))
        return "three" in {one.id, two.id}

    for _ in range(2):  # asked once
        assert [n.id for n in told.rivals_of(HERE[1], exclude)] == ["three"]
    assert asked == [("two", "one"), ("three", "one")]
    assert not told.rivals_of(HERE[4], exclude)
    assert "about" not in told.rivals


def test_why_a_pair_is_one_is_put_in_words_once_until_nodes_change() -> None:
    recall, asked = Recall(), list[tuple[str, str]]()

    def judge(a: str, b: str) -> Judged:
        asked.append((a, b))
        return Judged("same", 2.0, (("places", Seen(1.0, "near {}", ("Lima",))), ("time", Seen(1.0, "one day"))))

    assert [recall.explain(("a", "b"), judge) for _ in range(2)] == ["near Lima; one day"] * 2
    recall.clear()
    recall.explain(("a", "b"), judge)
    assert asked == [("a", "b"), ("a", "b")]
