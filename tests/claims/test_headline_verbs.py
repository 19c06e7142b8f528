"""Headlines whose verb the tagger takes for a noun, and those that have none, or need no second look."""

from __future__ import annotations

import pytest

from crosswire.claims.headline_verbs import reparsed
from crosswire.claims.read import Reader

VERBS = [
    ("Ferry sinks in Lake Victoria, 44 confirmed dead", "sinks"),
    ("North Korea fires submarine-launched ballistic missile off Japan", "fires"),
    ("Two explosions rock Jolo Cathedral", "rock"),
    ("Trump and Kim sign document following Singapore meeting", "sign"),
    ("Plane carrying 72 people onboard crashes in Nepal; 40 bodies recovered", "crashes"),
    ("Bank of England Cuts Interest Rate to 0.25%", "Cuts"),
    ("Amazon to Buy Whole Foods for $13.7 Billion", "Buy"),
    ("US sanctions Hong Kong leader Lam", "sanctions"),
    ("Iraq president names replacement for Marr", "names"),  # taken for a part of what it is done to
    ("Karst Times obtains list of questions Lund wants to ask Marr", "obtains"),
]
NONE = [
    "Duncan Hunter, Wife Indicted on Campaign Finance Fraud Charges",  # a verb stands before
    "AARP Open to Social Security Cuts",  # as often a noun
    "The ferry sank in Lake Victoria on Monday",  # read rightly at first
    "Missile launches condemned by Tokyo",
    "Two explosions in Jolo",
]


@pytest.mark.parametrize(("text", "verb"), VERBS)
def test_the_verb_of_a_headline_is_found(text: str, verb: str, reader: Reader) -> None:
    doc = reader.parser(text)
    again = reparsed(doc, reader.parser)
    assert again.text == doc.text
    assert next(t for t in again if t.text == verb).pos_ == "VERB"


@pytest.mark.parametrize("text", NONE)
def test_no_verb_is_made_where_none_is(text: str, reader: Reader) -> None:
    doc = reader.parser(text)
    assert reparsed(doc, reader.parser) is doc


@pytest.mark.parametrize("text", ["Amazon to Buy Whole Foods for $13.7 Billion", "Eliud Barasa Breaks World Record"])
def test_no_name_holds_the_verb_of_its_headline(text: str, reader: Reader) -> None:
    again = reparsed(reader.parser(text), reader.parser)
    assert not [entity.text for entity in again.ents if {"Buy", "Breaks"} & set(entity.text.split())]
