"""Answers that other words of the sentence give than the event's own: what caused it, what somebody was armed with, who
the victim was, how badly it was damaged; and the score of a match."""

from __future__ import annotations

import pytest

from crosswire.claims.read import Reader
from tests.claims.test_frames_cases import Case, outcome, readings

BURNED = "A fire broke out at a hotel in Hull on Monday."
SHOT = "A clerk was shot dead in Graz on Friday."


@pytest.mark.parametrize(
    ("frame", "sentence", "asked", "holds"),
    [
        # what caused it
        ("explosion", "A heater caused the fire at a hotel in Hull on Monday.", {"cause": "heater"}, True),
        ("explosion", "The fire at a hotel in Hull was sparked by a faulty heater.", {"cause": "faulty heater"}, True),
        ("explosion", "Officials blamed a gas leak for the blast in Hull.", {"cause": "gas leak"}, True),
        ("explosion", "Officials blamed the blast in Hull on a gas leak.", {"cause": "gas leak"}, True),
        (
            "transport_accident",
            "The crash of a bus resulted from brake failure.",
            {"cause": "failure"},
            True,
        ),
        ("explosion", "The blast in Hull was the result of a gas leak.", {"cause": "gas leak"}, True),
        ("explosion", f"{BURNED} The blaze was caused by a heater.", {"cause": "heater"}, True),
        ("explosion", f"{BURNED} It was caused by a heater.", {"cause": "heater"}, True),
        ("explosion", f"{BURNED} The cause was a heater, officials said.", {"cause": "heater"}, True),
        ("death", "Rosa Kern died in Lisbon. The cause was a stroke, her son said.", {"cause": "stroke"}, True),
        ("death", "Rosa Kern died in Lisbon after a long battle with cancer.", {"cause": "cancer"}, True),
        ("explosion", "The fire at a hotel in Hull was not caused by a heater.", {"cause": "heater"}, False),
        ("explosion", "The fire at a hotel in Hull may have been caused by a heater.", {"cause": "heater"}, False),
        ("explosion", "The fire at a hotel in Hull caused panic.", {"cause": "panic"}, False),
        ("explosion", f"{BURNED} Traffic was the cause of the delay.", {"cause": "traffic"}, False),
        ("explosion", "The cause of the fire at a hotel in Hull is a mystery.", {"cause": "mystery"}, False),
        ("explosion", "Officials blamed the mayor for the blast in Hull.", {"cause": "mayor"}, False),
        # with what
        ("killing", "A man armed with a kitchen knife killed two women in Lyon.", {"weapon": "kitchen knife"}, True),
        ("killing", "The shooter used a handgun to kill two men in Lyon.", {"weapon": "handgun"}, True),
        ("killing", "He pulled out a shotgun and shot two men in Lyon.", {"weapon": "shotgun"}, True),
        ("attack", "A gunman with a rifle opened fire on worshippers at a church.", {"weapon": "rifle"}, True),
        ("killing", "He used the money to hire a guard who shot two men in Lyon.", {"weapon": "money"}, False),
        ("killing", "She used a website to lure men and killed three in Lyon.", {"weapon": "website"}, False),
        # who it was, and how old
        ("killing", "The victim, identified as Tom Hale, was shot outside a bar.", {"victim": "Tom Hale"}, True),
        ("killing", "Police named the man who shot a clerk in Graz as Karl Dorn.", {"who": "man"}, True),
        ("killing", f"{SHOT} The suspect was identified as Karl Dorn.", {"who": "Karl Dorn"}, True),
        ("killing", f"{SHOT} The suspect's lawyer, Ann Finch, spoke.", {"who": "Ann Finch"}, False),
        ("killing", "A 54-year-old clerk was shot dead in Graz.", {"victim_age": "54"}, True),
        ("killing", "Ana Ruiz, 34, was stabbed to death in Graz.", {"victim_age": "34"}, True),
        ("killing", "The mother of a 12-year-old boy was killed in Graz.", {"victim_age": "12"}, False),
        ("killing", "A clerk was shot dead by Karl Dorn, 41, in Graz.", {"victim_age": "41"}, False),
        ("killing", "A man was stabbed after an argument over money in Graz.", {"motive": "argument"}, True),
        ("killing", "A man was stabbed after the match in Graz.", {"motive": "match"}, False),
        ("killing", "He killed two women in Graz and wounded a third.", {"injured": "third"}, True),
        ("killing", "He killed two women in Graz and a third fled.", {"injured": "third"}, False),
        # how badly
        ("explosion", "A restaurant in Hull was gutted in a fire on Monday.", {"damage": "gutted"}, True),
        ("explosion", "A church in Hull burned to the ground on Monday.", {"damage": "burned"}, True),
        ("explosion", f"{BURNED} The hotel was destroyed.", {"damage": "destroyed"}, True),
        ("explosion", f"{BURNED} The hotel was not damaged.", {"damage": "damaged"}, False),
        ("explosion", "Crews saved a hotel in Hull from being destroyed by the blaze.", {"damage": "destroyed"}, False),
        ("explosion", "The blaze that gutted the church in Hull was arson.", {"target": "church"}, True),
        # the score, and whose win it was
        ("sport", "Easton beat Norton 3-1 on Saturday.", {"score": "3-1", "against": "Norton"}, True),
        ("sport", "The Bears held on for a 28-24 victory over the Lions.", {"score": "28-24"}, True),
        ("sport", "Nadal beat Federer 6-3, 6-4 in the final.", {"score": "6-3, 6-4", "against": "Federer"}, True),
        ("sport", "Easton lost 3-1 to Norton on Saturday.", {"who": "Norton", "against": "Easton"}, True),
        ("sport", "Easton lost 3-1 to Norton on Saturday.", {"who": "Easton"}, False),
        ("sport", "The court ruled 7-2 on Saturday.", {"score": "7-2"}, False),
        # the charge before or behind its word, and who is given a sentence
        ("charges", "Prosecutors filed assault charges against Ivan Petrov.", {"with_what": "assault"}, True),
        ("charges", "Ivan Petrov faces a charge of perjury.", {"with_what": "perjury", "whom": "Ivan Petrov"}, True),
        ("ruling", "Ivan Petrov got 12 years for fraud.", {"whom": "Ivan Petrov", "sentence": "12 years"}, True),
        ("ruling", "The jury found Ivan Petrov guilty of murder.", {"whom": "Ivan Petrov", "for": "murder"}, True),
        ("ruling", "Ivan Petrov received a life sentence.", {"court": "Ivan Petrov"}, False),
        # whom, in whose place, as what
        ("appointment", "Ann Moss was sworn in as mayor on Monday.", {"post": "mayor"}, True),
        ("appointment", "Ann Moss will become chief executive of the bank.", {"whom": "Ann Moss"}, True),
        ("appointment", "The board named Ann Moss chief executive.", {"whom": "Ann Moss"}, True),
        ("appointment", "The mayor fired police chief Dan Roe.", {"whom": "Dan Roe"}, True),
        ("directing", "The studio hired Ann Moss to direct the sequel.", {"who": "Ann Moss", "what": "sequel"}, True),
        ("directing", "Ann Moss will direct the film.", {"who": "Ann Moss", "what": "film"}, True),
        (
            "election",
            "Ann Moss won the presidential election with 53 percent of the vote.",
            {"winner": "Ann Moss"},
            True,
        ),
        ("election", "Ann Moss won the election in Ghana with 53 percent of the vote.", {"vote_share": "53"}, True),
        ("election", "Dan Roe lost the presidential election to Ann Moss.", {"winner": "Dan Roe"}, False),
        ("election", "Turnout in the presidential election was 61 percent.", {"turnout": "61"}, True),
        ("theft", "The robbers made off with laptops from a school.", {"what": "laptops"}, True),
        ("assault", "Two men raped a student in Delhi on Monday.", {"victim": "student"}, True),
    ],
)
def test_answers_said(frame: str, sentence: str, asked: dict[str, str], holds: bool, reader: Reader) -> None:
    case = Case(frame, sentence, True, asked)
    (_, reading), *_ = readings([case], reader)
    _, found = outcome(case, reading)
    assert found == dict.fromkeys(asked, holds)
