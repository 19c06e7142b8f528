"""What no frame knows: the clauses that become mentions of the open kind, and those that do not."""

from __future__ import annotations

import pytest

from crosswire.claims.read import Reader, read, read_closely
from crosswire.model import Block, Reading, Report, Text


def told(text: str, reader: Reader, title: str = "") -> Reading:
    """A report of one paragraph, with a title before it if one is given."""
    whole = f"{title}\n{text}" if title else text
    blocks = [Block("title", 0, len(title))] if title else []
    blocks.append(Block("paragraph", len(whole) - len(text), len(whole)))
    report = Report("r", whole, tuple(blocks), title, "Paper", None, "unknown", "en")
    (reading,) = read([report], reader)
    return reading


def acts(reading: Reading) -> list[str]:
    """What is done in the open mentions of a reading, each by its act."""
    open_ = [m for m in reading.mentions if m.frame == "open"]
    return [v.name for m in open_ for name, v in m.values if name == "happened" and isinstance(v, Text)]


ANSWERS = {
    "A bear ate forty honey cakes in a Ljubljana bakery on Tuesday.": {
        "cause": "bear",
        "what": "honey cakes",
        "how_many": "forty honey cakes",
        "where": "Ljubljana",
        "when": "Tuesday",
    },
    "Norrland Rail has painted its stations in Kiruna.": {
        "who": "Norrland Rail",
        "what": "stations",
        "where": "Kiruna",
    },
    "The statue of a saint was wrapped by pupils in Graz.": {"cause": "pupils", "what": "statue", "where": "Graz"},
    "Two goats wandered onto a runway at Split Airport on Monday.": {
        "cause": "goats",
        "to": "runway",
        "when": "Monday",
    },
    "A 4-year-old boy swallowed a coin in Turku on Friday.": {"cause": "boy", "what": "coin", "when": "Friday"},
    "A Macedonian man has shaved his beard.": {"cause": "man", "what": "beard"},
}


@pytest.mark.parametrize("text", ANSWERS)
def test_what_a_clause_answers(text: str, reader: Reader) -> None:
    reading = told(text, reader)
    (mention,) = [m for m in reading.mentions if m.frame == "open"]
    found = {c.attribute: c.words.exact for c in reading.claims if c.mention == mention.id and c.attribute and c.words}
    assert found.pop("happened")
    assert {k: v for k, v in found.items() if k in ANSWERS[text]} == ANSWERS[text]


@pytest.mark.parametrize(
    "text",
    [
        "Norrland Rail will paint its stations in Kiruna.",
        "Norrland Rail has not painted its stations.",
        "Norrland Rail may have painted its stations.",
        "Norrland Rail plans to paint its stations.",
        "Norrland Rail paints its stations every year.",
        "If Norrland Rail had painted its stations, passengers would have cheered.",
        "Norrland Rail denied that it had painted its stations.",
        "Norrland Rail owned forty stations.",
        "Passengers loved the stations of Norrland Rail.",
        "The mayor of Kiruna said that the stations were pretty.",
        "The video of the goats swept the internet.",
        "It rained.",
    ],
)
def test_what_is_no_event(text: str, reader: Reader) -> None:
    assert acts(told(text, reader)) == []


def test_a_frame_comes_first(reader: Reader) -> None:
    reading = told("A powerful earthquake rocked the port of Karsk on Monday and toppled a lighthouse.", reader)
    assert [m.frame for m in reading.mentions][:1] == ["earthquake"]
    assert acts(reading) == ["topple"] or not acts(reading)  # the quake's verb is the quake's


def test_what_is_told_without_tense(reader: Reader) -> None:
    assert acts(told("A man was fined after scaling the fence of the palace in Turku.", reader)) == ["scale"]
    assert acts(told("A man managed to scale the fence of the palace in Turku.", reader)) == ["scale"]
    assert acts(told("A man tried to scale the fence of the palace in Turku.", reader)) == []
    assert acts(told("A man was fined before scaling the fence of the palace in Turku.", reader)) == []


def test_whose_doctor_it_was_did_not_do_it(reader: Reader) -> None:
    reading = told("Ana Sild's doctor painted a mural in Turku.", reader)
    named = {c.attribute: c.words.exact for c in reading.claims if c.mention and c.attribute and c.words}
    assert "who" not in named
    assert named["cause"] == "doctor"


def test_a_title_tells_in_the_present_and_without_was(reader: Reader) -> None:
    body = "The weather in the town was mild for most of the week, and the harbour was quiet."
    assert acts(told(body, reader, "Goats wander onto runway in Split")) == ["wander"]
    assert acts(told(body, reader, "Saint's statue wrapped by pupils in Graz")) == ["wrap"]
    assert acts(told(body, reader, "Goats to wander onto runway in Split")) == []


BODY = (
    "Norrland Rail has painted the station of Kiruna green. The weather was mild all week. "
    "Shops were open late until nine at night. The river was low for the time of year. {} The town has a choir."
)


def test_captions_leave_room_for_the_lead(reader: Reader) -> None:
    captions = "The station of Kiruna on a mild day in May. The pupils of the town and their teacher at noon. "
    assert acts(told(captions + "A choir has painted a hall in the town of Kiruna.", reader)) == ["paint"]
    assert acts(told(captions * 2 + "A choir has painted a hall in the town of Kiruna.", reader)) == []


@pytest.mark.parametrize(
    ("later", "again"),
    [
        ("Mayor Ana Sild said that Norrland Rail had painted the station overnight.", True),
        ("Mayor Ana Sild said that the station was painted overnight.", True),
        ("Mayor Ana Sild said that pupils had painted a bridge.", False),  # the same act of another thing
        ("Mayor Ana Sild said that it had rained all night.", False),
        ("The choir has painted its hall.", False),  # nobody of whom the lead tells
        ("Mayor Ana Sild said that Norrland Rail would paint the station again.", False),
    ],
)
def test_below_the_lead_only_the_same_is_taken(later: str, again: bool, reader: Reader) -> None:
    reading = told(BODY.format(later), reader)
    assert acts(reading) == ["paint"] * (1 + again)
    speakers = {c.speakers[-1].canonical for c in reading.claims if c.attribute == "happened"}
    assert ("Ana Sild" in speakers) is again


@pytest.mark.parametrize(
    ("later", "act"),
    [
        ("Mayor Ana Sild said that Norrland Rail had rented a crane.", ["rent"]),  # of a name
        ("The crane of a builder lifted the station onto a truck.", ["lift"]),  # of what the lead tells of
        ("The painters drove off, scratching the station with a ladder.", ["scratch"]),
        ("Ana Sild came at noon. She peeled an onion.", ["peel"]),
        ("They danced all night.", []),  # nobody whom the report names
        ("A choir danced all night.", []),
        ("Norrland Rail would rent a crane.", []),
        ("Norrland Rail denied that it had rented a crane.", []),
        ("Norrland Rail rents a crane each year.", []),
    ],
)
def test_below_the_lead_what_is_named_is_told_of(later: str, act: list[str], reader: Reader) -> None:
    found = told(BODY.format(later), reader)
    assert acts(found)[1:] == act
    assert all(m.prominence < 0.5 for m in found.mentions if m.frame == "open" and m.trigger.start > 60)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Ana Sild checked into the Harbour Clinic on Monday.", "check"),
        ("Ana Sild checked in to the Harbour Clinic on Monday.", "check in"),
        ("Ana Sild checked out of the Harbour Clinic on Monday.", "check out"),
        ("Ana Sild strolled into the Harbour Clinic on Monday.", "stroll"),
    ],
)
def test_a_particle_is_part_of_the_act(text: str, act: str, reader: Reader) -> None:
    assert acts(told(text, reader)) == [act]


def test_check_goes_by_clauses(reader: Reader) -> None:
    text = "Norrland Rail has painted the station of Kiruna green."
    report = Report("r", text, (Block("paragraph", 0, len(text)),), "", "Paper", None, "unknown", "en")
    ((reading, clauses),) = read_closely([report], reader)
    assert acts(reading) == []
    assert clauses


def test_who_places_somebody_measures_nothing(reader: Reader) -> None:
    reading = told("On Monday the Kiruna Bears placed Tom Orr on injured reserve.", reader)
    assert {len(c.speakers) for c in reading.claims if c.mention} == {1}


def test_what_is_under_way_is_news_in_a_title_only(reader: Reader) -> None:
    body = "Norway and Peru are analyzing the wreck of the ferry, a minister said."
    assert acts(told(body, reader)) == []
    assert "analyze" in acts(told("The ferry sank in May.", reader, "Norway is analyzing the wreck"))
