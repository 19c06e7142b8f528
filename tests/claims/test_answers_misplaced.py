"""Where something was did not do it, whose strike it was is no place, and a team, a shirt or a firm is no answer."""

from __future__ import annotations

import pytest

from crosswire.claims.read import Reader
from tests.claims.test_frames_cases import Case, outcome, readings


@pytest.mark.parametrize(
    ("frame", "sentence", "asked", "holds"),
    [
        # a country's name before an attack tells where it was, unless the attack was on somebody
        ("attack", "The Syria airstrikes hit a base on Monday.", {"who": "Syria"}, False),
        ("attack", "The Israeli strikes hit a base on Monday.", {"who": "Israeli"}, True),
        ("attack", "A U.S. airstrike hit a base on Monday.", {"who": "U.S."}, True),
        ("attack", "Israel airstrikes on a camp killed ten people on Monday.", {"who": "Israel"}, True),
        # whose own soil it was on, and who "had" it
        ("attack", "Norway's attack in Oslo killed two people on Monday.", {"who": "Norway"}, False),
        ("attack", "Norway's attack in Kabul killed two people on Monday.", {"who": "Norway"}, True),
        ("attack", "Sweden had its first terrorist attack on Monday.", {"who": "Sweden"}, False),
        ("attack", "Sweden launched a missile attack on a base on Monday.", {"who": "Sweden"}, True),
        # whose strike somebody died in is no place
        ("killing", "Dan Roe was killed in a US air strike near Mosul.", {"where": "US"}, False),
        ("killing", "Dan Roe was killed in an Israeli raid on Monday.", {"where": "Israel"}, False),
        ("killing", "Dan Roe was killed in a Paris hotel.", {"where": "Paris"}, True),
        # a unit is no weapon, a shirt nobody
        ("killing", "Dan Roe was shot dead on patrol with the Gang Enforcement Unit.", {"weapon": "Unit"}, False),
        ("killing", "Dan Roe was shot dead with a rifle.", {"weapon": "rifle"}, True),
        ("assault", "Dan Roe groped the student over her clothes.", {"victim": "clothes"}, False),
        ("assault", "Dan Roe groped the student over her clothes.", {"victim": "student"}, True),
        # where somebody worked is no post
        ("appointment", "Dan Roe was fired from his accounting firm.", {"post": "firm"}, False),
        ("appointment", "Dan Roe was fired as head coach.", {"post": "head coach"}, True),
        ("appointment", "Dan Roe resigned from Congress on Monday.", {"post": "Congress"}, True),
        # where a firm is from is not whom it befell, nor is a body the thing that bears its name
        ("sanction", "Norway imposed sanctions on nine Lithuanian firms on Monday.", {"against": "Lithuanian"}, False),
        ("sanction", "Norway imposed sanctions on the Lithuanian government.", {"against": "Lithuanian"}, True),
        ("takeover", "Nordal Oil buys German filling station chain Tankhaus.", {"target": "Tankhaus"}, True),
        # who names somebody, or stages a coup, is put into no office
        ("appointment", "President Ilo Marr named a replacement for Ana Roe.", {"whom": "Ilo Marr"}, False),
        ("appointment", "President Ilo Marr was appointed chairman.", {"whom": "Ilo Marr"}, True),
        ("appointment", "General Dan Roe staged a coup on Monday.", {"whom": "Dan Roe"}, False),
        # who takes lives claims no deed, and what set fire to something did not burn
        ("attack", "Gunmen stormed a hall in Oslo, claiming the lives of 12.", {"claimed_by": "Gunmen"}, False),
        ("attack", "Hamas claimed the bombing that hit a hall in Oslo.", {"claimed_by": "Hamas"}, True),
        ("explosion", "Drones set fire to a depot in Samara on Monday.", {"what": "Drones"}, False),
        ("explosion", "Drones set fire to a depot in Samara on Monday.", {"what": "depot"}, True),
        # how many there were is not who they were
        ("arrest", "Police in Kampala rounded up scores at a tax protest.", {"whom": "scores"}, False),
        ("arrest", "Police in Kampala rounded up scores of marchers.", {"whom": "marchers"}, True),
        # when it was found out or told is not when it was, and a court's name is no place
        ("cyber_attack", "Oster told of a cyberattack discovered on Monday.", {"when": "Monday"}, False),
        ("cyber_attack", "A cyberattack hit Oster on Monday.", {"when": "Monday"}, True),
        ("killing", "The shooting of Dan Roe in Oslo is now investigated.", {"when": "now"}, False),
        ("arrest", "Dan Roe was arrested on orders of the Punjab and Haryana High Court.", {"where": "Punjab"}, False),
        # to where somebody is sent, or where a friend sits, is no scene; nor is whose charge or computer it is
        ("killing", "The ambassador to Norway was killed on Monday.", {"where": "Norway"}, False),
        ("killing", "Roe condemned the killing of the ambassador to Norway.", {"where": "Norway"}, False),
        ("killing", "The ambassador was killed in Norway on Monday.", {"where": "Norway"}, True),
        ("appointment", "Dan Roe, its first friend in Oslo, resigned on Monday.", {"where": "Oslo"}, False),
        ("charges", "Dan Roe faces a US hacking charge.", {"where": "US"}, False),
        ("charges", "Dan Roe was charged with lying in the Norway investigation.", {"where": "Norway"}, False),
        ("killing", "Dan Roe was killed in the Kabul area.", {"where": "Kabul"}, True),
        # the day of a vow is no day of what it is about; a day of its own comes before that of the clause around it
        ("killing", "Norway on Monday vowed to avenge the killing of Dan Roe.", {"when": "Monday"}, False),
        ("killing", "Norway vowed to avenge the killing of Dan Roe on Monday.", {"when": "Monday"}, True),
        ("arrest", "Courts met on Friday to hear ten people who were arrested on Monday.", {"when": "Monday"}, True),
        # who grants a pardon is not freed
        ("release", "Mr. Roe has granted a pardon to Ana Sild.", {"whom": "Roe"}, False),
        ("release", "Dan Roe received a pardon on Monday.", {"whom": "Dan Roe"}, True),
        # whose base or ship it was is no place
        ("arrest", "Two men were arrested at the U.S. embassy in Halden on Monday.", {"where": "U.S."}, False),
        ("arrest", "Two men were arrested at the U.S. border on Monday.", {"where": "U.S."}, True),
        ("vote", "The House voted on Monday to add a question to the 2020 U.S. Census.", {"where": "U.S."}, False),
        # who protests against a ruling did not rule
        ("ruling", "Protests over the police officer acquitted in Leeds went on.", {"court": "Protests"}, False),
        ("ruling", "A jury acquitted the police officer in Leeds.", {"court": "jury"}, True),
        # whom a team beats it does not win
        ("sport", "Ana Sild defeated Mia Lund in the final.", {"what": "Mia Lund"}, False),
        ("sport", "Ana Sild won the title in Oslo.", {"what": "title"}, True),
    ],
)
def test_what_is_no_answer(frame: str, sentence: str, asked: dict[str, str], holds: bool, reader: Reader) -> None:
    case = Case(frame, sentence, True, asked)
    _, reading = next(iter(readings([case], reader)))
    assert outcome(case, reading)[1] == dict.fromkeys(asked, holds)


@pytest.mark.parametrize(
    ("sentence", "ruled"),
    [
        ("Judge Brett Kolvin denied on Monday that he assaulted a student.", False),
        ("Judge Brett Kolvin denied the allegations on Monday.", False),
        ("Judge Brett Kolvin denied the motion on Monday.", True),
        ("The court denied him bail on Monday.", True),
    ],
)
def test_what_a_judge_denies_of_himself_is_no_ruling(sentence: str, ruled: bool, reader: Reader) -> None:
    _, reading = next(iter(readings([Case("ruling", sentence, ruled, {})], reader)))
    assert any(m.frame == "ruling" for m in reading.mentions) is ruled
