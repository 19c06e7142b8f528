"""Sentences and headlines of news: which attributions are speech, who is cited, and whose words an event rests on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from crosswire.claims.attribution.cues import read_cues
from crosswire.claims.attribution.find import CueTable, Found
from crosswire.claims.attribution.quotes import quotations
from crosswire.claims.read import Reader, read
from crosswire.model import Claim
from tests.builders import report
from tests.claims.attributions import found

Find = Callable[[str], tuple[Found, ...]]


def words(one: Found) -> tuple[str | None, str | None, tuple[str, ...]]:
    source, cue = (None if s is None else s.exact for s in (one.source, one.cue))
    return source, cue, tuple(span.exact for span in one.content)


# --- what is speech -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        ("The minister said the road was closed.", True),
        ("The minister promised to reopen the road.", True),
        ("The army condemned the attack.", True),
        ("The envoy opposes the plan.", True),
        ("The union demanded an inquiry.", True),
        ("The ministry denied the report.", True),
        ("The general went on to say that the war was lost.", True),
        ("She refused to say whether the talks failed.", True),
        ("Norway plans to expel two diplomats.", False),
        ("The bank wants to close fifty branches.", False),
        ("He believes that the ship was hit.", False),
        ("Prague has been unwilling to change its practices.", False),
        ("China responded with tariffs on steel.", False),
        ("The president released his plans.", False),
        ("The party supports the bill.", False),
        ("Rebels attacked the convoy.", False),
        ("The agency is working with the navy to confirm the report.", False),
        ("Tokyo will announce new sanctions.", False),
        ("The army may confirm that it fired.", False),
        ("If he says the deal is dead, markets will fall.", False),
    ],
)
def test_speech_is_told_from_thought_wish_and_deed(text: str, speech: bool, parser: Language, cues: CueTable) -> None:
    assert [f.speech for f in found(text, parser, cues)] == [speech]


def test_who_refuses_to_speak_has_not_spoken(parser: Language, cues: CueTable) -> None:
    assert [f.negated for f in found("She refused to say whether the talks failed.", parser, cues)] == [True]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("The minister said the road was closed.", True),
        ('The minister called it "a disgrace".', False),
        ("The army condemned the attack.", False),
        ("The observatory put the magnitude at 6.3.", True),
        ("Kabul claimed responsibility for a blast that killed 63 people.", False),
    ],
)
def test_a_content_is_an_assertion_or_only_named(text: str, clause: bool, parser: Language, cues: CueTable) -> None:
    assert [f.clause for f in found(text, parser, cues)] == [clause]


def test_a_group_that_is_no_speech_yields_to_one_that_is() -> None:
    cues = read_cues("""
        [[verb]]
        lemmas = ["show", "say"]
        takes = ["that", "object"]
        speech = false
        [[verb]]
        lemmas = ["say"]
        takes = ["that"]
    """)
    assert cues.verbs["show"].silent == {"that", "object"}
    assert cues.verbs["say"].silent == {"object"}


# --- forms of news ------------------------------------------------------------------------------------------------

SENTENCES = [
    (
        "AFD put the magnitude at 6.3 and the depth at 10 km.",
        [("AFD", "put", ("the magnitude at 6.3 and the depth at 10 km",))],
    ),
    (
        "The ministry said on Monday in a written statement to reporters that the ship had been hit.",
        [("The ministry", "said", ("that the ship had been hit",))],
    ),
    (
        "State media reported, citing the army, that the missiles landed in the sea.",
        [
            ("State media", "reported", ("that the missiles landed in the sea",)),
            ("State media", "citing", ("the army",)),
        ],
    ),
    (
        "He was quoted by the state news agency as saying the talks had failed.",
        [("He", "was quoted by the state news agency as saying", ("the talks had failed",))],
    ),
    ("Police and the mayor said the road was closed.", [("Police and the mayor", "said", ("the road was closed",))]),
    ("The army has closed the road, Trend reports.", [("Trend", "reports", ("The army has closed the road",))]),
    (
        "Two ships were hit off Yemen on Sunday, Sky News reported, quoting officials.",
        [
            ("Sky News", "reported", ("Two ships were hit off Yemen on Sunday",)),
            ("Sky News", "quoting", ("officials",)),
        ],
    ),
    (
        "The tanker was released on Wednesday, and no ransom was paid, the company said.",
        [("the company", "said", ("The tanker was released on Wednesday, and no ransom was paid",))],
    ),
    ("The club called a meeting on Tuesday evening.", []),
    (
        "The fire has killed nine people, the mayor of Lamia, Nikos Vlachos, told this newspaper.",
        [("the mayor of Lamia, Nikos Vlachos,", "told", ("The fire has killed nine people",))],
    ),
    (
        "The Maria Luz was 12 miles off Aden when it was hit at 05:40 GMT, the Joint Maritime Centre (JMC) said.",
        [
            (
                "the Joint Maritime Centre (JMC)",
                "said",
                ("The Maria Luz was 12 miles off Aden when it was hit at 05:40 GMT",),
            )
        ],
    ),
    (
        "The toll rose to 52 on Thursday, the ministry said, and 411 people have been hurt.",
        [("the ministry", "said", ("The toll rose to 52 on Thursday", "411 people have been hurt"))],
    ),
    ("The walls shook, the lamps fell, and he left.", []),
    (
        '"It would be a great day," Rep. Elena Marsh (D-Ill.) said.',
        [("Rep. Elena Marsh (D-Ill.)", "said", ('"It would be a great day,"',))],
    ),
    (
        "The party will not attend the congress and others have said they are not interested.",
        [("others", "have said", ("they are not interested",))],
    ),
    (
        "The launches are a stark reminder that peace is no game.",
        [(None, "stark reminder", ("that peace is no game",))],
    ),
    (
        "The mayor made a third attempt to calm the crowd, saying the dam was safe.",
        [("The mayor", "saying", ("the dam was safe",))],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_sentences_of_news(text: str, expected: list[object], parser: Language, cues: CueTable) -> None:
    assert [words(f) for f in found(text, parser, cues) if f.parent is None] == expected


HEADLINES = [
    ("North fired missile, Seoul says", [("Seoul", "says", ("North fired missile",))]),
    ("Death toll rises to 63, says minister", [("minister", "says", ("Death toll rises to 63",))]),
    ("At least 63 killed in Kabul blast: officials", [("officials", ":", ("At least 63 killed in Kabul blast",))]),
    ("Quake kills dozens in Ecuador - officials", [("officials", "-", ("Quake kills dozens in Ecuador",))]),
    ("'We are ready,' says Kim", [("Kim", "says", ("'We are ready,'",))]),
    ("‘We aren’t afraid,’ says Iran's president", [("Iran's president", "says", ("‘We aren’t afraid,’",))]),
    ("Zelensky: 'We will not give up'", [("Zelensky", ":", ("'We will not give up'",))]),
    ("Quake kills dozens in Ecuador - live updates", []),
    ("Workers' strike halts trains across the north", []),
]


@pytest.mark.parametrize(("text", "expected"), HEADLINES, ids=[text for text, _ in HEADLINES])
def test_headlines(text: str, expected: list[object], parser: Language, cues: CueTable) -> None:
    assert [words(f) for f in found(text, parser, cues, "title") if f.parent is None] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'We are ready,' says Kim", ["'We are ready,'"]),
        ("Workers' strike hits 'dozens' of trains", ["'dozens'"]),
        ("‘We aren’t ready’", ["‘We aren’t ready’"]),
        ("The '90s are back in the dogs' home", []),
    ],
)
def test_single_marks_of_a_headline(text: str, expected: list[str]) -> None:
    assert [text[q.start : q.end] for q in quotations(text, 0, len(text), single=True)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'There was a raid near Jilib. We saw it,' Omar Haddad said.", ["'There was a raid near Jilib. We saw it,'"]),
        ("‘The rebels' camp wasn't hit,’ he said.", ["‘The rebels' camp wasn't hit,’"]),
        ("A bang like an 'earthquake' woke us. 'It was close,' he said.", ["'It was close,'"]),
        ("The players' union and the owners' union met in the '90s.", []),
        ("He called it 'Art' and left.", []),
        ("\"It was 'close,'\" he said.", ["\"It was 'close,'\""]),
    ],
)
def test_single_marks_between_which_somebody_speaks(text: str, expected: list[str]) -> None:
    assert [text[q.start : q.end] for q in quotations(text, 0, len(text))] == expected


def test_who_is_quoted_by_an_agency_is_the_nearest(reader: Reader) -> None:
    (reading,) = read([report(text="KCNA quoted Kim Jong Un as saying that the weapon was ready.")], reader)
    said = next(c for c in reading.claims if c.act == "say")
    assert [s.canonical for s in said.speakers][1:] == ["KCNA", "Kim Jong Un"]


def test_a_thing_is_no_origin_of_a_fact(reader: Reader) -> None:
    text = "The figures contradict those of the ship's manager, Norlund Shipping. A ship was hit off Yemen."
    (reading,) = read([report(text=text)], reader)
    assert all(len(c.speakers) == 1 for c in reading.claims if c.attribute is not None)


def test_what_is_measured_rests_on_who_measured_it(reader: Reader) -> None:
    text = "An earthquake struck Palu. The Geological Office recorded a magnitude of 6.3 and 120 aftershocks."
    (reading,) = read([report(text=text)], reader)
    origins = {c.attribute: c.speakers[-1].canonical for c in reading.claims if c.attribute is not None}
    assert origins["magnitude"] == origins["aftershocks"] == "Geological Office"
    assert origins["happened"] == "Paper"


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("The Earthquake Bureau reported two blasts in Tianjin on Wednesday.", "Earthquake Bureau"),
        ("The Earthquake Bureau condemned the blasts in Tianjin on Wednesday.", None),
        ("The Earthquake Bureau reported no blasts in Tianjin on Wednesday.", None),
    ],
)
def test_who_reports_an_event_tells_that_it_happened(text: str, teller: str | None, reader: Reader) -> None:
    (reading,) = read([report(text=text)], reader)
    happened = [c for c in reading.claims if c.attribute == "happened" and c.stance == "states"]
    assert [c.speakers[-1].canonical for c in happened if len(c.speakers) > 1] == ([teller] if teller else [])


@pytest.mark.parametrize(
    ("said", "teller"),
    [
        ("His lawyer, Eva Sol, confirmed the arrest.", "Eva Sol"),
        ("The governor, Eva Sol, acknowledged the arrest and called it overdue.", "Eva Sol"),
        ("The Harbour Office confirmed that arrest on Friday.", "Harbour Office"),
        ("The governor, Eva Sol, did not confirm the arrest.", None),
        ("The governor, Eva Sol, could not confirm the arrest.", None),
        ("The governor, Eva Sol, refused to acknowledge the arrest.", None),
        ("The governor, Eva Sol, condemned the arrest.", None),
        ("The governor, Eva Sol, said the arrest was overdue.", None),
    ],
)
def test_who_confirms_what_was_told_before_tells_that_it_happened(
    said: str, teller: str | None, reader: Reader
) -> None:
    (reading,) = read([report(text=f"The owner of a mill, Luis Gil, was arrested in Cusco. {said}")], reader)
    happened = [c for c in reading.claims if c.attribute == "happened" and c.stance == "states"]
    assert [c.speakers[-1].canonical for c in happened if len(c.speakers) > 1] == ([teller] if teller else [])


def test_another_toll_of_another_year_is_no_answer(reader: Reader) -> None:
    text = (
        "A ferry sank off Cebu on March 9, 2026. The sinking is the second there since the fire that killed 33 people "
        "on another ferry on March 29, 2023."
    )
    (reading,) = read([report(text=text)], reader)
    sunk = {m.id for m in reading.mentions if m.frame == "transport_accident"}
    assert not [c for c in reading.claims if c.mention in sunk and c.attribute == "killed"]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("North Korea attempted to launch a satellite on Monday.", "happened"),
        ("North Korea failed to launch a satellite on Monday.", "happened"),
        ("North Korea will attempt to launch a satellite on Monday.", "hypothetical"),
        ("North Korea did not try to launch a satellite on Monday.", "hypothetical"),
        ("Gunmen attempted to kill the mayor Ana Sol on Monday.", "hypothetical"),
    ],
)
def test_an_attempt_to_launch_is_an_event(text: str, modality: str, reader: Reader) -> None:
    (reading,) = read([report(text=text)], reader)
    assert [m.modality for m in reading.mentions if m.frame in ("weapons_test", "killing")] == [modality]


# --- chains -------------------------------------------------------------------------------------------------------


def chains(text: str, reader: Reader) -> dict[str, list[str]]:
    """Cue -> canonical speakers behind the outlet, of every attribution of a text."""
    claims: tuple[Claim, ...] = next(iter(read([report(text=text)], reader))).claims
    told = [c for c in claims if c.attribute is None and c.words is None and c.cue is not None]
    return {c.cue.exact: [s.canonical for s in c.speakers[1:]] for c in told if c.cue is not None}


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("Yonhap, citing the Joint Chiefs of Staff, said the missiles flew 350 km.", "citing", 2),
        ("Yonhap, citing safety concerns, said the ferry was cancelled.", "citing", 1),
        ("We are told that the port is shut.", "are told", 0),
    ],
)
def test_who_is_cited_stands_behind_who_cites(text: str, cue: str, expected: int, reader: Reader) -> None:
    assert len(chains(text, reader).get(cue, [])) == expected


def test_who_claims_an_attack_does_not_tell_its_toll(reader: Reader) -> None:
    text = (
        "Islamic State claimed responsibility for a suicide attack which Turkish police said killed at least 63 people."
    )
    spoken = chains(text, reader)
    assert spoken["claimed"] == ["Islamic State"]
    assert spoken["said"] == ["Turkey's police"]


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("The Kenyan army denied reports that gunmen killed 37 people in Mombasa on Monday.", {"denies"}),
        ("The Kenyan army rejected claims that gunmen killed 37 people in Mombasa on Monday.", {"denies"}),
        ("The Kenyan army published reports that gunmen killed 37 people in Mombasa on Monday.", {"states"}),
    ],
)
def test_who_denies_reports_denies_what_they_say(text: str, stances: set[str], reader: Reader) -> None:
    (reading,) = read([report("Paper", text)], reader)
    assert {c.stance for c in reading.claims if c.attribute == "killed"} == stances


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Iran shot down a drone, officials said, disputing reports that it was over Iran.", {"states"}),
        ("Iran shot down a drone, officials said. Tehran disputed the report.", {"states", "denies"}),
        ("Iran shot down a drone, officials said. Tehran denied it.", {"states", "denies"}),
    ],
)
def test_who_disputes_something_else_does_not_deny_what_was_told(text: str, stances: set[str], reader: Reader) -> None:
    (reading,) = read([report(text=text)], reader)
    assert {c.stance for c in reading.claims if c.attribute == "happened"} == stances


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Lawmakers rejected the decree on Monday.", {"states"}),
        ("The army rejected reports of an explosion at the depot.", {"denies"}),
        ("The army rejected the claim of an explosion at the depot.", {"denies"}),
    ],
)
def test_who_turns_a_thing_down_does_not_deny_it(text: str, stances: set[str], reader: Reader) -> None:
    (reading,) = read([report(text=text)], reader)
    assert {c.stance for c in reading.claims if c.attribute is not None} == stances


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The premier Ana Paz declared a state of emergency after a quake killed 30 people.", {"Paper"}),
        ("The premier Ana Paz declared three days of mourning following the crash that killed 30 people.", {"Paper"}),
        ("The premier Ana Paz announced an inquiry after 30 people died in the fire.", {"Paper"}),
        ("The premier Ana Paz announced that 30 people died after a quake.", {"Ana Paz"}),
        ("The premier Ana Paz said 30 people died following an explosion at the port.", {"Ana Paz"}),
    ],
)
def test_what_came_before_a_deed_of_words_is_told_by_the_outlet(text: str, speakers: set[str], reader: Reader) -> None:
    (reading,) = read([report("Paper", text)], reader)
    assert {c.speakers[-1].canonical for c in reading.claims if c.attribute == "killed"} == speakers


FRAGMENTS = [
    ("“We had to act,” Luis Gil said. The strike “killed twelve men in a tunnel.”", True),
    ("Luis Gil said the army had to act. The strike “killed twelve men in a tunnel.”", True),
    ("“We had to act,” Luis Gil said. The strike was a “great success”.", False),  # no words that say something
    ("“We had to act,” Luis Gil said. The strike “killed twelve men in a tunnel,” the army said.", False),
    ("“We had to act,” Luis Gil said. It was noon. The strike “killed twelve men in a tunnel.”", False),
    ("Luis Gil was there. The strike “killed twelve men in a tunnel.”", False),
]


@pytest.mark.parametrize(("text", "goes_on"), FRAGMENTS)
def test_quoted_words_of_a_sentence_without_a_cue(text: str, goes_on: bool, reader: Reader) -> None:
    (reading,) = read([report("Paper", text)], reader)
    speakers = {c.speakers[-1].canonical for c in reading.claims if "killed twelve" in c.span.exact and c.attribute}
    assert ("Luis Gil" in speakers) is goes_on


ALONE = [
    ("When the vote came, she ended her speech in tears. “I will leave the post that I loved.”", "she"),
    ("The chairman was blunt. “I will leave the post that I loved.”", "The chairman"),
]


@pytest.mark.parametrize(("text", "source"), ALONE)
def test_a_quotation_alone_is_of_the_subject_of_its_sentence(
    text: str, source: str, parser: Language, cues: CueTable
) -> None:
    told = [words(one) for one in found(text, parser, cues) if "loved" in one.content[-1].exact]
    assert [who for who, _, _ in told] == [source]
