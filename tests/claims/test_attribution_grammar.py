"""Grammar of attributions that the parser hides: each rule with the sentence it is for and the near miss beside it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from crosswire.claims.attribution.cues import CueTable
from crosswire.claims.read import Reader, read
from tests.builders import report
from tests.claims.attributions import found

# text, cue, source (None: nobody is named)
SOURCES = [
    ('"Stop the war, we are tired," read one.', "read", "one"),
    ('"And with every vote we grow stronger," read the email.', "read", "the email"),
    ("She read the email.", None, None),
    ("Trump charges that countries that stand to benefit from the deal donated millions.", "charges", "Trump"),
    ("Merkel talks about a European consensus, but the council is deeply divided.", "talks about", "Merkel"),
    (
        'The rejection of the treaty signals "the beginning of the end" for the EU, said Geert Wilders, an MP.',
        "said",
        "Geert Wilders, an MP",
    ),
    (
        "Mr. Trump was just as blunt, claiming without any evidence that Obama wanted to take in refugees.",
        "claiming",
        "Mr. Trump",
    ),
    (
        'Facebook issued a statement shortly after 6pm saying: "We are aware that some have trouble."',
        "saying:",
        "Facebook",
    ),
    ("The mayor blasted Vale for being careless, blaming the company for the collapse.", "blaming", "The mayor"),
    (
        "Users of Facebook-owned apps Whatsapp, Instagram, and Messenger across the world reported service outages.",
        "reported",
        "Users of Facebook-owned apps Whatsapp, Instagram",
    ),
    ("The mayor and police reported outages.", "reported", "The mayor and police"),
    ("They heard his long argument in favor of the tax.", "favor of", "his"),
    ("Workers accepted the cut, some under the belief that it would save them.", "belief", "some"),
    ("He praised the willingness of those in charge to hire strangers.", "willingness", "those in charge"),
    ("The senator stepped up her attacks on the bank.", "attacks on", "The senator"),
    ("On Thursday, he expanded upon his calls for an inquiry.", "calls for", "he"),
    ("The race gives Democrats an opportunity to denounce the plan.", "to denounce", "Democrats"),
    ("The senator dismissed his attacks on the bank.", "attacks on", "his"),
    ("The leaders of both parties took turns criticizing the plan.", "criticizing", "The leaders of both parties"),
    ("On Tuesday the senator opened a rally blasting Clinton for the deal.", "blasting", "the senator"),
    ("The senator saw a sign saying that the deal was dead.", "saying", "a sign"),
    ("He wrote a letter to Zucker asking that all the proceeds go to charity.", "asking", "He"),
    ("The night ended with Maddow asking Smith to leave.", "asking", "Maddow"),
    (
        "Prosecutors charged the officer with murder and Emanuel fired his police chief, acknowledging that trust was "
        "lost.",
        "acknowledging",
        "Emanuel",
    ),
    (
        '"We need him," Hannity said on his show after the senator won his primary, remarking that some were angry.',
        "remarking",
        "Hannity",
    ),
    ("The plan of attack to follow is secret.", "plan", None),
]


@pytest.mark.parametrize(("text", "cue", "source"), SOURCES, ids=[text for text, _, _ in SOURCES])
def test_who_says_it(text: str, cue: str | None, source: str | None, parser: Language, cues: CueTable) -> None:
    named = {f.cue.exact: f.source and f.source.exact for f in found(text, parser, cues) if f.cue is not None}
    assert (named.get(cue) if cue else named or None) == source


def test_who_is_asked_does_not_ask(parser: Language, cues: CueTable) -> None:
    text = (
        "Friday, Texas, leading a coalition of 13 states, asked a federal judge to block the rules in time for school."
    )
    (one,) = (f for f in found(text, parser, cues) if f.lemma == "ask")
    assert one.source is not None
    assert "judge" not in one.source.exact


def test_a_name_in_a_quotation_does_not_tell_it(parser: Language, cues: CueTable) -> None:
    text = (
        '"All the work has paid off and we sealed a deal. God bless our people," an Iranian official, speaking on '
        "condition of anonymity, told Reuters news agency."
    )
    (one,) = found(text, parser, cues)
    assert one.source is not None
    assert one.source.exact == "an Iranian official"
    assert [part.exact for part in one.content] == [text[: text.index(" an Iranian")]]


CONTENTS = [
    (
        "Nine people were killed in an explosion in Ryazan province, TASS news agency reported on Friday, citing a "
        "source.",
        "reported",
        ["Nine people were killed in an explosion in Ryazan province"],
    ),
    ("The fire, described on Friday by witnesses, killed nine.", "reported", None),
    (
        "Rescuers saved a child, but her leg had to be amputated, Frank Rollason, director of Emergency Management, "
        "told the Miami Herald.",
        "told",
        ["Rescuers saved a child, but her leg had to be amputated"],
    ),
    (
        "Two senior officials warned Kenya last week to brace for a drought, saying rains would be insufficient.",
        "warned",
        ["Kenya last week to brace for a drought"],
    ),
    (
        "Milloy says officials will always try to save lives, but the effort can sometimes drain resources.",
        "says",
        ["officials will always try to save lives, but the effort can sometimes drain resources"],
    ),
    ("Milloy said the road was closed, and he left.", "said", ["the road was closed"]),
    ("Milloy said the road was closed but officials denied it.", "said", ["the road was closed"]),
]


@pytest.mark.parametrize(("text", "cue", "content"), CONTENTS, ids=[text for text, _, _ in CONTENTS])
def test_what_is_said(text: str, cue: str, content: list[str] | None, parser: Language, cues: CueTable) -> None:
    said = {f.cue.exact: [part.exact for part in f.content] for f in found(text, parser, cues) if f.cue is not None}
    assert said.get(cue) == content


@pytest.mark.parametrize(
    ("text", "attributed"),
    [
        ("Crews hope they can find people alive in the rubble.", False),
        ("Researchers find that people are alive to the danger.", True),
    ],
)
def test_to_find_people_is_no_finding(text: str, attributed: bool, parser: Language, cues: CueTable) -> None:
    assert any(f.lemma == "find" for f in found(text, parser, cues)) is attributed


NOT_SAID = [
    ("Police were not able to confirm reports of a second gunman.", True),
    ("Police were unable to confirm that a second gunman was there.", True),
    ("The ministry neither confirmed nor denied that the ship had been seized.", True),
    ("The company could neither confirm nor deny the report.", True),
    ("The minister failed to confirm that the talks were over.", True),
    ("The minister did not fail to mention that the talks were over.", False),
    ("The minister did not hesitate to say that the talks were over.", False),
    ("The minister was able to confirm that the talks were over.", False),
]


@pytest.mark.parametrize(("text", "negated"), NOT_SAID)
def test_what_could_not_be_said_is_not_said(text: str, negated: bool, parser: Language, cues: CueTable) -> None:
    (one,) = (f for f in found(text, parser, cues) if f.lemma in {"confirm", "deny", "mention", "say"})
    assert one.negated is negated


@pytest.mark.parametrize(
    ("text", "attributed"),
    [
        ("The hospital admitted three patients.", False),
        ("Royal North Hospital had admitted a woman with a gunshot wound.", False),
        ("The hospital admitted a mistake.", True),
        ("The minister admitted that three patients had died.", True),
        ("Many feared dead after the dam burst.", False),
        ("Many feared that the dam would burst.", True),
    ],
)
def test_who_is_admitted_is_no_admission(text: str, attributed: bool, parser: Language, cues: CueTable) -> None:
    assert any(f.lemma in {"admit", "fear"} for f in found(text, parser, cues)) is attributed


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("Norway condemned the missile strike that Iran carried out in Palu on Monday.", "Paper"),
        ("Norway hailed the launch of three missiles in Palu on Monday.", "Paper"),
        ("Norway announced the launch of three missiles in Palu on Monday.", "Norway's government"),
        ("Norway said that three missiles were launched in Palu on Monday.", "Norway's government"),
    ],
)
def test_what_is_condemned_is_told_by_the_outlet(text: str, origin: str, reader: Reader) -> None:
    (reading,) = read([report(text=text)], reader)
    told = {c.speakers[-1].canonical for c in reading.claims if c.attribute in {"where", "how_many"}}
    assert told == {origin}


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        ("Seoul Halloween: Crowd crush kills 151", None),
        ("Brumadinho: Dam bursts, 40 dead", None),
        ("Seoul: North fired two missiles", "South Korea's government"),
        ("Police: Gunman killed two in cafe", "police"),
        ("Biden: We will respond to the attack", "Joe Biden"),
    ],
)
def test_what_a_headline_is_about_tells_nothing(title: str, speaker: str | None, reader: Reader) -> None:
    (reading,) = read([report(text=title)], reader)
    said = {c.speakers[-1].canonical for c in reading.claims if c.cue is not None and c.cue.exact == ":"}
    assert said == ({speaker} if speaker else set())


def test_who_mourns_says_nothing(reader: Reader) -> None:
    (reading,) = read([report(text="Seoul mourns over 150 people killed in a crush.")], reader)
    assert not [c for c in reading.claims if c.act == "condole"]
