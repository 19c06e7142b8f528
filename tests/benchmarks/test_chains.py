"""Where the product tells of events, against gold chains."""

from __future__ import annotations

from datetime import UTC, datetime

from benchmarks.chains import Met, Text, met, pairs, scored

SENTENCES = (
    "A magnitude 6.1 earthquake struck northern Peru on Monday, killing two people in Trujillo.",
    "The quake damaged dozens of houses.",
)


def text(name: str) -> Text:
    """A text with three mentions, of which two are one chain."""
    told = "\n\n".join(SENTENCES)
    words = (("earthquake", "quake"), ("quake", "quake"), ("damaged", f"damage {name}"))
    places = [(told.index(f" {word} ") + 1, chain, word) for word, chain in words]
    mentions = tuple(((at, at + len(word)), chain) for at, chain, word in places)
    return Text(name, "1", told, datetime(2026, 3, 2, tzinfo=UTC), mentions)


def test_mentions_are_met_where_the_product_tells_of_an_event() -> None:
    found = met([text("a"), text("b")])
    quakes = [m for m in found if m.kind == "earthquake"]
    assert {(m.text.name, m.chain) for m in quakes} >= {("a", "quake"), ("b", "quake")}
    assert len({m.ours for m in quakes}) == 1
    assert scored([text("a"), text("b")], found)["gold_mentions"] == 6


def test_pairs_are_counted_within_texts_across_them_and_across_topics() -> None:
    a, b = Text("a", "1", "", None, ()), Text("b", "2", "", None, ())
    found = [Met(t, "k", "w", "", chain) for t, chain in ((a, "x"), (a, "x"), (a, "y"), (b, "x"), (b, "y"))]
    counted = pairs(["1", "1", "1", "1", "2"], found)
    assert counted["pairs_within"] == {"p": 0.333, "r": 1.0, "held": 3}
    assert counted["pairs_across"] == {"p": 0.667, "r": 0.667, "held": 3}
    assert counted["pairs_of_two_topics"] == 3
