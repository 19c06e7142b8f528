"""Which event a story is about that takes none for its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosswire.events.nodes import NEWS
from crosswire.events.score import Table
from crosswire.events.tell import make_events
from crosswire.events.titles import is_asking
from crosswire.events.words import load_words
from crosswire.model import Frame, Mention, Modality, Party, Place, Report, Span, Telling, Text, Time, Value
from tests.builders import NOON, count, day, mention, reading, report

VISIT = Frame("visit", "Visit[ in {where}]", (), (), weight=0.7)
ACT = Frame("open", "Act", (), (), weight=0.85)
STORM = Frame("storm", "Storm", (), ())
TABLE = Table({f.name: f for f in (VISIT, ACT, STORM)}, lambda unit: None, load_words())
VELL = Place("in Vell", "Vell", "NL", 52.0, 5.0, "in", "city")
OSRIC = Party("Osric", "Osric", None, "person")
YEARS_AGO = day("2023-05-02")
# Of four reports, all of one story: the words of the headline, then how prominently each tells it (0: not at all)
NAMED = ("Osric stays firm in Vell", "Osric under fire", "What Osric wants", "Critics round on Osric")
OTHERS = ("Premier stays firm", "Premier under fire", "What the premier wants", "Critics round on premier")


def told_in(of: Report, prominence: float, modality: Modality = "happened", when: Time | None = None) -> Mention:
    """Osric's visit, in the word "visited"."""
    start = of.text.index("visited")
    word = Span.of(of.text, start, start + len("visited"))
    told = mention(of, VISIT.name, when, (("who", OSRIC),), modality, prominence)
    return replace(told, trigger=word, phrase=word)


def story(titles: tuple[str, ...]) -> list[Report]:
    text = "The premier visited the flooded polder of Vell, where dykes had burst, and defended the cuts to pumps."
    told = ((report(name, f"{title}\n\n{text}", NOON), title) for name, title in zip("ABCD", titles, strict=True))
    return [replace(of, title=title) for of, title in told]


@pytest.mark.parametrize(
    ("titles", "prominences", "main"),
    [
        (NAMED, (0.7, 0.4, 0.1, 0), "visit"),  # one headline has it, the others tell it further down
        (NAMED, (0.7, 0.56, 0, 0), "visit"),  # two leads, half of the reports
        (OTHERS, (0.7, 0.4, 0.1, 0), NEWS),  # the headlines are about somebody else, as far as anybody reads
        (("Osric visited Vell", "Osric", *OTHERS[:2]), (0.7, 0.4, 0.1, 0), "visit"),  # half of the headlines
        (("Osric visited Vell", *OTHERS[:3]), (0.7, 0.4, 0.1, 0), NEWS),
        (NAMED, (0.4, 0.4, 0.4, 0.4), NEWS),  # nobody leads with it
        (NAMED, (0.7, 0.1, 0.1, 0), NEWS),  # one leads with it, hardly anybody else tells it
        (NAMED, (0.7, 0, 0, 0), NEWS),  # one alone
    ],
)
def test_a_story_is_about_what_its_headlines_name_and_its_reports_tell(
    titles: tuple[str, ...], prominences: tuple[float, ...], main: str
) -> None:
    told = [reading(of, *([told_in(of, p)] if p else [])) for of, p in zip(story(titles), prominences, strict=True)]
    first = make_events(told, TABLE)[0]
    assert (first.role, first.frame) == ("main", main)


@pytest.mark.parametrize(
    ("modality", "when", "main"),
    [
        ("expected", None, "visit"),  # what is to come is told half as prominently
        ("hypothetical", None, NEWS),
        ("happened", YEARS_AGO, NEWS),  # what all look back on
    ],
)
def test_a_story_is_about_what_came_about_or_is_to_come(modality: Modality, when: Time | None, main: str) -> None:
    share = 0.35 if modality == "expected" else 0.7
    told = [
        reading(of, told_in(of, share * part, modality, when))
        for of, part in zip(story(NAMED), (1, 0.5, 0.3, 0.2), strict=True)
    ]
    assert make_events(told, TABLE)[0].frame == main


@pytest.mark.parametrize(("visits", "main"), [((0.7, 0.48, 0.48, 0), "visit"), ((0.7, 0.2, 0.2, 0), "open")])
def test_what_a_frame_knows_comes_before_what_none_knows_where_the_reports_tell_more_of_it(
    visits: tuple[float, ...], main: str
) -> None:
    told = []
    for i, (of, prominence) in enumerate(zip(story(NAMED), visits, strict=True)):
        act = mention(of, ACT.name, None, (("happened", Text("defended", "defend")), ("who", OSRIC)))
        told.append(reading(of, *([act] if i < 2 else []), *([told_in(of, prominence)] if prominence else [])))
    assert make_events(told, TABLE)[0].frame == main


ANSWERS = (("who", OSRIC), ("where", Place("Vell", "Vell", "XV", None, None)), ("killed", count(3)))


@pytest.mark.parametrize(
    ("prominence", "answers", "when", "modality", "main"),
    [
        (1.0, ANSWERS, None, "happened", "storm"),  # the headline and the lead of one report have it, others an echo
        (0.85, ANSWERS, None, "happened", NEWS),  # the lead alone
        (1.0, ANSWERS[:2], None, "happened", NEWS),  # hardly more than a word
        (1.0, ANSWERS, None, "expected", NEWS),
        (1.0, ANSWERS, YEARS_AGO, "happened", NEWS),
    ],
)
def test_where_no_event_is_told_by_enough_reports_what_one_has_first_of_all_is_better_than_none(
    prominence: float, answers: tuple[tuple[str, Value], ...], when: Time | None, modality: Modality, main: str
) -> None:
    first, *others = story(OTHERS)
    told = mention(first, STORM.name, when, answers, modality, prominence)
    assert make_events([reading(first, told), *map(reading, others)], TABLE)[0].frame == main


MARR = Party("Marr", "Marr", None, "person")
DEED = (("happened", Text("Osric defends Marr", "defend")), ("who", OSRIC), ("whom", MARR))


@pytest.mark.parametrize(
    ("titles", "prominence", "answers", "main"),
    [
        (NAMED, 0.85, DEED, "open"),  # the headline of one report tells what its subject did
        (NAMED, 0.7, DEED, NEWS),  # one alone tells it, in its second paragraph
        (NAMED, 0.85, DEED[:2], NEWS),  # nobody asks to whom
        (NAMED, 0.85, (DEED[0], *DEED[2:]), NEWS),  # nor by whom, of what one tells
        (OTHERS, 0.85, DEED, NEWS),  # the other headlines are about somebody else
    ],
)
def test_what_a_headline_tells_that_somebody_did_is_its_storys_event_before_none(
    titles: tuple[str, ...], prominence: float, answers: tuple[tuple[str, Value], ...], main: str
) -> None:
    *others, last = story(titles)
    told = replace(told_in(last, prominence), frame=ACT.name, values=answers)
    event = make_events([*map(reading, others), reading(last, told)], TABLE)[0]
    assert event.frame == main
    assert main == NEWS or event.title == last.title  # its headline stands for the story


def test_what_one_leads_with_and_most_tell_needs_less_to_be_the_storys_event() -> None:
    for echo, main in ((0.32, "visit"), (0.1, NEWS)):
        first, *others = story(NAMED)
        told = [reading(first, told_in(first, 0.7)), *(reading(of, told_in(of, echo)) for of in others[:2])]
        assert make_events([*told, reading(others[2])], TABLE)[0].frame == main


@pytest.mark.parametrize(("where", "title"), [(VELL, "Visit in Vell"), (None, "Osric stays firm in Vell")])
def test_a_story_whose_event_has_a_title_that_names_nothing_has_a_headline(where: Place | None, title: str) -> None:
    told = []
    for of in story(NAMED):
        visit = told_in(of, 0.7)
        told.append(reading(of, replace(visit, values=(*visit.values, ("where", where))) if where else visit))
    assert make_events(told, TABLE)[0].title == title


@pytest.mark.parametrize(
    ("headline", "asks"),
    [
        ("How the polder of Vell was flooded", True),
        ("Was the polder lost?", True),
        ("\u2018We swam home\u2019, says farmer", True),
        ("65 farmers flee polder", False),
        ("Premier visits polder of Vell", False),
        ("Howell visits polder", False),
    ],
)
def test_a_headline_that_asks_or_quotes_is_no_title_where_another_tells(headline: str, asks: bool) -> None:
    assert is_asking(headline) is asks
    reports = story((headline, "Osric goes", "Osric goes to Vell", "Farmers flee"))
    assert make_events([*map(reading, reports)], TABLE)[0].title != headline or not asks


def test_what_all_take_for_known_and_one_leads_with_is_no_storys_event() -> None:
    tellings: tuple[tuple[Telling, str], ...] = (("told", "visit"), ("known", NEWS))
    for telling, main in tellings:
        told = zip(story(NAMED), (0.7, 0.4, 0.1, 0.1), strict=True)
        read = [reading(of, replace(told_in(of, p), telling=telling)) for of, p in told]
        assert make_events(read, TABLE)[0].frame == main
