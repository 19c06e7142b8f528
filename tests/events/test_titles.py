"""What an event is called says what it was; a bare word of its kind is told with more."""

from __future__ import annotations

import pytest

from crosswire.claims.frames_load import load_frames
from crosswire.events.nodes import Node
from crosswire.events.titles import title
from crosswire.model import Party, Place, Text, Value

YEMEN = Place("from Yemen", "Yemen", "YE", 15.0, 48.0, "from", "country")
WAJIMA = Place("in Wajima", "Wajima", "JP", 37.4, 136.9, "in", "city")
NORTH = Party("North Korea", "North Korea", "KP", "country")
MISSILE, BARE = Text("ballistic missile", "missile"), Text("warning", "warning")


@pytest.mark.parametrize(
    ("frame", "values", "phrases", "called"),
    [
        ("weapons_test", [("who", NORTH), ("what", MISSILE)], ["fired"], "North Korea fires ballistic missile"),
        ("weapons_test", [("what", MISSILE), ("from", YEMEN)], ["launched"], "Launch of ballistic missile"),
        ("weapons_test", [("from", YEMEN)], ["launched"], "Launch in Yemen"),
        ("weapons_test", [("who", NORTH)], ["fired"], "North Korea: firing"),
        ("weapons_test", [], ["launched", "the failed launch"], "Failed launch"),
        ("killing", [], ["killed"], "Killing"),
        ("killing", [("where", WAJIMA)], ["killed"], "Killing in Wajima"),
        ("public_warning", [("who", NORTH), ("what", BARE)], ["warning"], "Public warning by North Korea"),
    ],
)
def test_titles(frame: str, values: list[tuple[str, Value]], phrases: list[str], called: str) -> None:
    told = tuple((name, (value,)) for name, value in values)
    node = Node("node-1", "report-1", frame, None, 1.0, phrases=tuple(phrases), values=told)
    assert title(load_frames(None).named(frame), [node]) == called
