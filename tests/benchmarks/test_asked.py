"""The sentences of a stranger are whole, and none stands on both sides."""

import tomllib

from benchmarks.asked import ASKED
from benchmarks.clusters_told import load
from benchmarks.public import SETS

EVENTS = tomllib.loads(ASKED.read_text("utf-8"))["event"]
CHANGES = {"number", "day", "place", "actor", "exchanged", "act", "polarity", "invented"}


def test_each_event_is_annotated_and_of_the_same_part() -> None:
    parts = {c.event: c.split for folder in SETS.values() for c in load(folder)}
    assert len(EVENTS) == len({e["event"] for e in EVENTS}) == 64
    assert all(parts[e["event"]] == e["split"] for e in EVENTS)


def test_six_are_true_and_six_altered() -> None:
    for event in EVENTS:
        assert len(set(event["true"])) == len({one["sentence"] for one in event["altered"]}) == 6
        assert not set(event["true"]) & {one["sentence"] for one in event["altered"]}
        assert {one["change"] for one in event["altered"]} <= CHANGES
