"""Who is said to have done it, and when and where that was of which a participle tells more."""

from __future__ import annotations

import pytest

from crosswire.claims.read import Reader
from tests.claims.test_frames_cases import Case, outcome, readings

RAID = "Four men rammed a car into a shop in Nice on Monday, smashing a window and making off with jewels."
GONE = "Dan Roe flew to Rome on Monday, having stolen jewels from a shop."
FLED = "The robbers fled to Nice on Monday, stealing jewels from a shop."
LATER = "Dan Roe quit in Rome on Monday, two years after stealing jewels."
STYLED = "A PETROL BOMB attack on a bank in Salem killed three people. The petrol bomb attack began at noon."


@pytest.mark.parametrize(
    ("frame", "sentence", "asked", "holds"),
    [
        # a participle tells more of the deed before it
        ("theft", RAID, {"when": "Monday"}, True),
        ("theft", RAID, {"where": "Nice"}, True),
        ("theft", GONE, {"when": "Monday"}, False),
        ("theft", FLED, {"where": "Nice"}, False),
        ("theft", LATER, {"where": "Rome"}, False),
        # who names a successor is none
        ("appointment", "President Ilo Marr named a successor for Jon Past.", {"whom": "Ilo Marr"}, False),
        ("appointment", "President Ilo Marr named Ana Roe premier.", {"whom": "Ana Roe"}, True),
        # who is charged with a deed is said to have done it
        ("killing", "Dan Roe has been charged with the murder of his mother in Leeds.", {"who": "Dan Roe"}, True),
        ("killing", "Police charged Dan Roe with the murder of a clerk in Leeds.", {"who": "Dan Roe"}, True),
        ("killing", "Dan Roe was found guilty of the murder of a clerk in Leeds.", {"who": "Dan Roe"}, True),
        ("killing", "Dan Roe was held on suspicion of the murder of a clerk.", {"who": "Dan Roe"}, True),
        ("killing", "A man accused of murdering a clerk went on trial in Leeds.", {"who": "man"}, True),
        ("killing", "Dan Roe was cleared of the murder of a clerk in Leeds.", {"who": "Dan Roe"}, False),
        ("killing", "Dan Roe was told of the murder of a clerk in Leeds.", {"who": "Dan Roe"}, False),
        # where somebody is from did nothing
        ("killing", "A Leeds man is accused of killing a clerk in Nice.", {"who": "Leeds man"}, True),
        ("killing", "Hamas fighters killed a clerk in Nice.", {"who": "Hamas fighters"}, True),
        # a name before a common noun is not who that noun is, unless both act as one
        ("plea", "The Paz campaign's former adviser pleaded guilty in Leeds on Monday.", {"whom": "Paz"}, False),
        ("plea", "Ana Paz pleaded guilty in Leeds on Monday.", {"whom": "Ana Paz"}, True),
        ("meeting", "Dan Roe met Ana Paz campaign aides in Leeds on Monday.", {"with_whom": "Ana Paz"}, False),
        ("appointment", "The FBI agent who was fired on Monday sent messages.", {"whom": "FBI"}, False),
        ("sanction", "The Paz government imposed sanctions on Iran on Monday.", {"who": "Paz"}, True),
        ("lawsuit", "Ana Roe sued the Paz family over a debt in Leeds.", {"whom": "Paz"}, False),
        # what is copied or granted is neither hit nor freed
        ("cyber_attack", "Names and addresses were copied from a server on Monday.", {"target": "Names"}, False),
        ("release", "President Paz issued 89 pardons and 61 commutations.", {"whom": "commutations"}, False),
        ("death", "Police asked how Dan Roe was able to commit suicide in Leeds.", {"whom": "suicide"}, False),
        # who orders an inquiry makes none
        ("investigation", "Ana Paz ordered a probe into the fire in Leeds.", {"ordered": "Ana Paz"}, True),
        ("investigation", "Ana Paz ordered a probe into the fire in Leeds.", {"who": "Ana Paz"}, False),
        ("investigation", "The FBI opened a probe into the fire in Leeds.", {"what": "fire"}, True),
        # who rules is a court
        ("ruling", "Judge Ana Paz convicted Dan Roe of fraud.", {"court": "Judge Ana Paz"}, True),
        ("ruling", "The narcissist convicted Dan Roe of fraud.", {"court": "narcissist"}, False),
        ("ruling", "The case was opened on the orders of the Leeds High Court.", {"whom": "Leeds High Court"}, False),
        # a shop is robbed and not stolen
        ("theft", "Dan Roe was linked to four robberies of pharmacies in Leeds.", {"what": "pharmacies"}, False),
        # what is held is nobody, nor is who ends it
        ("demonstration", "A riot broke out in Salem on Monday.", {"who": "riot"}, False),
        ("demonstration", "A street protest erupted in Salem on Monday.", {"who": "street"}, False),
        ("demonstration", "A student protest erupted in Salem on Monday.", {"who": "student"}, True),
        ("demonstration", "Police dispersed the protest in Salem.", {"who": "Police"}, False),
        ("demonstration", "Students protested in Salem against the law.", {"who": "Students"}, True),
        # what an event comes before is no place of it
        ("arrest", "Dan Roe was arrested five days before the match in Turin.", {"where": "Turin"}, False),
        ("arrest", "Dan Roe was arrested just prior to a match at Turin.", {"where": "Turin"}, False),
        ("arrest", "Dan Roe was arrested after a chase in Turin.", {"where": "Turin"}, True),
        # some of those whom it befell
        ("arrest", "One of the suspected bosses arrested in Palermo has died.", {"how_many": "One"}, False),
        ("arrest", "Police arrested two of the suspects in Palermo.", {"how_many": "two of the suspects"}, True),
        # by name, where it stands right behind
        ("killing", "The suspect, Dan Roe, 35, killed a clerk in Leeds.", {"who": "Dan Roe"}, True),
        ("killing", "The killing of its best voice, Ada Brown, shocked Leeds.", {"victim": "voice, Ada Brown"}, True),
        ("killing", "The killing of a guard, Ada Brown said, shocked Leeds.", {"victim": "guard"}, True),
        (
            "killing",
            "A clerk was killed by her husband, Dan Roe, in Leeds.",
            {"who": "Dan Roe", "victim": "clerk"},
            True,
        ),
        ("killing", "The man, a friend of Dan Roe, killed a clerk in Leeds.", {"who": "Dan Roe"}, False),
        ("killing", "The suspect, Leeds, killed a clerk in Leeds.", {"who": "Leeds"}, False),
        # where it was did not do it
        ("attack", "The Paris attack killed 12 people on Monday.", {"who": "Paris"}, False),
        ("attack", "It was Iraq's worst bombing this year.", {"who": "Iraq"}, False),
        ("attack", "Israel's latest attack on Gaza killed 12 people.", {"who": "Israel"}, True),
        ("attack", "Moscow's attack on Kyiv killed 12 people.", {"who": "Moscow"}, True),
        ("weapons_test", "A Pyongyang missile test was condemned on Monday.", {"who": "Pyongyang"}, True),
        # who is asked is who would do it
        ("appointment", "Sen. Ted Roe called on Ann Poe to resign.", {"whom": "Ann Poe"}, True),
        ("appointment", "Sen. Ted Roe called on Ann Poe to resign.", {"whom": "Ted Roe"}, False),
        # whose intent it is
        ("appointment", "Dan Roe's decision to appoint Ann Poe as judge drew praise.", {"by_whom": "Dan Roe"}, True),
        # capitals that only open a report
        ("attack", STYLED, {"who": "PETROL BOMB"}, False),
        ("attack", STYLED, {"target": "people"}, False),
        ("attack", "A HAMAS attack on a bank in Salem killed three people.", {"who": "HAMAS"}, True),
    ],
)
def test_who_did_it_and_when(frame: str, sentence: str, asked: dict[str, str], holds: bool, reader: Reader) -> None:
    case = Case(frame, sentence, True, asked)
    _, reading = next(iter(readings([case], reader)))
    assert outcome(case, reading)[1] == dict.fromkeys(asked, holds)


def test_where_a_hotel_is_stands_in_the_words_of_its_town(reader: Reader) -> None:
    _, reading = next(iter(readings([Case("killing", "He was killed at a Nice, France, hotel.", True, {})], reader)))
    assert {c.value.text for c in reading.claims if c.attribute == "where" and c.value is not None} == {"Nice"}


def test_who_is_charged_is_told_with_reserve(reader: Reader) -> None:
    case = Case("killing", "Dan Roe has been charged with the murder of a clerk in Leeds.", True, {})
    _, reading = next(iter(readings([case], reader)))
    assert {c.stance for c in reading.claims if c.attribute == "who"} == {"doubts"}


@pytest.mark.parametrize(
    ("frame", "sentence", "hit"),
    [
        ("cyber_attack", "The courts are compromised: a system compromised by bias needs reform, Roe said.", False),
        ("cyber_attack", "Hackers compromised the computer system of a bank in Leeds on Monday.", True),
        ("cyber_attack", "The ministry's release of documents angered the union on Monday.", False),
        ("cyber_attack", "Hackers published emails of the ministry on Monday.", True),
        ("bankruptcy", "Dan Roe filed a petition in the high court in 2012 over his dismissal.", False),
        ("bankruptcy", "The airline filed a petition in bankruptcy court on Monday.", True),
        ("ruling", "The plan is for inmates serving long sentences in federal prisons.", False),
        ("ruling", "A court handed Dan Roe a life sentence on Monday.", True),
        ("spaceflight", "The probe of the campaign enters the president's inner circle.", False),
        ("spaceflight", "The probe entered orbit around Mars on Monday.", True),
        ("tariff", "The duties are paid by people who buy shoes.", False),
        ("tariff", "India raised duties on shoes on Monday.", True),
        ("candidacy", "Dan Roe stepped down from the race on Monday.", True),
        ("candidacy", "Dan Roe stepped down from the board on Monday.", False),
        ("agreement", "As its second in command, Dan Roe signed the documents that opened the inquiry.", False),
    ],
)
def test_a_word_alone_tells_of_no_deed(frame: str, sentence: str, hit: bool, reader: Reader) -> None:
    case = Case(frame, sentence, hit, {})
    _, reading = next(iter(readings([case], reader)))
    assert outcome(case, reading)[0]
