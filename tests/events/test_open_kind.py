"""Events that no frame knows: which two mentions are one, and what two who tell of them make of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from crosswire.claims.read import Reader, load_reader, read
from crosswire.model import Block, Brief, Report
from crosswire.pipeline.weigh import weigh_all

NOON = datetime(2026, 3, 12, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def reader() -> Reader:
    """The shipped tables."""
    return load_reader()


def briefed(texts: Iterator[str] | list[str], reader: Reader, hours: int = 1) -> Brief:
    """The brief of reports of one paragraph each, published so many hours apart."""
    reports = [
        Report(
            f"r{i}",
            t,
            (Block("paragraph", 0, len(t)),),
            "",
            f"Paper {i}",
            NOON + i * timedelta(hours=hours),
            "given",
            "en",
        )
        for i, t in enumerate(texts)
    ]
    return weigh_all(tuple(read(reports, reader)), reader, ())


def standing(brief: Brief) -> dict[str, str]:
    """The facts of the main event, if it is an open one."""
    main = next(e for e in brief.events if e.role == "main")
    return {f.attribute: f.standing for f in brief.facts if f.event == main.id} if main.frame == "open" else {}


GATE = "Norrland Rail has painted the Karsk clock green, {} said on Thursday."
POLICE, MAYOR = "the Karsk police", "Mayor Ana Sild"
PAIRS = [
    (GATE.format(POLICE), GATE.format(MAYOR), True),
    (GATE.format(POLICE), "The Karsk clock was painted by Norrland Rail, Mayor Ana Sild said on Thursday.", True),
    # near misses: another act, another thing, somebody else, planned, denied, another number, another day
    (GATE.format(POLICE), "Norrland Rail has locked the Karsk clock, Mayor Ana Sild said on Thursday.", False),
    (GATE.format(POLICE), "Norrland Rail has painted the Lund clock green, Mayor Ana Sild said on Thursday.", False),
    (GATE.format(POLICE), "Norrland Rail has painted a bridge in Karsk, Mayor Ana Sild said on Thursday.", False),
    (GATE.format(POLICE), "Baltic Ferries has painted the Karsk clock, Mayor Ana Sild said on Thursday.", False),
    (GATE.format(POLICE), "Norrland Rail will paint the Karsk clock green, Mayor Ana Sild said on Thursday.", False),
    (GATE.format(POLICE), "Norrland Rail has not painted the Karsk clock, Mayor Ana Sild said on Thursday.", False),
    (
        "Norrland Rail painted the Karsk clock on Monday, the Karsk police said.",
        "Norrland Rail painted the Karsk clock on Wednesday, Mayor Ana Sild said.",
        False,
    ),
    (
        "A farmer in Karsk has shaved 40 sheep, the Karsk police said on Thursday.",
        "A farmer in Karsk has shaved 12 sheep, Mayor Ana Sild said on Thursday.",
        False,
    ),
]


@pytest.mark.parametrize(("one", "two", "same"), PAIRS)
def test_which_two_are_one(one: str, two: str, same: bool, reader: Reader) -> None:
    brief = briefed([one, two], reader)
    assert (standing(brief).get("happened") == "corroborated") is same
    assert same or not any(f.standing == "corroborated" for f in brief.facts)


STORY = (
    "{} was tickled aboard a Baltic Air plane at Karsk Airport on Thursday after he sang to the crew, {} said. The "
    "singing began before take-off from Karsk, and the Baltic Air crew called the airport."
)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("A passenger", "A man", True),
        ("A man", "A man", True),
        ("A man", "A woman", False),  # two people
        ("A passenger", "A piano", False),  # not of one kind
    ],
)
def test_one_person_of_a_story_by_two_words(first: str, second: str, same: bool, reader: Reader) -> None:
    brief = briefed([STORY.format(first, POLICE), STORY.format(second, MAYOR)], reader)
    assert any(f.standing == "corroborated" for f in brief.facts if f.attribute == "happened") is same


def test_what_unknown_outlets_tell_in_their_own_voice_is_not_confirmed(reader: Reader) -> None:
    told = "Norrland Rail has painted the Karsk clock green."
    brief = briefed([told, f"It is spring. {told}", "Norrland Rail painted the Karsk clock overnight."], reader)
    assert "corroborated" not in standing(brief).values()


def test_one_speaker_is_one_origin(reader: Reader) -> None:
    brief = briefed([GATE.format(MAYOR), f"Good news in town. {GATE.format(MAYOR)}"], reader)
    assert standing(brief).get("happened") == "reported"


def test_what_one_report_alone_tells_beside_its_topic_is_no_event(reader: Reader) -> None:
    brief = briefed(["A ferry sank off Karsk on Monday, killing 12. A baker painted his door."], reader)
    assert [e.frame for e in brief.events if e.frame == "open"] == []


def test_an_answer_for_no_listed_event_is_nobodys(reader: Reader) -> None:
    """Two acts in the words of one speaker: the one that a single report tells lends no day to the other."""
    one = "Norrland Rail has painted the Karsk clock and a baker wrapped his door on Tuesday, the Karsk police said."
    brief = briefed([one, GATE.format(MAYOR)], reader)
    main = next(e for e in brief.events if e.role == "main")
    own = [c for c in brief.claims if brief.claim_event.get(c.id) == main.id and c.attribute is not None]
    assert {c.mention for c in own} <= set(main.mentions)


CALL = "Mayor Ana Sild called on the Karsk council to extend the ferry subsidy."
CALLS = [
    ("Mayor Ana Sild called for an extension of the ferry subsidy.", True),  # on whom, and for what
    ("Mayor Ola Berg called for an extension of the ferry subsidy.", False),
]


@pytest.mark.parametrize(("second", "same"), CALLS)
def test_a_call_on_somebody_and_for_something_is_one(second: str, same: bool, reader: Reader) -> None:
    brief = briefed([CALL, f"{second} The ferry subsidy of the Karsk council ends in June."], reader)
    told = [e for e in brief.events if e.frame == "open" and len(e.reports) == 2 and len(e.mentions) == 2]
    assert bool(told) is same
