"""The words a line rests on: whose they are, quotation marks, cutting."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.brief.evidence import cited, clip, evidence, label
from crosswire.brief.sheet import Piece
from crosswire.model import Span, Speaker

from .build import Desk, find, launch

STAFF = Speaker("the staff", "Joint Staff", "official")
WIRE = Speaker("Coastal News", "Coastal News Agency", "agency")
MINISTER = Speaker("Bo", "Ana Bo", "person", role="defence minister")


def shown(text: str, content: str, *via: Speaker, words: str = "", **more: Any) -> str:
    """The evidence as a reader reads it, value words between asterisks."""
    desk = Desk()
    report = desk.report("Gazette", text)
    item = evidence(desk.claim(report, content, *via, words=words, **more), report, 1)
    inner = "".join(f"*{p.text}*" if p.marked else p.text for p in item.pieces)
    return f"{cited(item)}: " + (f"“{inner}”" if item.quoted else inner)


@pytest.mark.parametrize(
    ("text", "content", "mode", "reads"),
    [
        ("“We are ready,” he said.", "“We are ready,”", "quoted", "“We are ready”"),
        ('"We are ready," he said.', '"We are ready,"', "quoted", "“We are ready”"),
        ("He said: “We are ready.”", "We are ready.", "quoted", "“We are ready.”"),
        ("“We are ready. We are many.", "We are ready.", "quoted", "“We are ready.”"),  # goes on in the next paragraph
        ("“We are ready and many,” he said.", "ready and many", "quoted", "“ready and many”"),
        ('"We are ready and many," he said.', "ready and many", "quoted", "“ready and many”"),
        ('"We are," he said. He was ready and many.', "ready and many", "quoted", "ready and many"),
        ("“We are,” he said. He was ready and many.", "ready and many", "quoted", "ready and many"),
        ("He said they were ready.", "they were ready", "paraphrased", "they were ready"),
        # Near misses: nothing the report does not quote may be quoted, whatever the claim says of its mode.
        ("He said they were ready.", "they were ready", "quoted", "they were ready"),
        ("He said they were “quite” ready.", "they were “quite” ready", "quoted", "they were “quite” ready"),
        (
            "“Never” is what he meant by it.",
            "“Never” is what he meant by it",
            "quoted",
            "“Never” is what he meant by it",
        ),
        ("“We are,” he said, “ready.”", "“We are,” he said, “ready.”", "quoted", "“We are,” he said, “ready.”"),
        ("‘It’s the camp’s,’ he said.", "‘It’s the camp’s,’", "quoted", "“It’s the camp’s”"),
        ("He called it “a grave threat”.", "“a grave threat”", "paraphrased", "“a grave threat”"),
    ],
)
def test_quotation_marks_only_where_the_report_has_them(text: str, content: str, mode: str, reads: str) -> None:
    assert shown(text, content, STAFF, mode=mode) == f"Gazette, citing Joint Staff: {reads}"


@pytest.mark.parametrize(
    ("via", "stance", "reads"),
    [
        ((), "states", "Gazette"),
        ((STAFF,), "states", "Gazette, citing Joint Staff"),
        ((WIRE, STAFF), "states", "Gazette, citing Coastal News Agency, citing Joint Staff"),
        ((MINISTER,), "states", "Gazette, citing Ana Bo (defence minister)"),
        ((STAFF,), "denies", "Gazette, denied by Joint Staff"),
        ((WIRE, STAFF), "doubts", "Gazette, citing Coastal News Agency, citing Joint Staff, uncertain"),
        ((), "denies", "Gazette, denied"),
    ],
)
def test_whose_words(via: tuple[Speaker, ...], stance: str, reads: str) -> None:
    assert shown("Two boats sank.", "Two boats sank", *via, stance=stance) == f"{reads}: Two boats sank"


def test_value_words_are_marked_where_they_stand() -> None:
    assert shown("Two boats sank.", "Two boats sank.", words="Two") == "Gazette: *Two* boats sank."
    assert shown("Two boats sank.", "Two boats sank.", words="sank.") == "Gazette: Two boats *sank.*"


def test_words_outside_the_content_are_shown_with_what_lies_between() -> None:
    text = "Two boats sank, the staff said on Tuesday. More followed."
    desk = Desk()
    report = desk.report("Gazette", text)
    claim = desk.claim(report, "Two boats sank", STAFF, words="Tuesday")
    assert "".join(p.text for p in evidence(claim, report, 1).pieces) == "Two boats sank, the staff said on Tuesday"


def test_words_in_another_paragraph_are_joined_by_an_ellipsis() -> None:
    desk = Desk()
    report = desk.report("Gazette", "On Tuesday.\n\nTwo boats sank.")
    claim = desk.claim(report, "Two boats sank.", words="")
    item = evidence(replace(claim, words=find(report, "Tuesday")), report, 1)
    assert [p.text for p in item.pieces] == ["Tuesday", " … ", "Two boats sank."]


@pytest.mark.parametrize(
    ("outlet", "url", "name"),
    [
        ("Gazette", "https://www.gazette.example/1", "Gazette"),
        (None, "https://www.gazette.example/1", "gazette.example"),
        (None, "mailto:a@b.example", "unnamed outlet"),
        (None, "http://[", "unnamed outlet"),
        (None, None, "unnamed outlet"),
    ],
)
def test_what_a_report_is_called(outlet: str | None, url: str | None, name: str) -> None:
    assert label(Desk().report(outlet, "Two boats sank.", url=url)) == name


words = st.lists(st.text("ab ,é日", min_size=1, max_size=30), min_size=1, max_size=6)


@given(words, st.integers(0, 5), st.integers(10, 80))
def test_clipping_keeps_the_order_and_the_letters(texts: list[str], at: int, limit: int) -> None:
    pieces = tuple(Piece(text, n == at) for n, text in enumerate(texts))
    cut = clip(pieces, limit)
    whole, left = "".join(texts), "".join(p.text for p in cut if p.text not in ("… ", " …"))
    assert left in whole
    assert len(left) <= max(limit, len(left) if len(whole) <= limit else limit)
    if len(whole) <= limit:
        assert cut == pieces


def test_clipping_shows_the_marked_words() -> None:
    pieces = (Piece("word " * 100), Piece("here", True), Piece(" word" * 100))
    cut = clip(pieces, 60)
    assert Piece("here", True) in cut
    assert cut[0].text == "… "
    assert cut[-1].text == " …"


def test_every_piece_is_cut_from_the_report() -> None:
    brief = launch()
    reports = {r.id: r for r in brief.reports}
    for claim in brief.claims:
        report = reports[claim.report]
        assert all(p.text in report.text or p.text == " … " for p in evidence(claim, report, 1).pieces)
        assert report.text[claim.span.start : claim.span.end] == claim.span.exact


@pytest.mark.parametrize(
    ("content", "stance", "via"),
    [
        ("Bo ordered an inquiry into the raid.", "states", ()),  # the words say whose deed it is
        ("an inquiry into the raid", "states", ("Ana Bo (defence minister)",)),
        ("Bo ordered an inquiry into the raid.", "denies", ("Ana Bo (defence minister)",)),
    ],
)
def test_nobody_is_cited_for_words_that_tell_of_them(content: str, stance: Any, via: tuple[str, ...]) -> None:
    text = "Bo ordered an inquiry into the raid."
    desk = Desk()
    report = desk.report("Gazette", text)
    minister = replace(MINISTER, span=Span.of(text, 0, 2))
    claim = desk.claim(report, content, minister, words="inquiry", attribute="what")
    claim = replace(claim, cue=Span.of(text, 3, 10), stance=stance)
    assert evidence(claim, report, 1).via == via
