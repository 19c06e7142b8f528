"""Where sentences are cut before they are parsed, and how their parts are put together again."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Token

from crosswire.claims.apart.cuts import find_cuts
from crosswire.claims.apart.phrase import Words
from crosswire.claims.read import Reader, read
from crosswire.pipeline.read import load_pipeline
from tests.builders import report


@pytest.fixture(scope="module")
def reader() -> Reader:
    return load_pipeline().reader


def cuts(text: str, parser: Language) -> list[str]:
    """What begins behind each cut of a text."""
    doc = parser(text)
    return [
        f"{cut.kind}: {doc[cut.at : cut.last + 1].text}"
        for cut in find_cuts(Words([t.lower_ for t in doc], [t.tag_ for t in doc]))
    ]


CUT = [
    (
        "A ferry capsized in the Java Sea, police and rescue workers said.",
        "tail: police and rescue workers said",
    ),
    (
        "A bomb killed five people, police, firefighters and hospital staff said on Tuesday.",
        "tail: police, firefighters and hospital staff said on Tuesday",
    ),
    (
        "Gunmen shot nine soldiers, killing four, Brig. Gen. Karim Aziz, head of the border guard, told Reuters.",
        "tail: Brig. Gen. Karim Aziz, head of the border guard, told Reuters",
    ),
    (
        "The rate rose to 8.5 percent, the mayor, Hasan Yildiz, and the regional governor told reporters in Geneva.",
        "tail: the mayor, Hasan Yildiz, and the regional governor told reporters in Geneva",
    ),
    (
        "A bomb went off in Lahore, Pakistan, one senior official who asked not to be named said late on Monday.",
        "tail: one senior official who asked not to be named said late on Monday",
    ),
    (
        "Rebels seized the town, the Interfax agency said, citing two doctors.",
        "tail: the Interfax agency said, citing two doctors",
    ),
    (
        "A ferry sank near the island, Korea's Ministry of Trade, Industry and Energy said on Tuesday.",
        "tail: Korea's Ministry of Trade, Industry and Energy said on Tuesday",
    ),
    (
        "A ferry capsized in the Java Sea, Lt. Col. Pavlo Hrytsenko said.",
        "tail: Lt. Col. Pavlo Hrytsenko said",
    ),
    (
        'A Briton was killed in a "piracy" attack on a tanker off Oman, the office of a firm that runs it said Friday.',
        "tail: the office of a firm that runs it said Friday",
    ),
    (
        "Forces shelled a hospital, killing a doctor, as per two police officers and a doctor.",
        "source: as per two police officers and a doctor",
    ),
    (
        "A ferry sank off Samos, according to Amina Bello, a spokeswoman for the police.",
        "source: according to Amina Bello, a spokeswoman for the police",
    ),
    (
        "According to Nadia Rahimi, who heads the ward, the power cut, which began at dawn, hit 3 million people.",
        "opening: the power cut, which began at dawn, hit 3 million people",
    ),
    (
        "According to officials in Herat, a fire that broke out in a factory killed 23 workers.",
        "opening: a fire that broke out in a factory killed 23 workers",
    ),
    (
        "Police said in a statement on Tuesday that two trains had collided near Tempe.",
        "clause: two trains had collided near Tempe",
    ),
    ("The ministry said late on Tuesday gunmen had killed nine soldiers.", "clause: gunmen had killed nine soldiers"),
]
WHOLE = [
    'The attack "was an act of war, the worst in years", and the army which the minister leads said so.',
    '"It was dark, and the road was wet," the driver said.',
    "A ferry sank in the lake that the Ministry of Trade, Industry and Energy closed.",
    "Police and rescue workers rushed to the scene after a bomb killed five people.",
    "A bomb killed five people, police and rescue workers among them.",
    "A bomb killed five people, wounding the mayor, two officials and a spokesman.",
    "The plan, officials said, is dead.",
    "He met the man who, police said on Monday, had fled.",
    "After the blast, police said nothing.",
    "In a statement on Tuesday, the ministry said it would close the road.",
    "The army, which the minister said had lost, withdrew.",
    "A fire killed 23 workers, and the army confirmed the toll.",
    "The toll has risen to 84, and police reported a second slide near the village that was buried.",
    "The firm cut costs by 8 per cent, according to plan it said.",
    "According to police the road is open.",
    "He said on Tuesday.",
]


@pytest.mark.parametrize(("text", "expected"), CUT, ids=[text for text, _ in CUT])
def test_what_is_said_is_cut_from_who_says_it(text: str, expected: str, reader: Reader) -> None:
    assert cuts(text, reader.parser) == [expected]


@pytest.mark.parametrize("text", WHOLE)
def test_other_sentences_stay_whole(text: str, reader: Reader) -> None:
    assert cuts(text, reader.parser) == []


def test_the_parts_are_one_sentence_again(reader: Reader) -> None:
    doc = reader.parser("It rained. A ferry sank near the island, police and a mayor said. It was late.")
    assert [s.text for s in doc.sents][1] == "A ferry sank near the island, police and a mayor said."
    said = next(t for t in doc if t.text == "said")

    def below(token: Token, dep: str) -> list[str]:
        return [c.text for c in token.children if c.dep_ == dep]

    assert below(said, "ccomp") == ["sank"]
    assert below(said, "nsubj") == ["police"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A bomb killed five people in Kabul, police and rescue workers said.", "police and rescue workers"),
        ("A bomb killed five people in Kabul, a doctor who lives there told reporters on Tuesday.", "a doctor"),
        ("According to the mayor, Hasan Yildiz, and the governor, a bomb killed five people in Kabul.", "the mayor"),
        ("Police said on Tuesday a bomb killed five people in Kabul.", "Police"),
        ("A bomb killed five people in Kabul, his close associates said.", "associates"),
        ("Police confirmed a blast that killed five people in Kabul.", "Police"),
    ],
)
def test_whose_word_it_is(text: str, speaker: str, reader: Reader) -> None:
    (reading,) = read([report("Paper", text)], reader)
    told = [c for c in reading.claims if c.attribute in ("happened", "killed", "where")]
    assert {c.attribute for c in told} == {"happened", "killed", "where"}
    assert all(speaker in c.speakers[-1].name for c in told), [c.speakers[-1].name for c in told]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "A bomb killed five people in Kabul, according to Tanzania's Electrical, Mechanical and Services Agency.",
            ("official", "TZ"),
        ),
        (
            "A bomb killed five people in Kabul, the Interfax agency said, citing the National Emergency Agency.",
            ("unnamed", None),
        ),
    ],
)
def test_a_body_with_a_name_of_its_own(text: str, speaker: tuple[str, str | None], reader: Reader) -> None:
    (reading,) = read([report("Paper", text)], reader)
    last = {(c.speakers[-1].kind, c.speakers[-1].country) for c in reading.claims if c.attribute == "happened"}
    assert last == {speaker}


def test_the_day_of_a_statement_is_not_that_of_the_event(reader: Reader) -> None:
    (reading,) = read(
        [report("Paper", "In a statement on Tuesday, police confirmed the abduction of 22 girls.")], reader
    )
    assert "when" not in {c.attribute for c in reading.claims}


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("A gunman shot and killed two co-workers at a mill in Ohio.", {"workers": "dobj"}),
        ("The co-founder of the firm died on Monday.", {"founder": "nsubj"}),
        ("Two ex-ministers and a vice-president were arrested.", {"ministers": "nsubjpass", "president": "conj"}),
        ("They re-opened the port.", {"port": "dobj"}),  # no noun
    ],
)
def test_a_prefix_is_a_part_of_its_noun(text: str, nouns: dict[str, str], reader: Reader) -> None:
    doc = reader.parser(text)
    for noun, dep in nouns.items():
        token = next(t for t in doc if t.text == noun)
        assert token.dep_ == dep
        assert not any(t.dep_ == dep and t.head == token.head for t in doc if t != token)


@pytest.mark.parametrize(
    ("text", "dep", "of_noun"),
    [
        ("Trial begins for Oslo shooting suspect", "pobj", True),
        ("Oslo stabbing suspect charged with murder", "ROOT", True),
        ("Police admitted shooting suspects in the back.", "dobj", False),
        ("Officers are seen shooting victims at close range.", "dobj", False),
    ],
)
def test_people_are_called_by_a_deed(text: str, dep: str, of_noun: bool, reader: Reader) -> None:
    doc = reader.parser(text)
    deed = next(t for t in doc if t.lower_ in ("shooting", "stabbing"))
    assert (deed.tag_ == "NN" and deed.dep_ == "compound") is of_noun
    assert doc[deed.i + 1].dep_ == dep
