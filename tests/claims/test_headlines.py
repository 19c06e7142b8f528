"""Events in headlines, which leave out "was" and write names and nouns alike."""

from __future__ import annotations

import pytest

from crosswire.claims.read import Reader, read
from crosswire.model import Block, Report

BODY = "The weather was fine in the region yesterday, and people went out."


def told(headline: str, reader: Reader) -> dict[str, dict[str, str]]:
    """Per frame what a headline's mentions answer."""
    text = f"{headline}\n\n{BODY}"
    blocks = (Block("title", 0, len(headline)), Block("paragraph", len(headline) + 2, len(text)))
    (reading,) = read([Report("r", text, blocks, headline, "Paper", None, "unknown", "en")], reader)
    found: dict[str, dict[str, str]] = {}
    for mention in reading.mentions:
        if mention.trigger.start < len(headline):
            found.setdefault(mention.frame, {}).update({name: value.text for name, value in mention.values})
    return found


@pytest.mark.parametrize(
    ("headline", "frame", "answers"),
    [
        (
            "Japan's Former PM Shinzo Abe Shot Dead During Campaign Speech",
            "killing",
            {"victim": "Former PM Shinzo Abe"},
        ),
        ("Three arrested after Lyon blast", "arrest", {"how_many": "Three"}),
        ("Journalist abducted in Nigeria", "abduction", {"whom": "Journalist", "where": "in Nigeria"}),
        ("200 flights cancelled at Heathrow", "closure", {"what": "flights", "how_many": "200 flights"}),
        ("Dozens Killed as Ferry Sinks Off Bangladesh", "transport_accident", {"vehicle": "Ferry", "killed": "Dozens"}),
        ("Martial law lifted in South Korea", "emergency_rule", {"where": "in South Korea"}),
        ("Police arrested 12 at rally", "arrest", {"who": "Police", "how_many": "12"}),
        ("Gunman killed two in Berlin", "killing", {"who": "Gunman", "killed": "two"}),
        ("Container Ship Runs Aground, Blocks Suez Canal", "transport_accident", {"vehicle": "Container ship"}),
    ],
)
def test_a_headline_tells(headline: str, frame: str, answers: dict[str, str], reader: Reader) -> None:
    found = told(headline, reader).get(frame, {})
    assert {name: found.get(name, "").lower() for name in answers} == {n: v.lower() for n, v in answers.items()}


def test_in_a_headline_whom_it_befell_is_not_who_did_it(reader: Reader) -> None:
    assert "who" not in told("Ex-premier shot dead in Nara", reader)["killing"]


def test_a_veteran_of_the_navy_is_not_the_navy(reader: Reader) -> None:
    assert "who" not in told("Former PM Shinzo Abe shot dead by Navy veteran", reader)["killing"]


def test_a_name_before_a_colon_did_not_do_what_stands_behind_it(reader: Reader) -> None:
    assert "who" not in told("Gambia: freed captives tell of two deaths", reader).get("release", {})


def test_a_headlines_place_behind_what_came_before_is_of_that(reader: Reader) -> None:
    boarded = told("Norway boards freighter after cable break off Shetland", reader)["ship_attack"]
    assert "where" not in boarded
    assert "where" in told("Journalist abducted in Nigeria after row", reader)["abduction"]


def test_a_firm_in_a_headline_is_bought_and_not_its_country(reader: Reader) -> None:
    deal = told("Dutch group Brandwal to buy Danish pump maker Sonderhus", reader)["takeover"]
    assert "Sonderhus" in deal["target"]


def test_what_is_aimed_at_is_not_where_it_came_from(reader: Reader) -> None:
    assert "from" not in told("North Korea launches a missile at Japan", reader)["weapons_test"]


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        ("Strong earthquake of 7.2 magnitude jolts Haiti: More than 300 killed", None),
        ("Blast at Beirut port: 100 killed", None),
        ("Officials in Seoul: North fired two missiles", "South Korea's government"),
        ("Head of Kerala police: 20 killed in floods", "Kerala police"),
    ],
)
def test_what_happened_before_a_colon_is_no_speaker(headline: str, speaker: str | None, reader: Reader) -> None:
    text = f"{headline}\n\n{BODY}"
    blocks = (Block("title", 0, len(headline)), Block("paragraph", len(headline) + 2, len(text)))
    (reading,) = read([Report("r", text, blocks, headline, "Paper", None, "unknown", "en")], reader)
    spoken = {c.speakers[-1].canonical for c in reading.claims if c.cue is not None and c.cue.exact == ":"}
    assert spoken == ({speaker} if speaker else set())


@pytest.mark.parametrize(
    ("headline", "body", "speaks"),
    [
        ("Ann Maes: Former Belgian minister jailed for fraud", "Former Belgian minister Ann Maes was jailed.", False),
        ("Ann Maes: Minister dies at 80", "The minister Ann Maes has died.", False),
        ("Ann Maes: The minister must resign", "The senator Ann Maes spoke on Monday.", True),
        ("Ann Maes: Former minister must be jailed", "The senator Ann Maes spoke on Monday.", True),
        ("Gambia: presidential election", "Voters in Gambia chose a president.", False),
        ("Gambia: No election before May", "Gambia's government spoke on Monday.", True),
    ],
)
def test_of_whom_a_headline_tells_says_nothing_of_it(headline: str, body: str, speaks: bool, reader: Reader) -> None:
    text = f"{headline}\n\n{body}"
    blocks = (Block("title", 0, len(headline)), Block("paragraph", len(headline) + 2, len(text)))
    (reading,) = read([Report("r", text, blocks, headline, "Paper", None, "unknown", "en")], reader)
    said = [c for c in reading.claims if c.span.end <= len(headline) and len(c.speakers) > 1]
    assert bool(said) is speaks


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        ("(2nd LD) North Korea fires missile into East Sea: JCS", "Joint Chiefs of Staff"),
        ("Cholera kills 40 people in Haiti: WHO", "World Health Organization"),
        ("Strong quake of magnitude 6.8 hits Peru: USGS", "USGS"),
        ("Heavy rain kills 12 people in Lagos: VIDEO", None),  # a label
        ("HEAVY RAIN KILLS TWELVE IN LAGOS: NEMA", None),  # all is written so
        ("Heavy rain kills 12 people in one city: PM", None),  # too short for a body: anybody's office
    ],
)
def test_a_headline_may_end_with_the_body_that_tells_it(headline: str, speaker: str | None, reader: Reader) -> None:
    text = f"{headline}\n\nIt rained on Monday."
    blocks = (Block("title", 0, len(headline)), Block("paragraph", len(headline) + 2, len(text)))
    (reading,) = read([Report("r", text, blocks, headline, "Paper", None, "unknown", "en")], reader)
    spoken = {c.speakers[-1].canonical for c in reading.claims if c.span.end <= len(headline) and len(c.speakers) > 1}
    assert spoken == ({speaker} if speaker else set())


def test_a_headlines_acronym_is_the_body_that_the_text_explains(reader: Reader) -> None:
    headline = "North Korea fires missile into East Sea: JCS"
    text = f"{headline}\n\nSouth Korea's Joint Chiefs of Staff (JCS) said it flew 400 km."
    blocks = (Block("title", 0, len(headline)), Block("paragraph", len(headline) + 2, len(text)))
    (reading,) = read([Report("r", text, blocks, headline, "Paper", None, "unknown", "en")], reader)
    spoken = {c.speakers[-1].canonical for c in reading.claims if len(c.speakers) > 1}
    assert spoken == {"South Korea's Joint Chiefs of Staff"}


LABELS = [
    ("Dora Lind: Daughter held as mother found dead", "Police arrested Dora Lind at her home on Monday.", False),
    ("Dora Lind: The bridge is closed", "Asked on Monday, Dora Lind said that the bridge was closed.", True),
    ("Dora Lind: The bridge is closed", "The weather was fine, and people went out.", True),  # names nobody else
    ("Mayor Dora Lind: The bridge is closed", "Mayor Dora Lind visited the bridge on Monday.", True),
    ("Police: Three killed in crash", "Three people were killed. Police closed the road.", True),
    ("Luis Gil, a target of critics, is fired over candor questions", "Luis Gil was fired.", False),
]


@pytest.mark.parametrize(("headline", "body", "speaks"), LABELS)
def test_whoever_never_speaks_below_does_not_speak_in_the_headline(
    headline: str, body: str, speaks: bool, reader: Reader
) -> None:
    text = f"{headline}\n\n{body}"
    blocks = (Block("title", 0, len(headline)), Block("paragraph", len(headline) + 2, len(text)))
    (reading,) = read([Report("r", text, blocks, headline, "Paper", None, "unknown", "en")], reader)
    told = [c for c in reading.claims if len(c.speakers) > 1 and c.span.start < len(headline)]
    assert bool(told) is speaks
