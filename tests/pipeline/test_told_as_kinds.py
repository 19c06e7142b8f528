"""An event that is told as several kinds asks the questions of those kinds that it is told as."""

from __future__ import annotations

from crosswire.claims.read import Reader, read
from crosswire.model import Block, Report
from crosswire.pipeline.weigh import weigh_all

TEXT = (
    "Drones attacked an oil depot in Osk overnight into Sunday, starting a fire and killing one worker, the mayor said."
)


def test_what_set_fire_to_a_depot_is_asked_for_and_neither_burned_nor_collapsed(reader: Reader) -> None:
    report = Report("r", TEXT, (Block("paragraph", 0, len(TEXT)),), "Attack on depot", "Paper", None, "unknown", "en")
    brief = weigh_all(list(read([report], reader)), reader, ())
    asked = {fact.question for fact in brief.facts}
    assert "What collapsed?" not in asked
    assert "What exploded or burned?" not in asked
    assert "What caused it?" in asked
