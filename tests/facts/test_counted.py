"""Whom a toll counts: read from sentences, and what it does to the verdict."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache

import pytest

from crosswire.claims.read import Reader, load_reader, read_closely
from crosswire.facts.align import Backed
from crosswire.facts.counted import ALL, kinds
from crosswire.facts.origins import Ties, trace
from crosswire.facts.origins.voices import load_offices
from crosswire.facts.weigh import weigh
from crosswire.model import Attribute, Block, Claim, Fact, Quantity, Report, stable_id

KILLED = Attribute("killed", "How many were killed?", "quantity", grows=True)
TIES = Ties(offices=load_offices())
BEFORE = "An explosion tore through a crowded market in the Pakistani city of Karachi on Monday."
PUBLISHED = datetime(2026, 3, 19, 18, tzinfo=UTC)


@cache
def _reader() -> Reader:
    return load_reader()


def _report(number: int, sentence: str) -> Report:
    text = f"{BEFORE}\n\n{sentence}"
    blocks = (Block("paragraph", 0, len(BEFORE)), Block("paragraph", len(BEFORE) + 2, len(text)))
    key = stable_id("report", number, text)
    return Report(key, text, blocks, "Blast in Karachi market", f"Paper {number}", PUBLISHED, "given", "en")


@cache
def _killed(sentences: tuple[str, ...]) -> tuple[tuple[Report, Claim], ...]:
    """What reports of these sentences tell of the killed."""
    reports = [_report(n, sentence) for n, sentence in enumerate(sentences)]
    readings = [reading for reading, _ in read_closely(reports, _reader())]
    return tuple(
        (reading.report, claim)
        for reading in readings
        for claim in reading.claims
        if claim.attribute == "killed" and isinstance(claim.value, Quantity)
    )


def _kinds(*sentences: str) -> set[str]:
    return set(kinds([claim for _, claim in _killed(sentences)]).values())


def _verdict(*sentences: str) -> Fact:
    backed = [Backed(claim, trace(claim, of, TIES), of.published) for of, claim in _killed(sentences)]
    fact = weigh("event", KILLED, backed, lambda unit: None)
    assert fact is not None
    return fact


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The hospital said 23 people were killed.", ALL),
        ("The blast killed 23, police said.", ALL),
        ("Police said 23 victims had died.", ALL),
        ("Police said 15 people were shot, 10 of whom died.", ALL),
        ("Police said 23 people were killed and 15 were in critical condition.", ALL),
        ("Police said 23 people, including nine children, were killed.", ALL),
        ("Police said 23 people were killed, five of them soldiers.", ALL),
        ("Police said that gunmen fired at traders, killing 23 of them.", ALL),
        ("Police said that gunmen executed 23 of them.", ALL),
        ("Police said 23 of the dead were women.", "of them"),
        ("Police said that of the dead 23 were women.", "of them"),
        ("Police said 23 schoolchildren had been killed.", "schoolchildren"),
        ("Police said 23 villagers were among the dead.", "of them"),
        ("Police said 23 women were killed.", "woman"),
        ("Police said 23 Chinese had been killed.", "chinese"),
        ("Police said 23 of the patients had died.", "patient"),
        ("Police said 23 people were killed or wounded.", "killed or hurt"),
        ("Police said 23 people had died on the spot and 15 in hospital.", "added up"),
        ("Police said 23 people had been killed by gunfire and another 40 in the blast.", "added up"),
    ],
)
def test_the_words_around_a_number_tell_whom_it_counts(sentence: str, kind: str) -> None:
    assert _kinds(sentence) == {kind}


ALL_OF_THEM = "At least 23 people were killed, police said."


@pytest.mark.parametrize(
    ("other", "standing"),
    [
        ("The hospital's director, Seemin Jamali, said 23 people had been killed.", "corroborated"),
        ("Seemin Jamali, the hospital's director, said the toll had risen from 19 to 23.", "corroborated"),
        ("Seemin Jamali, the hospital's director, said 23 women had been killed.", "reported"),
        ("Seemin Jamali, the hospital's director, said 23 of the dead were women.", "reported"),
        ("Seemin Jamali, the hospital's director, said 23 of its patients had died.", "reported"),
        ("Seemin Jamali, the hospital's director, said 23 attackers had been killed.", "reported"),
        ("Seemin Jamali, the hospital's director, said nearly 23 people had been killed.", "reported"),
        ("Seemin Jamali, the hospital's director, said 23 people were killed or wounded.", "reported"),
        ("Seemin Jamali, the hospital's director, said that of the dead 23 were women.", "reported"),
        ("Seemin Jamali, the hospital's director, said five women had been killed.", "reported"),
    ],
)
def test_a_part_is_neither_support_for_a_whole_nor_a_rival_of_it(other: str, standing: str) -> None:
    fact = _verdict(ALL_OF_THEM, other)
    assert fact.standing == standing
    assert fact.value is not None
    assert "23" in fact.value.text


def test_two_who_count_one_part_support_each_other() -> None:
    one = "Seven American sailors were killed, police said."
    other = "Seemin Jamali, the hospital's director, said seven sailors had been killed."
    assert _verdict(one, other).standing == "corroborated"


def test_a_part_is_the_whole_where_a_report_gives_one_number_for_both() -> None:
    soldiers = "Police said 23 soldiers had been killed. The attack killed 23 people."
    all_told = "Seemin Jamali, the hospital's director, said 23 people had been killed."
    assert _verdict(soldiers, all_told).standing == "corroborated"


def test_one_number_of_two_reports_counts_the_same_dead() -> None:
    all_told = "Seemin Jamali, the hospital's director, said 23 people had been killed."
    assert _verdict("Police said 23 soldiers had been killed.", all_told).standing == "corroborated"
    assert _verdict("Police said 22 soldiers had been killed.", all_told).standing == "reported"
    assert _verdict("Police said at least 23 soldiers had been killed.", all_told).standing == "reported"


def test_more_of_a_kind_than_of_all_is_a_rival() -> None:
    one = "Exactly 23 people were killed, police said."
    other = "Seemin Jamali, the hospital's director, said 40 women had been killed."
    assert _verdict(one, other).standing == "disputed"


def test_the_order_of_claims_changes_nothing() -> None:
    sentences = (ALL_OF_THEM, "Seemin Jamali, the hospital's director, said 23 women had been killed.")
    assert _verdict(*sentences).value == _verdict(*reversed(sentences)).value
