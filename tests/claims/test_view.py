"""Views: what stands by itself as somebody's judgement or forecast, in pairs where one word makes the difference."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache

import pytest
from spacy.language import Language

from crosswire.claims.parse import load_parser
from crosswire.claims.read import Reader, load_reader, read
from crosswire.claims.stance.judge import StanceTable, load_stance
from crosswire.claims.stance.view import heads_of, view_of
from crosswire.model import Block, Claim, Report, Time

# an outlet's own sentence, what it does
OWN = [
    ("The path to a truce is dangerous.", "judges"),
    ("The path to a truce is murky at best.", "judges"),
    ("The path to the village is narrow.", None),
    ("The vote underscored how split the council is.", "judges"),
    ("The rumour appears to be a false alarm.", "judges"),
    ("The pilot may have missed the runway.", "judges"),
    ("The owner is believed to have fled to Karsk.", "judges"),
    ("The owner has fled to Karsk.", None),
    ("His condition is serious.", None),
    ("The strike could last for years.", "foresees"),
    ("The crew could see the shore.", None),
    ("The hearing is likely to cover the blaze.", "foresees"),
    ("The hearing was likely to cover the blaze.", None),
    ("If the mayor resigns, the council will split.", "foresees"),
    ("The council will probably split.", "foresees"),
    ("The council will meet in the old town hall.", "announces"),
    ("The council is to meet in the old town hall.", "announces"),
    ("It looks like this.", None),
    ("The move looks like a retreat.", "judges"),
    ("The cuts will be more painful than the last.", "foresees"),
    ("It appears that the cuts were too deep.", "judges"),
    ("The council met in the old town hall.", None),
    ("Is the rumour a false alarm?", None),
    ("What is the path to a truce?", None),
    ("It is not clear whether the path is dangerous.", None),
    ("We will keep you posted on this dangerous path.", None),
    ("You can read our policy here, which is important.", None),
    ('"The path to a truce is dangerous.', None),
    ("The path is dangerous pic.twitter.com/abc", None),
    ("Traditionally, the daughter could only inherit if she was married.", None),
    ("Naming her would put the source at risk.", "foresees"),
    ("The mayor would name her on Friday.", "announces"),
]

# a text whose first clause is given to somebody, whose words are looked at, and what they do
SAID = [
    ("Analysts said the price will rise above nine crowns.", "the price will rise", "foresees"),
    ("The company said the price will rise above nine crowns.", "the price will rise", "announces"),
    ("Ana Paz predicted the price will rise above nine crowns.", "the price will rise", "foresees"),
    ("Ana Paz warned that more attacks will follow.", "more attacks will follow", "foresees"),
    ("Ana Paz said that the mayor should step down.", "the mayor should step down", "judges"),
    ("Ana Paz said that the bill was unfair to farmers.", "the bill was unfair", "judges"),
    ("Ana Paz said it was unfair.", "it was unfair", None),
    ("Ana Paz did not say that the bill was unfair to farmers.", "the bill was unfair", None),
    ("Ana Paz declined to say whether the bill was unfair.", "the bill was unfair", None),
    ("Ana Paz would not say how serious the leak is.", "the leak is", None),
    ("Ana Paz wants to change the bill soon.", "change the bill", None),
    ("Officials believe the gunman acted out of greed.", "the gunman acted", "judges"),
    ("Ana Paz decided that only one lawyer could help her.", "only one lawyer could", None),
    ("She said that the bill was unfair to farmers.", "the bill was unfair", None),
]

# a sentence of a report of 10 March 2026, the coming time that it names
COMING = [
    ("The council will vote on Friday.", "Friday"),
    ("The council is due to vote on the plan on Friday.", "Friday"),
    ("All mills will be checked, beginning on Friday.", "Friday"),
    ("In her first week, Ms. Paz plans on 13 March to bring up two bills.", "13 March"),
    ("Many will miss their pay on Friday unless the mayor signs the bill.", "Friday"),
    ("The office, whose inspectors are expected in Karsk on Friday, may object.", "Friday"),
    ("The council voted on Friday.", None),
    ("The rules will help those who would go free if they were tried today.", None),
    ("If the council votes on Friday, the mayor will be pleased.", None),
]


@cache
def parser() -> Language:
    return load_parser()


@cache
def table() -> StanceTable:
    return load_stance()


@cache
def reader() -> Reader:
    return load_reader()


def claims(text: str) -> tuple[Claim, ...]:
    at = datetime(2026, 3, 10, tzinfo=UTC)
    blocks = (Block("paragraph", 0, len(text)),)
    report = Report("r", text, blocks, "", "Gazette", published=at, language="en", date_basis="given")
    return next(iter(read([report], reader()))).claims


@pytest.mark.parametrize(("sentence", "does"), OWN)
def test_an_outlets_own_sentence(sentence: str, does: str | None) -> None:
    sent = next(parser()(sentence).sents)
    assert view_of(heads_of(sent, own=True), table(), own=True) == does


@pytest.mark.parametrize(("sentence", "words", "does"), SAID)
def test_what_somebody_is_told_to_say(sentence: str, words: str, does: str | None) -> None:
    own = [c for c in claims(sentence) if len(c.speakers) > 1 and c.mention is None and words in c.span.exact]
    assert {c.view for c in own} - {None} == ({does} if does else set())


@pytest.mark.parametrize(("sentence", "when"), COMING)
def test_the_time_that_lies_ahead(sentence: str, when: str | None) -> None:
    values = [c.value for c in claims(sentence) if c.mention is None and isinstance(c.value, Time)]
    assert {v.text.removeprefix("on ") for v in values} == ({when} if when else set())
