"""Deeds done in words: which sayings of a title or lead are events, what they answer, and on whom they rest."""

from __future__ import annotations

import pytest

from crosswire.claims.read import Reader
from crosswire.model import Claim, Reading
from tests.claims.test_open_kind import acts, told

FILLER = "The weather in the town was mild for most of the week, and the harbour was quiet."

TOLD = {
    "Senator Ana Roe called for a vote on the harbour bill on Tuesday.": {
        "who": "Ana Roe",
        "what": "vote",
        "when": "Tuesday",
    },
    "Premier Ilo Marr denounced the regent on state radio late on Sunday.": {"who": "Ilo Marr", "what": "regent"},
    "Chairman Jon Past invited Maria Lund to the palace on Friday.": {"who": "Jon Past", "whom": "Maria Lund"},
    "Mayor Jon Past has asked the committee to adjourn.": {"what": "committee"},
    "Ilo Marr said on Sunday that he would open the northern gate.": {"who": "Ilo Marr", "what": "northern gate"},
    "Senator Ana Roe promised to rename the town square.": {"who": "Ana Roe", "to_do": "rename the town square"},
    "Senator Ana Roe on Tuesday called on Mayor Jon Past to step down.": {
        "who": "Ana Roe",
        "whom": "Jon Past",
        "to_do": "step down",
        "when": "Tuesday",
    },
    "Premier Ilo Marr urged the council to open the northern gate.": {
        "who": "Ilo Marr",
        "what": "council",
        "to_do": "open the northern gate",
    },
    "A former clerk accused Mayor Jon Past of theft on Friday.": {"whom": "Jon Past", "of": "theft"},
}


def answers(reading: Reading) -> dict[str, str]:
    """What the open mentions of a reading answer, by attribute."""
    ids = {m.id for m in reading.mentions if m.frame == "open"}
    return {c.attribute: c.words.exact for c in reading.claims if c.mention in ids and c.attribute and c.words}


def of_open(reading: Reading) -> list[Claim]:
    """The claims on open mentions."""
    ids = {m.id for m in reading.mentions if m.frame == "open"}
    return [c for c in reading.claims if c.mention in ids]


@pytest.mark.parametrize("text", TOLD)
def test_what_a_deed_in_words_answers(text: str, reader: Reader) -> None:
    found = answers(told(text, reader))
    assert found.pop("happened")
    assert {k: v for k, v in found.items() if k in TOLD[text]} == TOLD[text]


def test_what_somebody_sets_out_to_do(reader: Reader) -> None:
    found = answers(told("Senator Ana Roe moved on Tuesday to delay the vote on the harbour bill.", reader))
    assert (found["who"], found["to_do"]) == ("Ana Roe", "delay the vote on the harbour bill")
    assert acts(told("Senator Ana Roe moved on Tuesday to a house in Karst.", reader)) == []
    assert acts(told("Senator Ana Roe may decide to delay the vote on the harbour bill.", reader)) == []


def test_a_headlines_passive_tells_who_is_urged(reader: Reader) -> None:
    body = f"Senator Ana Roe met Mayor Jon Past. {FILLER}"
    assert "who" not in answers(told(body, reader, "Ana Roe urged to step down by the senate"))
    assert answers(told(body, reader, "Ana Roe urges Jon Past to step down"))["to_do"] == "step down"


def test_nobody_has_a_name_that_the_text_below_never_has(reader: Reader) -> None:
    title = "Pilots Diss Marr, Refuse to Open the Gate"
    body = f"Premier Ilo Marr met the pilots of the harbour on Tuesday. {FILLER}"
    assert "Diss Marr" not in answers(told(body, reader, title)).values()
    assert answers(told(body, reader, "Ilo Marr Urges the Pilots to Open the Gate"))["who"] == "Ilo Marr"


def test_what_is_said_is_not_what_is_asked(reader: Reader) -> None:
    assert "to_do" not in answers(told("Ilo Marr said on Sunday that he wants to open the northern gate.", reader))


def test_it_rests_on_whoever_speaks(reader: Reader) -> None:
    claims = of_open(told("Senator Ana Roe called for a vote on the harbour bill on Tuesday.", reader))
    assert {c.attribute for c in claims} >= {"happened", "who", "what", "when"}
    assert {c.speakers[-1].canonical for c in claims} == {"Ana Roe"}


def test_it_rests_on_whoever_tells_of_the_speaking(reader: Reader) -> None:
    text = "Senator Ana Roe had called for a vote on the harbour bill on Tuesday, Jon Past said."
    claims = of_open(told(text, reader))
    assert {(c.attribute, c.speakers[-1].canonical) for c in claims} == {("happened", "Jon Past")}


def test_words_of_nobody_by_name_are_no_events(reader: Reader) -> None:
    assert acts(told("An official of a bank called on Governor Lund to reject the harbour bill.", reader)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Senator Ana Roe may call for a vote on the harbour bill.",
        "Senator Ana Roe did not call for a vote on the harbour bill.",
        "Senator Ana Roe will call for a vote on the harbour bill.",
        "Police said that the thieves had painted the gate green.",  # the painting is the event, not the saying
        "Ana Roe said that it was late.",  # of nothing
        "Ana Roe said that the northern gate was pretty.",
        "Premier Ilo Marr said on Sunday that the army had attacked the northern gate.",
        "Ana Roe knew the northern gate well.",  # thought
        '"They will open the northern gate," Premier Ilo Marr said.',  # a quotation is itself
        "Premier Ilo Marr told the Karst Times.",
        "It was said that the gate was old.",  # by nobody
    ],
)
def test_what_is_no_deed_in_words(text: str, reader: Reader) -> None:
    assert not {"call", "say", "know", "tell"} & set(acts(told(text, reader)))


def test_what_is_asked_for_was_not_done(reader: Reader) -> None:
    assert acts(told("Mayor Ana Roe asked Norrland Rail to paint its stations.", reader)) == ["ask"]


def test_who_condemns_an_event_tells_of_that_event(reader: Reader) -> None:
    assert acts(told("Premier Ilo Marr condemned the attack on a market in Karsk.", reader)) == []
    assert acts(told("Premier Ilo Marr demanded an inquiry into the harbour works.", reader)) == ["demand"]


def test_a_title_tells_it_in_the_present(reader: Reader) -> None:
    assert acts(told(FILLER, reader, "Mayor Roe urges Governor Quist to drop the tax plan")) == ["urge"]
    assert acts(told(FILLER, reader, "Mayor Roe to urge Governor Quist to drop the tax plan")) == []


def test_below_the_lead_words_are_no_events(reader: Reader) -> None:
    text = f"Norrland Rail has painted the station of Kiruna green. {FILLER} {FILLER} {FILLER} "
    assert acts(told(text + "Ana Roe called for a vote on the harbour bill.", reader)) == ["paint"]
