"""What people ask for is no fact, however many ask; nor does a denial of blame deny what befell its speaker."""

from __future__ import annotations

import pytest

from crosswire.claims.read import Reader
from crosswire.model import Text
from tests.pipeline.test_denials import facts_of

URGED = (
    "WASHINGTON — Senator John Kelly urged Governor Ana Paz to resign on Monday.",
    "“Governor Paz should be forced to resign,” Senator Mary Olsen said on Monday.",
    "The Green Party on Monday called on Governor Ana Paz to resign.",
)
RESIGNED = (
    "Governor Ana Paz resigned on Monday, Senator John Kelly said.",
    "Governor Ana Paz resigned on Monday, the Green Party said.",
)
NAMED = "Governor Ana Paz's office denied the Lakeside Herald report."
ASKED = "Mary Olsen, the host, asked whether Governor Ana Paz had resigned on Monday."
BLAMED = "In a video announcing her resignation, Governor Ana Paz denied the allegations."


def test_what_many_ask_for_is_no_fact(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> None:
    facts = facts_of(reader, tmp_path_factory, *URGED)  # that one of them asks is a fact of its own
    asked, to_do = facts["happened"].value, facts["to_do"].value
    assert (isinstance(asked, Text) and asked.text, isinstance(to_do, Text) and to_do.text) == ("called", "resign")


def test_what_was_done_is(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert facts_of(reader, tmp_path_factory, *RESIGNED)["happened"].standing == "corroborated"


def test_who_asks_whether_it_was_done_does_not_tell_it(
    reader: Reader, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert facts_of(reader, tmp_path_factory, RESIGNED[0], ASKED)["happened"].standing == "reported"


def test_who_denies_blame_does_not_deny_what_befell_him(
    reader: Reader, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert facts_of(reader, tmp_path_factory, *RESIGNED, BLAMED)["happened"].standing == "corroborated"


def test_who_denies_what_a_named_paper_told_does_not_deny_what_was_told_last(
    reader: Reader, tmp_path_factory: pytest.TempPathFactory
) -> None:
    facts = facts_of(reader, tmp_path_factory, RESIGNED[0], f"{RESIGNED[1]} {NAMED}")
    assert facts["happened"].standing == "corroborated"
