"""Who contradicts whom, as reports tell it: both sides named, and nobody set against who did not say it."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files

import jsonschema
import pytest

from crosswire.brief.compose import compose
from crosswire.brief.contrary.find import contraries
from crosswire.brief.html import as_html
from crosswire.brief.markdown import as_markdown
from crosswire.brief.record import as_record
from crosswire.brief.text import Page, as_text
from crosswire.brief.wording import load_wording
from crosswire.claims.read import Reader, load_reader, read
from crosswire.model import Brief, Report
from crosswire.pipeline.weigh import weigh_all

from .build import blocks


@pytest.fixture(scope="module")
def reader() -> Reader:
    """The shipped tables."""
    return load_reader()


def briefed(reader: Reader, *texts: str) -> Brief:
    """The brief of reports, each of a headline and paragraphs."""
    reports = []
    for number, body in enumerate(texts):
        text = "News from Osk\n\n" + body
        reports.append(
            Report(f"r{number}", text, blocks(text), "News from Osk", f"Paper {number}", None, "unknown", "en")
        )
    return weigh_all(list(read(reports, reader)), reader, ())


BEFORE = "Police chief Karl Venn told reporters that the driver had ignored two red lights. "
PAIRS = [
    (BEFORE + "Mira Holt, who saw the crash from her window, disputed that.", ("Mira Holt", "Karl Venn")),
    (
        "Councilwoman Ida Morn said Brant Foods had poured waste into the Osk for years.\n\n"
        "The firm, Brant Foods, calls this untrue.",
        ("Brant Foods", "Ida Morn"),
    ),
    (
        "Ana Lund accused senator Paul Gray of taking money from a builder. The committee will meet in May.\n\n"
        "Gray has denied the allegations.",
        ("Paul Gray", "Ana Lund"),
    ),
    (
        "The company is doing well, chairman Otto Berg said. Union leader Rita Sol rejected Berg's claims.",
        ("Rita Sol", "Otto Berg"),
    ),
    (
        "About 40 people were detained, a lawyers' group said, disputing the figure released by the police.\n\n"
        "Police said they had detained 12 people.",
        ("a lawyers' group", "police"),
    ),
    (
        "The roof was struck by lightning, fire chief Tom Rask said, a version that residents of the block contest.",
        ("residents of the block", "Tom Rask"),
    ),
    (
        'Two workers had "slight burns", the operator Norgas said, a number at odds with that given by the clinic.',
        ("Norgas", "the clinic"),
    ),
    (
        'Finland rejected as "fiction" Norway\'s claim that its trawlers cut the nets.',
        ("Finland's government", "Norway's government"),
    ),
    (
        "A ransom crew calling itself Gull took credit for the theft and says its haul is twice what the bank admits.",
        ("A ransom crew calling itself Gull", "the bank"),
    ),
    (
        "Mayor Ida Morn denied taking the key, although clerk Tom Rask said she had it in her hand.",
        ("Ida Morn", "Tom Rask"),
    ),
    (
        "Ana Lund, a writer, said she was sorry for the club. It meets on Friday. "
        "Coach Paul Gray has denied the allegations brought against him by Lund and has asked for a hearing.",
        ("Paul Gray", "Ana Lund"),
    ),
    (
        'Gray handed him a bag with 300 crowns in cash, clerk Tom Rask said. "It was a gift," Rask said in court. '
        "The trial goes on. The mayor was heard in May. Her lawyer waits. Coach Paul Gray denied handing Rask cash.",
        ("Paul Gray", "Tom Rask"),
    ),
    (
        "Ana Lund accused senator Otto Berg of taking money from a patient. The town is split. "
        "Nobody was charged. Berg denied the incident ever happened.",
        ("Otto Berg", "Ana Lund"),
    ),
    (
        'Senator Paul Gray spoke in Osk. "Lund\'s claims of a cover-up are, in a word, nonsense," Gray said.',
        ("Paul Gray", "Lund"),
    ),
    (
        "On Monday, senator Paul Gray claimed, falsely, that the bridge had been paid for.",
        ("Paper 0", "Paul Gray"),
    ),
    (
        "Mayor Ida Morn said the board would hold the records, but the Osk Board denied this.",
        ("Osk Board", "Ida Morn"),
    ),
    (
        "The army said it had destroyed the main pumping station at the port. Six rockets were used, it said.\n\n"
        "Volta, the company that runs the port, denied that the station had been destroyed.",
        ("Volta", "army"),
    ),
]


@pytest.mark.parametrize(("text", "pair"), PAIRS, ids=[pair[0] for _, pair in PAIRS])
def test_a_denial_stands_beside_whom_it_denies(text: str, pair: tuple[str, str], reader: Reader) -> None:
    found = contraries(briefed(reader, text))
    assert [(one.denier.name, one.denied.name) for one in found] == [pair]
    assert found[0].shown[-1].denies and found[0].shown[-1].cue is not None  # who denies comes last


NONE = [
    BEFORE + "Mira Holt said he had been lucky.",
    "The bank denied Ana Lund a loan, her lawyer Tom Rask said.",
    "Ana Lund was denied entry, police chief Karl Venn said. Venn gave no reason.",
    "Mayor Ida Morn rejected an offer by Brant Foods to buy the bridge, and senator Paul Gray praised her.",
    "The clinic issued a statement denying reports that any biopsy had been made there.",
    "Senator Paul Gray said the charges were serious. Ana Lund denied the allegations.",  # who comments accuses nobody
    "Ana Lund said the storm was near. Tom Rask declined to deny that.",
    "Mayor Ida Morn said the storm had passed. She denied that there had been a warning.",
    "Union leader Rita Sol said the deal on taxes would help Osk. Mayor Ida Morn disputed that clerks felt tricked.",
    "Prime minister Otto Berg told reporters that King Karl had totally denied any knowledge of the plan.",
    "The army of Northland said it was ready. Northland has always denied involvement in the theft.",
    "Even if senator Paul Gray denies the claims, Ana Lund said, voters will not forget them.",
    'Ana Lund spoke of her fall. "That is not true," said the former coach.',
    "The papers with the classified plans will be sent on Friday, lawyer Rita Sol said. Otto Berg has denied leaking "
    "classified plans.",
    "Prosecutors said that Paul Gray falsely told agents he had been at sea.",
    "Senator Paul Gray was falsely accused of theft, Ana Lund said.",
    "Paper mills denied that prices had been driven up by Brant Foods.",
]


@pytest.mark.parametrize("text", NONE)
def test_nobody_is_set_against_who_did_not_say_it(text: str, reader: Reader) -> None:
    assert contraries(briefed(reader, text)) == ()


def test_an_accusation_in_one_report_meets_its_denial_in_another(reader: Reader) -> None:
    told = "Ana Lund, a writer, accused Paul Gray on Monday of taking money from a builder in Osk."
    denied = 'Senator Paul Gray spoke in Osk on Tuesday. "These accusations are completely false," Gray said.'
    (one,) = contraries(briefed(reader, told, denied))
    assert (one.denier.name, one.denied.name) == ("Paul Gray", "Ana Lund")
    assert [words.report for words in one.shown] == ["r0", "r1"]


def test_what_is_said_instead_stands_behind_the_denial(reader: Reader) -> None:
    text = BEFORE + 'Mira Holt, who saw it, disputed that. "The lights were green," she said. Police left at noon.'
    (one,) = contraries(briefed(reader, text))
    assert [words.span.exact for words in one.shown][1:] == [
        "Mira Holt, who saw it, disputed that.",
        '"The lights were green," she said.',
    ]


def test_somebody_unnamed_is_left_out_beside_who_is_named(reader: Reader) -> None:
    first = "A woman has accused senator Paul Gray of fraud. Gray denied all accusations against him."
    again = "Ana Lund accused senator Paul Gray of fraud. Gray has denied the allegations."
    assert [one.denied.name for one in contraries(briefed(reader, first, again))] == ["Ana Lund"]


def test_one_pair_is_told_once_whoever_denies(reader: Reader) -> None:
    first = "Ana Lund accused Paul Gray of taking money from a builder. Gray denied the accusation."
    again = "Senator Paul Gray denied Lund's allegations on Friday."
    (one,) = contraries(briefed(reader, first, again))
    assert [words.denies for words in one.shown] == [False, True, True]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Whether a fee was paid remains in dispute. The mayor rules it out. Drivers speak of ten crowns.", True),
        ("The cause is contested. The owner speaks of lightning, the union of an old cable.", True),
        ("The count of cases is also in question: 11 in the firm's tally, 19 in that of the board.", True),
        ("Witnesses gave conflicting accounts of the crash. One saw a dog, another nothing.", True),
        ("The disputed bridge is closed, the mayor said.", False),
        ("The sea between them is disputed, and both fish there.", False),
    ],
)
def test_what_a_report_calls_disputed_is_shown_with_what_it_tells_then(text: str, told: bool, reader: Reader) -> None:
    found = contraries(briefed(reader, text))
    assert [(one.denier.name, one.shown[0].span.exact) for one in found] == ([("", text)] if told else [])


def test_every_form_shows_both_sides_and_who_said_what_does_not_repeat_them(reader: Reader) -> None:
    text = "A truck hit a tram in Osk on Monday, killing two people, police said.\n\n" + PAIRS[0][0]
    brief = briefed(reader, text)
    sheet = compose(brief, load_wording())
    said = "disputed that"
    for page in (as_text(sheet, Page(width=3000)), as_markdown(sheet), as_html(sheet)):
        assert page.count("ignored two red lights") >= 1
        assert "who contradicts whom" in page
    assert said.partition(" ")[0] in as_text(sheet, Page(width=3000))
    spoken = [e for story in sheet.stories for s in story.sayings for e in s.evidence]
    assert not any("ignored two red lights" in piece.text for e in spoken for piece in e.pieces)
    record = json.loads(json.dumps(as_record(brief, {})))
    jsonschema.validate(record, json.loads((files("crosswire.brief") / "brief.schema.json").read_text("utf-8")))
    (one,) = record["contradictions"]
    assert (one["who"], one["whom"], [t["denies"] for t in one["told"]]) == ("Mira Holt", "Karl Venn", [False, True])


def test_a_brief_without_reports_contradicts_nobody(reader: Reader) -> None:
    brief = briefed(reader, BEFORE)
    assert contraries(replace(brief, claims=(), reports=())) == ()
