"""What a reader meets first: the words that carry an answer, the next thing that is expected, what was not done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from crosswire.brief.ahead import PASSED
from crosswire.brief.compose import compose
from crosswire.brief.evidence import cited, evidence
from crosswire.brief.moments import moment
from crosswire.brief.sheet import Sheet
from crosswire.brief.wording import load_wording
from crosswire.model import (
    Ahead,
    Brief,
    Candidate,
    Claim,
    Event,
    Fact,
    Origin,
    Quantity,
    Report,
    Role,
    Speaker,
    Statement,
    Time,
)

from .build import STAFF, Desk, day, find

WORDS = load_wording()
CITY = Speaker("the city", "the city", "official")
WIRE = Speaker("Coastal News Agency", "Coastal News Agency", "agency")
UNNAMED = Speaker("officials", "unnamed officials", "unnamed")
DAY = day(2026, 3, 3, "on Tuesday")
HOUR = Time("at 7:24 a.m.", datetime(2026, 3, 3, 7, 24, tzinfo=UTC), datetime(2026, 3, 3, 7, 25, tzinfo=UTC), "minute")
FIRST = "Something happened, officials said. It happened on Tuesday, officials said.\n\nIt happened at 7:24 a.m., "
SECOND = "A second paper\n\nIt happened at 7:24 a.m., the city said. More may happen on Tuesday, officials said."


def made(reports: Sequence[Report], claims: Sequence[Claim], **more: Any) -> Brief:
    nothing: dict[str, Any] = {"reprints": (), "claim_event": {}, "events": (), "facts": (), "origins": ()}
    nothing |= {"statements": (), "ahead": (), "checks": (), "warnings": ()}
    return Brief(version="0.1.0", rules={}, reports=tuple(reports), claims=tuple(claims), **{**nothing, **more})


def sheet(brief: Brief, at: datetime | None = None) -> Sheet:
    return compose(brief, WORDS, pictured=False, at=at)


def told(role: Role = "main", **more: Any) -> Event:
    given = {"id": "e-" + role, "role": role, "title": role, "when": None, "where": None}
    return Event(frame="launch", **{**given, **more})


# --- the words under an answer ---------------------------------------------------------------------------------------


def confirmed() -> tuple[Brief, dict[str, Claim]]:
    """07:24, which the staff and the city give; officials who are not named tell only the day, and more to come."""
    desk = Desk()
    one = desk.report("Gazette", FIRST + "the staff said.")
    two = desk.report("Courier", SECOND)
    said = {
        "vague": desk.claim(one, "It happened on Tuesday", UNNAMED, words="on Tuesday", value=DAY),
        "staff": desk.claim(one, "It happened at 7:24 a.m.", STAFF, words="at 7:24 a.m.", value=HOUR),
        "city": desk.claim(two, "It happened at 7:24 a.m.", CITY, words="at 7:24 a.m.", value=HOUR),
        "more": desk.claim(two, "More may happen on Tuesday", STAFF, words="on Tuesday", value=DAY, kind="expectation"),
    }
    ids = {name: claim.id for name, claim in said.items()}
    origins = (
        Origin("o-staff", "the staff", "official", (one.id,), (), (ids["staff"], ids["more"]), "o-staff"),
        Origin("o-city", "the city", "official", (two.id,), (), (ids["city"],), "o-city"),
        Origin("o-nobody", "unnamed officials", "unnamed", (one.id,), (), (ids["vague"],)),
    )
    answer = Candidate(HOUR, tuple(ids.values()), tuple(o.id for o in origins), ("o-staff", "o-city"))
    event = told(mentions=(), reports=(one.id, two.id))
    fact = Fact(event.id, "when", "When?", "corroborated", 1, HOUR, (answer,), ())
    return made([one, two], desk.claims, events=(event,), facts=(fact,), origins=origins), said


def test_under_a_confirmed_answer_come_first_those_who_confirm_it() -> None:
    brief, _ = confirmed()
    shown = sheet(brief).stories[0].lines[0].evidence
    assert [cited(item) for item in shown] == [
        "Gazette, citing Southland's Joint Staff",
        "Courier, citing the city",
        "Gazette, citing unnamed officials",
        "Courier, citing Southland's Joint Staff",
    ]


def test_a_forecast_is_the_last_word_under_an_answer_though_its_origin_counts() -> None:
    brief, said = confirmed()
    last = sheet(brief).stories[0].lines[0].evidence[-1]
    assert said["more"].words == last.place


def test_a_second_claim_of_one_origin_comes_after_the_first_of_another() -> None:
    """A copy with a word changed stands under another outlet's name and is the same origin all the same."""
    desk = Desk()
    text = "The bridge fell at 7:24 a.m., killing two."
    reports = [desk.report(name, f"{name}\n\n{text}") for name in ("Gazette", "Courier", "Ledger")]
    value: dict[str, Any] = {"words": "7:24 a.m.", "value": HOUR}
    a = desk.claim(reports[0], text, WIRE, **value)
    copied = desk.claim(reports[1], text[:-1], **value)
    c = desk.claim(reports[2], text, CITY, **value)
    origins = (
        Origin("o-a", "the wire", "agency", (reports[0].id, reports[1].id), (), (a.id, copied.id), "o-a"),
        Origin("o-c", "the city", "official", (reports[2].id,), (), (c.id,), "o-c"),
    )
    answer = Candidate(HOUR, (a.id, copied.id, c.id), ("o-a", "o-c"), ("o-a", "o-c"))
    event = told(mentions=(), reports=tuple(r.id for r in reports))
    fact = Fact(event.id, "when", "When?", "corroborated", 1, HOUR, (answer,), ())
    shown = sheet(made(reports, desk.claims, events=(event,), facts=(fact,), origins=origins)).stories[0].lines[0]
    assert [item.outlet for item in shown.evidence] == ["Gazette", "Ledger", "Courier"]


# --- what is expected ------------------------------------------------------------------------------------------------


def coming(*times: Time | None) -> Brief:
    desk = Desk()
    text = "A title\n\n" + " ".join(f"Thing {n} is expected." for n, _ in enumerate(times))
    report = desk.report("Gazette", text, datetime(2026, 3, 10, 12, tzinfo=UTC))
    for n, _ in enumerate(times):
        desk.claim(report, f"Thing {n} is expected.", kind="expectation", view="announces")
    ahead = tuple(Ahead(f"thing {n}", at, (desk.claims[n].id,)) for n, at in enumerate(times))
    return made([report], desk.claims, ahead=ahead)


def test_the_next_thing_comes_first_and_what_was_past_when_told_is_left_out() -> None:
    brief = coming(day(2026, 4, 1), None, day(2026, 3, 9), day(2026, 3, 11))
    notes = sheet(brief).ahead
    assert [note.what for note in notes] == ["thing 3", "thing 0", "thing 1"]  # thing 2 was before it was told
    assert [note.label for note in notes] == ["", "", ""]


def test_the_day_of_the_last_report_is_not_past() -> None:
    assert [note.label for note in sheet(coming(day(2026, 3, 10))).ahead] == [""]


def test_a_later_reader_is_told_what_is_past_since() -> None:
    brief = coming(day(2026, 4, 1), day(2026, 3, 11))
    notes = sheet(brief, at=datetime(2026, 3, 20, tzinfo=UTC)).ahead
    assert [(note.what, note.label) for note in notes] == [("thing 0", ""), ("thing 1", PASSED)]


def test_a_forecast_that_is_expected_is_no_mere_opinion_beside_it() -> None:
    desk = Desk()
    report = desk.report("Gazette", "A title\n\nThe vote is expected. It will be close.")
    vote = desk.claim(report, "The vote is expected.", kind="expectation", view="announces")
    desk.claim(report, "It will be close.", kind="assessment", view="foresees")
    event = told("ahead", mentions=(), reports=(report.id,))
    shown = sheet(made([report], desk.claims, events=(event,), claim_event={vote.id: event.id}))
    assert [len(note.evidence) for note in shown.ahead] == [1]
    assert ["".join(p.text for p in o.evidence.pieces) for o in shown.opinions] == ["It will be close."]


def test_an_event_of_which_no_words_can_be_shown_is_no_line() -> None:
    desk = Desk()
    report = desk.report("Gazette", "A title\n\nCalls came in. A dam broke in 2015.")
    dam = desk.claim(report, "A dam broke in 2015.")
    events = [told(role, mentions=(), reports=(report.id,)) for role in ("background", "reaction")]
    shown = sheet(made([report], desk.claims, events=tuple(events), claim_event={dam.id: events[0].id}))
    assert [note.what for note in shown.background] == ["background"]
    assert not shown.reactions


# --- what was said and what was not ----------------------------------------------------------------------------------


def sayings(text: str, act: str, *contents: tuple[str, str, str]) -> list[tuple[str, list[str]]]:
    """Each line with whose words stand under it; `contents` are the words, the cue and the stance."""
    desk = Desk()
    report = desk.report("Gazette", "A title\n\n" + text)
    claims = [
        desk.claim(report, words, STAFF, cue=find(report, cue), stance=stance, act=act, kind="statement")
        for words, cue, stance in contents
    ]
    statement = Statement(STAFF, act, None, tuple(c.id for c in claims), "reported")
    shown = sheet(made([report], desk.claims, statements=(statement,))).sayings
    return [(f"{s.who} {s.act}", [cited(item) for item in s.evidence]) for s in shown]


def test_who_could_not_confirm_did_not_confirm() -> None:
    text = "The staff could not immediately confirm the report. It later confirmed the launch."
    both = ("the report", "confirm", "doubts"), ("the launch", "confirmed", "states")
    assert sayings(text, "confirm", *both) == [
        ("Southland's Joint Staff confirmed", ["Gazette"]),
        ("Southland's Joint Staff did not confirm", ["Gazette"]),
    ]


def test_who_questions_something_is_told_in_the_sentence_that_says_so() -> None:
    shown = sayings("The staff questioned whether it flew.", "say", ("whether it flew", "questioned", "doubts"))
    assert shown == [("Southland's Joint Staff said", ["Gazette"])]


@pytest.mark.parametrize(
    ("kind", "stance", "answer", "tags"),
    [
        ("assessment", "doubts", "doubts", ("with reserve",)),  # "likely" answers where it fell: no opinion of it
        ("assessment", "doubts", None, ("an opinion",)),  # it answers nothing
        ("assessment", "states", "states", ("an opinion",)),  # nothing is kept back
        ("statement", "doubts", "doubts", ()),
    ],
)
def test_what_is_told_with_reserve_is_no_opinion(
    kind: str, stance: str, answer: str | None, tags: Sequence[str]
) -> None:
    desk = Desk()
    report = desk.report("Gazette", "A title\n\nThe staff said it likely fell at sea on Tuesday.")
    said = "it likely fell at sea on Tuesday"
    act = desk.claim(report, said, STAFF, cue=find(report, "said"), act="say", kind=kind, stance=stance)
    if answer:
        desk.claim(report, said, STAFF, words="on Tuesday", attribute="when", value=DAY, stance=answer)
    event = told(mentions=(), reports=(report.id,))
    statement = Statement(STAFF, "say", event.id, (act.id,), "reported")
    home = {c.id: event.id for c in desk.claims}
    shown = sheet(made([report], desk.claims, events=(event,), claim_event=home, statements=(statement,)))
    assert [s.tags for s in shown.stories[0].sayings] == [tags]


@pytest.mark.parametrize(
    ("text", "content", "cue", "more", "stance"),
    [
        # The words say it themselves: "denied" beside them would turn them round.
        ("The cause is not clear.", "The cause is not clear.", "", {"stance": "denies"}, "states"),
        ("It hadn’t called, the staff said.", "It hadn’t called", "said", {"stance": "denies"}, "states"),
        ("It may have sunk, the staff said.", "It may have sunk", "said", {"stance": "doubts"}, "states"),
        # They stand in their sentence, which says it.
        ("The staff denied it.", "it", "denied", {"stance": "denies", "act": "deny", "taken": "named"}, "states"),
        # The words do not: it has to stand beside them.
        (
            "The staff denied they hit a boat.",
            "they hit a boat",
            "denied",
            {"stance": "denies", "act": "deny"},
            "denies",
        ),
        (
            "The staff denied it had one of it.",
            "it had one of it",
            "denied",
            {"stance": "denies", "act": "deny"},
            "denies",
        ),
        ("The staff ruled out a leak.", "a leak", "ruled out", {"stance": "denies"}, "denies"),
        ("The staff did not say it sank.", "it sank", "say", {"stance": "doubts"}, "doubts"),
        ("The staff doubted it sank.", "it sank", "doubted", {"stance": "doubts"}, "doubts"),
    ],
)
def test_a_denial_stands_beside_the_words_where_they_do_not_tell_it(
    text: str, content: str, cue: str, more: dict[str, Any], stance: str
) -> None:
    desk = Desk()
    report = desk.report("Gazette", "A title\n\n" + text)
    claim = desk.claim(report, content, STAFF, cue=find(report, cue) if cue else None, **more)
    assert evidence(claim, report, 1).stance == stance


def test_what_happened_between_two_times_is_told_with_both() -> None:
    start = datetime(2026, 3, 3, 17, 30, tzinfo=UTC)
    between = Time("5:30 PM and 5:45 PM", start, start + timedelta(minutes=15), "minute")
    assert moment(between) == "Tuesday 3 March 2026, 17:30 to 17:45 local time"
    hours = Time("2 p.m. to 4 p.m. GMT", start, start + timedelta(hours=2), "minute")
    assert moment(hours) == "Tuesday 3 March 2026, 17:30 to 19:30 UTC"


@pytest.mark.parametrize(
    ("number", "stance", "told_as"),
    [(0, "denies", "0 people"), (1, "denies", "denied: 1 person"), (0, "doubts", "uncertain: 0 people")],
)
def test_nobody_is_an_answer_and_no_denial_of_it(number: float, stance: str, told_as: str) -> None:
    desk = Desk()
    report = desk.report("Gazette", "A title\n\nNobody was hurt, the staff said.")
    value = Quantity("Nobody", number, number, "exact", "1", "person")
    claim = desk.claim(
        report, "Nobody was hurt", STAFF, words="Nobody", attribute="injured", value=value, stance=stance
    )
    event = told(mentions=(), reports=(report.id,))
    fact = Fact(event.id, "injured", "Hurt?", "reported", 3, value, (Candidate(value, (claim.id,), ()),), ())
    shown = sheet(made([report], desk.claims, events=(event,), facts=(fact,), claim_event={claim.id: event.id}))
    (line,) = shown.stories[0].lines
    assert [side.answer for side in line.sides] == [told_as]


def test_an_event_that_has_no_sure_title_stands_by_the_words_of_its_report_or_not_at_all() -> None:
    desk = Desk()
    burnt = "Many were sad and a mill burnt."
    report = desk.report("Gazette", f"A title\n\nA dam broke in 2015. A court ruled. {burnt}")
    dam, court = (desk.claim(report, words) for words in ("A dam broke in 2015.", "A court ruled."))
    mill, sad = desk.claim(report, burnt), desk.claim(report, "Many were sad")
    names = {dam.id: ("dam", "words"), court.id: ("court", "nothing"), mill.id: ("mill", "title")}
    names[sad.id] = ("sad", "words")
    events = [
        told("background", id=name, title=name, naming=stands, mentions=(), reports=())
        for name, stands in names.values()
    ]
    at = {claim: name for claim, (name, _) in names.items()}
    notes = sheet(made([report], desk.claims, events=tuple(events), claim_event=at)).background
    assert [(note.what, "".join(piece.text for piece in note.evidence[0].pieces)) for note in notes] == [
        ("", "A dam broke in 2015."),
        ("mill", burnt),
    ]
