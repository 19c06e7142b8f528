"""Who said what: each telling once, in words that can be understood, and what was not said never as said."""

from __future__ import annotations

from typing import Any

import pytest

from crosswire.brief.sentence import sentence
from crosswire.brief.sheet import Saying
from crosswire.model import Speaker, Statement

from .build import Desk, find
from .test_order import made, sheet

HARBOUR = Speaker("the harbour board", "Harbour Board", "organisation")
MAYOR = Speaker("Ana Bo", "Ana Bo", "person", role="mayor")

Telling = tuple[str, str, str, dict[str, Any]]
"""What one report says: its text, the content, the cue and what else is known of the claim."""


def lines(*tellings: Telling, by: tuple[Speaker, ...] = (MAYOR,)) -> list[str]:
    """The lines of a page: header, then the words with the numbers of the reports that tell them."""
    desk = Desk()
    ids: dict[str, list[str]] = {}
    for number, (text, content, cue, more) in enumerate(tellings):
        report = desk.report(f"Paper {number}", text if "\n\n" in text else "A title\n\n" + text)
        known = {"act": "say", "kind": "statement", **more}
        at = find(report, cue) if cue else None
        claim = desk.claim(report, content, *by[:1], cue=at, **known)
        ids.setdefault(known["act"], []).append(claim.id)
    told = tuple(Statement(s, act, None, tuple(own), "reported") for s in by for act, own in ids.items())
    return [line for s in sheet(made(desk.reports, desk.claims, statements=told)).sayings for line in _shown(s)]


def _shown(saying: Saying) -> list[str]:
    words = [f"{[e.report, *(s.report for s in e.same)]} " + "".join(p.text for p in e.pieces) for e in saying.evidence]
    return [f"{saying.who} {saying.act}", *words]


@pytest.mark.parametrize(
    ("text", "content", "cue", "more", "reads"),
    [
        # what is only named, and words torn out of their clause, stand in their sentence
        (
            "Bo praised him for it. He left.",
            "him",
            "praised",
            {"act": "praise", "taken": "judged"},
            ["Ana Bo (mayor) praised", "[1] Bo praised him for it."],
        ),
        (
            "Bo has vowed to stay. He left.",
            "to stay",
            "vowed",
            {"act": "promise", "taken": "named"},
            ["Ana Bo (mayor) promised", "[1] Bo has vowed to stay."],
        ),
        (
            "It would reopen “very soon”, Bo said.",
            "“very soon”",
            "said",
            {"mode": "quoted"},
            ["Ana Bo (mayor) said", "[1] It would reopen “very soon”, Bo said."],
        ),
        (
            "The pier Bo said was unsafe fell.",
            "was unsafe",
            "said",
            {},
            ["Ana Bo (mayor) said", "[1] The pier Bo said was unsafe fell."],
        ),
        # reserves of whoever tells it
        (
            "Bo initially said the pier was safe.",
            "the pier was safe",
            "initially said",
            {},
            ["Ana Bo (mayor) said", "[1] Bo initially said the pier was safe."],
        ),
        # near misses: a clause, a whole quotation
        (
            "Bo said the pier was safe to use.",
            "the pier was safe to use",
            "said",
            {},
            ["Ana Bo (mayor) said", "[1] the pier was safe to use"],
        ),
        (
            "“Why should we close it now?” Bo said.",
            "“Why should we close it now?”",
            "said",
            {"mode": "quoted"},
            ["Ana Bo (mayor) said", "[1] Why should we close it now?"],
        ),
        # what the teller adds behind it
        (
            "Bo said the pier would reopen, though no permit exists.",
            "the pier would reopen, though no permit exists",
            "said",
            {},
            ["Ana Bo (mayor) said", "[1] the pier would reopen"],
        ),
        (
            "Though no permit exists, it would reopen, Bo said.",
            "Though no permit exists, it would reopen",
            "said",
            {},
            ["Ana Bo (mayor) said", "[1] Though no permit exists, it would reopen"],
        ),
    ],
)
def test_what_was_said_can_be_understood(
    text: str, content: str, cue: str, more: dict[str, Any], reads: list[str]
) -> None:
    assert lines((text, content, cue, more)) == reads


@pytest.mark.parametrize(
    ("text", "content", "cue", "act", "reads"),
    [
        (
            "Bo did not say whether it was safe.",
            "whether it was safe",
            "did not say",
            "say",
            ["Ana Bo (mayor) did not say", "[1] Bo did not say whether it was safe."],
        ),
        (
            "Bo stopped short of demanding a vote.",
            "a vote",
            "demanding",
            "demand",
            ["Ana Bo (mayor) did not demand", "[1] Bo stopped short of demanding a vote."],
        ),
        # near misses: the negation is somebody else's, or there is none
        (
            "Few do not believe that Bo suspects a leak at the pier.",
            "a leak at the pier",
            "suspects",
            "say",
            ["Ana Bo (mayor) said", "[1] Few do not believe that Bo suspects a leak at the pier."],
        ),
        (
            "Bo was said to urge a vote on it.",
            "a vote on it",
            "urge",
            "urge",
            ["Ana Bo (mayor) urged", "[1] Bo was said to urge a vote on it."],
        ),
    ],
)
def test_what_was_refused_is_not_said(text: str, content: str, cue: str, act: str, reads: list[str]) -> None:
    assert lines((text, content, cue, {"act": act, "stance": "doubts"})) == reads


QUOTED = {"mode": "quoted"}


@pytest.mark.parametrize(
    ("tellings", "reads"),
    [
        (  # whole, a piece of it, and from a second report
            [
                ("“We had no warning and no plan at all,” Bo said.", "“We had no warning and no plan at all,”"),
                ("Bo said they “had no warning”.", "they “had no warning”"),
                ("“We had no warning, and no plan at all,” Bo said.", "“We had no warning, and no plan at all,”"),
            ],
            [
                "Ana Bo (mayor) said",
                "[1, 3] “We had no warning and no plan at all,”",
                "[2] they “had no warning”",
            ],
        ),
        (  # one says that it was, the other that it was not
            [
                ("Bo said the northern harbour gates were closed on Tuesday evening.", "the northern harbour gates were"
                 " closed on Tuesday evening"),
                ("Bo said the northern harbour gates were not closed on Tuesday evening.", "the northern harbour gates"
                 " were not closed on Tuesday evening"),
            ],
            [
                "Ana Bo (mayor) said",
                "[1] the northern harbour gates were closed on Tuesday evening",
                "[2] the northern harbour gates were not closed on Tuesday evening",
            ],
        ),
    ],
)  # fmt: skip
def test_a_quotation_stands_once(tellings: list[tuple[str, str]], reads: list[str]) -> None:
    assert lines(*((text, words, "said", {}) for text, words in tellings)) == reads


def test_what_was_confirmed_is_not_said_beside_it() -> None:
    words = "that the old ferry had sunk off the cape"
    told = [
        (f"Bo {cue} {words}.", words, cue, {"act": act}) for cue, act in (("said", "say"), ("confirmed", "confirm"))
    ]
    assert lines(*told) == ["Ana Bo (mayor) confirmed", f"[2, 1] {words}"]


def test_scraps_are_left_out() -> None:
    desk = Desk()
    text = "Bo had never seen it. “It came out of the fog at us,” Bo said. “The Long Night” was showing."
    report = desk.report("Gazette", "A title\n\n" + text)
    words = ("had never seen it", "“It came out of the fog at us,”", "“The Long Night”")
    parts = tuple(find(report, w) for w in words)
    claim = desk.claim(report, words[1], MAYOR, cue=find(report, "said"), act="say", parts=parts)
    told = Statement(MAYOR, "say", None, (claim.id,), "reported")
    (saying,) = sheet(made([report], desk.claims, statements=(told,))).sayings
    assert ["".join(p.text for p in e.pieces) for e in saying.evidence] == ["“It came out of the fog at us,”"]


def test_a_headline_of_what_the_text_tells_is_left_out() -> None:
    desk = Desk()
    report = desk.report("Gazette", "Bo: two rescued\n\nBo said a pilot boat had picked up two swimmers.")
    head = desk.claim(report, "two rescued", MAYOR, cue=find(report, ":"), act="say")
    text = desk.claim(report, "a pilot boat had picked up two swimmers", MAYOR, cue=find(report, "said"), act="say")
    told = Statement(MAYOR, "say", None, (head.id, text.id), "reported")
    (saying,) = sheet(made([report], desk.claims, statements=(told,))).sayings
    assert ["".join(p.text for p in e.pieces) for e in saying.evidence] == ["a pilot boat had picked up two swimmers"]


def test_two_acts_in_the_same_words_are_one_line() -> None:
    text = "Bo condemned the raid and vowed to rebuild."
    told = [
        (text, "the raid", "condemned", {"act": "condemn", "taken": "judged"}),
        (text, "to rebuild", "vowed", {"act": "promise", "taken": "named"}),
    ]
    desk = Desk()
    report = desk.report("Gazette", "A title\n\n" + text)
    claims = [desk.claim(report, w, MAYOR, cue=find(report, c), **more) for _, w, c, more in told]
    acts = tuple(Statement(MAYOR, c.act or "", None, (c.id,), "reported") for c in claims)
    (saying,) = sheet(made([report], desk.claims, statements=acts)).sayings
    assert saying.act == "condemned and promised"


def test_what_two_say_together_stands_under_both() -> None:
    together = ("Bo and the board urged a new vote.", "a new vote", "urged", {"act": "urge", "taken": "named"})
    shown = lines(together, by=(MAYOR, HARBOUR))
    assert shown == ["Ana Bo (mayor) and Harbour Board urged", "[1] Bo and the board urged a new vote."]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("It fell. Mr. Bo of the U.S. Navy left it. Then it rose.", "left", "Mr. Bo of the U.S. Navy left it."),
        ("It fell. “It was ours.” She wept.", "ours", "“It was ours.”"),
        ("Gov. J. P. Roe left. He wept", "Roe", "Gov. J. P. Roe left."),
        ("It cost 3.5 million. He paid.", "cost", "It cost 3.5 million."),
    ],
)
def test_a_sentence_is_found_by_its_marks(text: str, words: str, found: str) -> None:
    report = Desk().report("Gazette", "A title\n\n" + text)
    at = find(report, words)
    whole = sentence(report, at.start, at.end)
    assert whole is not None
    assert whole.exact == found
